package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a PostgreSQL script: what {@code pg_dump -s} writes, or a script written by hand.
 *
 * <p>Rules: 1. a statement that cannot be read is reported with its line and the rest is imported; 2. statements that
 * are not about tables and keys (settings, owners, grants, rows, functions) are passed over; 3. unquoted names fold to
 * lower case; 4. partitions belong to their parent; 5. size, time and nesting are bounded (threats.md row 52), so no
 * script can exhaust time or stack.
 */
public final class DdlReader {

    static final long MAXIMUM_BYTES = 10L * 1024 * 1024;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    private static final int MAXIMUM_DEPTH = 40;
    private static final int MAXIMUM_TOKENS = 60_000;
    private static final int MAXIMUM_WARNINGS = 200;

    /** First words of statements that say nothing about tables and keys. */
    private static final Set<String> PASSED_OVER = Set.of(
            "set",
            "select",
            "grant",
            "revoke",
            "insert",
            "update",
            "delete",
            "copy",
            "begin",
            "commit",
            "rollback",
            "start",
            "end",
            "analyze",
            "vacuum",
            "reset",
            "do",
            "call",
            "truncate",
            "lock",
            "refresh",
            "cluster",
            "reindex",
            "notify",
            "security",
            "reassign",
            "with",
            "values",
            "return");

    private static final Set<String> CREATE_PASSED_OVER = Set.of(
            "schema",
            "database",
            "extension",
            "function",
            "procedure",
            "trigger",
            "view",
            "sequence",
            "rule",
            "role",
            "user",
            "policy",
            "aggregate",
            "operator",
            "cast",
            "collation",
            "server",
            "publication",
            "event",
            "materialized",
            "index",
            "language",
            "statistics",
            "text",
            "constraint",
            "or",
            "recursive",
            "access");

    private final DdlStatements statements;
    private final long deadline;

    private DdlReader(SchemaDraft draft) {
        this.statements = new DdlStatements(draft);
        this.deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    }

    /** @throws io.lakewright.core.ProblemException LW-1501 to LW-1503, LW-1506, LW-1507 */
    public static SchemaReading read(Path file) {
        String script = SourceFiles.text(file, MAXIMUM_BYTES);
        return read(script, SourceFiles.name(file), String.valueOf(file.getFileName()));
    }

    /**
     * @param name name of the source
     * @param origin where the script comes from, for people
     * @throws io.lakewright.core.ProblemException LW-1506 when the script creates no table, LW-1507 when it takes too long
     */
    public static SchemaReading read(String script, String name, String origin) {
        if (script.length() > MAXIMUM_BYTES) {
            throw SourceFiles.tooLarge("The script has more than " + MAXIMUM_BYTES + " characters.");
        }
        SchemaDraft draft = new SchemaDraft();
        DdlReader reader = new DdlReader(draft);
        DdlSplitter split = DdlSplitter.split(script);
        split.warnings().forEach(draft::warn);
        reader.readAll(split.statements(), draft);
        if (draft.isEmpty()) {
            throw new Problem.InvalidRequest(
                            "LW-1506",
                            "The script \"" + origin + "\" creates no table that can be read.",
                            "Give PostgreSQL DDL with CREATE TABLE statements, such as pg_dump -s writes.",
                            Map.of(
                                    "statements",
                                    String.valueOf(split.statements().size())))
                    .exception();
        }
        return draft.build(name, "", origin);
    }

    private void readAll(List<DdlSplitter.Statement> all, SchemaDraft draft) {
        int unread = 0;
        for (DdlSplitter.Statement statement : all) {
            if (System.nanoTime() > deadline) {
                throw new Problem.LimitExceeded(
                                "LW-1507",
                                "Reading the script took more than " + TIME_LIMIT.toSeconds() + " s (line "
                                        + statement.line() + ").",
                                "Give a file with fewer statements.",
                                Map.of("line", String.valueOf(statement.line())))
                        .exception();
            }
            if (!read(statement) && ++unread <= MAXIMUM_WARNINGS) {
                draft.warn("Line " + statement.line() + ": the statement \"" + excerpt(statement.text())
                        + "\" cannot be read; it was left out.");
            }
        }
        if (unread > MAXIMUM_WARNINGS) {
            draft.warn((unread - MAXIMUM_WARNINGS) + " more statements cannot be read.");
        }
    }

    /** True when the statement was read or says nothing about tables. */
    private boolean read(DdlSplitter.Statement statement) {
        String text = statement.text();
        String head = text.substring(0, Math.min(text.length(), 400));
        PostgresTokens start = PostgresTokens.of(head);
        String first = start.identifier().orElse("").toLowerCase(Locale.ROOT);
        if (first.equals("set")) {
            statements.searchPath(start);
            return true;
        }
        if (PASSED_OVER.contains(first)) {
            return true;
        }
        if (first.equals("create") && passedOver(start)) {
            return true;
        }
        PostgresTokens tokens = PostgresTokens.of(text);
        if (tokens.depth() > MAXIMUM_DEPTH || tokens.size() > MAXIMUM_TOKENS) {
            return false;
        }
        return switch (first) {
            case "create" -> statements.create(tokens, statement);
            case "alter" -> statements.alter(tokens, statement);
            case "comment" -> statements.comment(tokens);
            case "drop" -> statements.drop(tokens);
            default -> false;
        };
    }

    private static boolean passedOver(PostgresTokens afterCreate) {
        String kind = afterCreate.identifier().orElse("");
        if (kind.equals("temp") || kind.equals("temporary")) {
            return true;
        }
        return CREATE_PASSED_OVER.contains(kind);
    }

    static String excerpt(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 57) + "...";
    }
}
