package io.lakewright.analyzer.read.ddl;

import io.lakewright.analyzer.read.Progress;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.SourceFiles;
import io.lakewright.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the tables of a script: what {@code pg_dump -s}, {@code mysqldump --no-data} or the script generator of SQL Server
 * writes, DDL of Databricks, or a script written by hand.
 *
 * <p>Rules: 1. a statement that cannot be read is reported with its line and column and the rest is imported; 2. statements
 * that are not about tables and keys (settings, owners, grants, rows, functions) are passed over; 3. names are spelled as
 * the catalog would hold them; 4. partitions belong to their parent; 5. size, time, length and nesting are bounded
 * (threats.md row 52), and nothing recurses, so no script can exhaust time or stack.
 */
public final class DdlReader {

    /** The largest script, in bytes. */
    public static final long MAXIMUM_BYTES = 64L * 1024 * 1024;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final int MAXIMUM_DEPTH = 100;
    private static final int MAXIMUM_WARNINGS = 200;
    private static final int STATEMENTS_A_REPORT = 500;

    /** First words of statements that say nothing about tables and keys. */
    private static final Set<String> PASSED_OVER = Set.of(
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
            "unlock",
            "refresh",
            "cluster",
            "reindex",
            "notify",
            "security",
            "reassign",
            "with",
            "values",
            "return",
            "if",
            "print",
            "declare",
            "optimize",
            "merge",
            "deny",
            "raiserror",
            "waitfor",
            "replace",
            "load",
            "show",
            "describe",
            "save",
            "fetch",
            "open",
            "close",
            "else");

    private static final Set<String> CREATE_PASSED_OVER = Set.of(
            "schema",
            "database",
            "extension",
            "function",
            "procedure",
            "proc",
            "trigger",
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
            "index",
            "language",
            "statistics",
            "text",
            "constraint",
            "access",
            "clustered",
            "nonclustered",
            "fulltext",
            "spatial",
            "login",
            "synonym",
            "partition",
            "catalog",
            "volume",
            "xml",
            "columnstore",
            "subscription",
            "conversion",
            "transform",
            "tablespace",
            "certificate",
            "assembly",
            "default",
            "recursive");

    private final DdlDialect dialect;
    private final SchemaDraft draft;
    private final DdlStatements statements;
    private final long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    private int count;
    private int unread;

    private DdlReader(DdlDialect dialect, SchemaDraft draft, String name) {
        this.dialect = dialect;
        this.draft = draft;
        this.statements = new DdlStatements(draft, dialect, name);
    }

    /** @throws io.lakewright.core.ProblemException LW-1501 to LW-1503, LW-1506, LW-1507 */
    public static SchemaReading read(Path file, Progress progress) {
        String script = SourceFiles.text(file, MAXIMUM_BYTES);
        return read(script, SourceFiles.name(file), String.valueOf(file.getFileName()), progress);
    }

    /** The same for a script at hand, told to nobody. */
    public static SchemaReading read(String script, String name, String origin) {
        return read(script, name, origin, Progress.NONE);
    }

    /**
     * @param name name of the source
     * @param origin where the script comes from, for people
     * @throws io.lakewright.core.ProblemException LW-1502 when it is too large, LW-1506 when it creates no table, LW-1507
     *     when it takes too long
     */
    public static SchemaReading read(String script, String name, String origin, Progress progress) {
        if (script.length() > MAXIMUM_BYTES) {
            throw SourceFiles.tooLarge("The script has more than " + MAXIMUM_BYTES + " characters.");
        }
        DdlDialect dialect = DdlDialect.of(script);
        SchemaDraft draft = new SchemaDraft();
        DdlReader reader = new DdlReader(dialect, draft, name);
        reader.readAll(script, progress);
        if (draft.isEmpty()) {
            throw new Problem.InvalidRequest(
                            "LW-1506",
                            "The script \"" + origin + "\" creates no table that can be read (taken for "
                                    + dialect.label() + "; " + reader.count + " statements).",
                            "Give DDL with CREATE TABLE statements, such as pg_dump -s or mysqldump --no-data writes.",
                            Map.of("statements", String.valueOf(reader.count)))
                    .exception();
        }
        return draft.build(name, "", origin);
    }

    private void readAll(String script, Progress progress) {
        ScriptLexer lexer = new ScriptLexer(script, dialect, draft::warn);
        Optional<DdlTokens> statement = lexer.next();
        while (statement.isPresent()) {
            DdlTokens tokens = statement.get();
            if (System.nanoTime() > deadline) {
                throw new Problem.LimitExceeded(
                                "LW-1507",
                                "Reading the script took more than " + TIME_LIMIT.toSeconds() + " s ("
                                        + tokens.place().toLowerCase(Locale.ROOT) + ").",
                                "Give a file with fewer statements.",
                                Map.of("place", tokens.place()))
                        .exception();
            }
            if (!read(tokens) && ++unread <= MAXIMUM_WARNINGS) {
                draft.warn(tokens.place() + ": the statement \"" + tokens.excerpt() + "\" cannot be read" + why(tokens)
                        + "; it was left out.");
            }
            if (++count % STATEMENTS_A_REPORT == 0) {
                progress.at("Reading the script", (double) lexer.position() / script.length());
            }
            statement = lexer.next();
        }
        progress.at("Reading the script", 1);
        if (unread > MAXIMUM_WARNINGS) {
            draft.warn((unread - MAXIMUM_WARNINGS) + " more statements cannot be read.");
        }
    }

    private static boolean isTooMuch(DdlTokens tokens) {
        return tokens.size() > ScriptLexer.MAXIMUM_TOKENS || tokens.depth() > MAXIMUM_DEPTH;
    }

    private static String why(DdlTokens tokens) {
        if (tokens.size() > ScriptLexer.MAXIMUM_TOKENS) {
            return ": it has more than " + ScriptLexer.MAXIMUM_TOKENS + " words";
        }
        return tokens.depth() > MAXIMUM_DEPTH ? ": its brackets are nested deeper than " + MAXIMUM_DEPTH : "";
    }

    /** True when the statement was read or says nothing about tables. */
    private boolean read(DdlTokens tokens) {
        String first = tokens.word().orElse("").toLowerCase(Locale.ROOT);
        if (PASSED_OVER.contains(first)) {
            return true;
        }
        if (isTooMuch(tokens)) {
            return false;
        }
        return switch (first) {
            case "set" -> {
                statements.searchPath(tokens);
                yield true;
            }
            case "use" -> {
                statements.use(tokens, dialect);
                yield true;
            }
            case "create" -> isPassedOver(tokens) || statements.create(tokens);
            case "alter" -> statements.alter(tokens);
            case "comment" -> statements.comment(tokens);
            case "exec", "execute" -> statements.execute(tokens);
            case "drop" -> statements.drop(tokens);
            default -> false;
        };
    }

    private static boolean isPassedOver(DdlTokens tokens) {
        return CREATE_PASSED_OVER.stream()
                .anyMatch(kind -> tokens.isNext("create", kind)
                        || tokens.isNext("create", "or", "replace", kind)
                        || tokens.isNext("create", "or", "alter", kind)
                        // MySQL says first who defined it.
                        || tokens.isNext("create", "definer") && tokens.contains(kind));
    }
}
