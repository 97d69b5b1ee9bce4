package io.lakewright.analyzer.read;

import io.lakewright.core.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies single statements to the draft of a schema. Every method answers false for a form it cannot read. */
final class DdlStatements {

    /** What a user-defined type stands for: its base type, and whether it excludes NULL. */
    record TypeAlias(String base, boolean notNull) {}

    /** One added column; a statement that adds several is reported. */
    private static final Pattern ADD_COLUMN =
            Pattern.compile("(?is)\\badd\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?((?!.*\\badd\\s+column).*)$");

    private final SchemaDraft draft;
    private final Map<String, TypeAlias> types = new HashMap<>();
    private final CreateTableReader tables;
    private String defaultSchema = "public";

    DdlStatements(SchemaDraft draft) {
        this.draft = draft;
        this.tables = new CreateTableReader(draft, types);
    }

    /** {@code SET search_path = sales, ...}: bare names that follow are in its first schema. */
    void searchPath(PostgresTokens tokens) {
        tokens.accept("session");
        if (tokens.accept("search_path") && (tokens.acceptSymbol("=") || tokens.accept("to"))) {
            Optional<String> schema = tokens.identifier().or(tokens::string);
            schema.filter(name -> !name.isBlank() && !name.equals("pg_catalog"))
                    .ifPresent(name -> defaultSchema = name);
        }
    }

    boolean create(PostgresTokens tokens, DdlSplitter.Statement statement) {
        tokens.accept("create");
        if (tokens.accept("type")) {
            return createType(tokens);
        }
        if (tokens.accept("domain")) {
            return createDomain(tokens);
        }
        if (tokens.accept("unique", "index")) {
            return createUniqueIndex(tokens);
        }
        boolean foreign = tokens.accept("foreign");
        boolean table = tokens.accept("table") || tokens.accept("unlogged", "table");
        return table && !foreign && createTable(tokens, statement);
    }

    private boolean createTable(PostgresTokens tokens, DdlSplitter.Statement statement) {
        tokens.accept("if", "not", "exists");
        Optional<TableName> name = name(tokens.qualifiedName());
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("partition", "of")) {
            return true;
        }
        return tables.read(name.get(), defaultSchema, statement);
    }

    private boolean createType(PostgresTokens tokens) {
        List<String> name = tokens.qualifiedName();
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("as", "enum")) {
            alias(name, new TypeAlias("text", false));
        }
        return true;
    }

    private boolean createDomain(PostgresTokens tokens) {
        List<String> name = tokens.qualifiedName();
        tokens.accept("as");
        String base = String.join(".", tokens.qualifiedName());
        if (name.isEmpty() || base.isEmpty()) {
            return false;
        }
        while (tokens.accept("varying") || tokens.accept("precision")) {
            base += base.startsWith("double") ? " precision" : " varying";
        }
        base += tokens.nameList()
                .map(arguments -> "(" + String.join(",", arguments) + ")")
                .orElse("");
        if (tokens.accept("with", "time", "zone")) {
            base += " with time zone";
        }
        alias(name, new TypeAlias(PostgresTypeNames.canonical(base), tokens.contains("not", "null")));
        return true;
    }

    private void alias(List<String> name, TypeAlias alias) {
        types.put(String.join(".", name).toLowerCase(Locale.ROOT), alias);
        types.put(name.getLast().toLowerCase(Locale.ROOT), alias);
    }

    /** A full unique index is a unique key; a partial one, or one over expressions, is not. */
    private boolean createUniqueIndex(PostgresTokens tokens) {
        tokens.accept("concurrently");
        tokens.accept("if", "not", "exists");
        if (!tokens.accept("on")) {
            tokens.qualifiedName();
            tokens.accept("on");
        }
        tokens.accept("only");
        Optional<TableDraft> table = name(tokens.qualifiedName()).flatMap(draft::table);
        if (tokens.accept("using")) {
            tokens.identifier();
        }
        Optional<List<String>> columns = tokens.nameList();
        if (table.isPresent() && columns.isPresent() && !tokens.contains("where")) {
            table.get().unique.add(columns.get());
        }
        return true;
    }

    boolean alter(PostgresTokens tokens, DdlSplitter.Statement statement) {
        tokens.accept("alter");
        if (tokens.accept("sequence")) {
            return ownedSequence(tokens);
        }
        if (!tokens.accept("table")) {
            return true;
        }
        tokens.accept("if", "exists");
        tokens.accept("only");
        Optional<TableName> name = name(tokens.qualifiedName());
        tokens.acceptSymbol("*");
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("attach", "partition")) {
            name(tokens.qualifiedName()).ifPresent(draft::remove);
            return true;
        }
        Optional<TableDraft> table = draft.table(name.get());
        if (table.isEmpty()) {
            // Keys of partitions and of tables that were reported already.
            return true;
        }
        boolean read;
        do {
            read = action(table.get(), tokens, statement);
        } while (read && tokens.skipPastComma());
        return read;
    }

    private boolean action(TableDraft table, PostgresTokens tokens, DdlSplitter.Statement statement) {
        String place = "Line " + statement.line();
        if (tokens.accept("alter")) {
            tokens.accept("column");
            Optional<ColumnDraft> column = tokens.identifier().flatMap(table::column);
            column.ifPresent(found -> alterColumn(found, tokens));
            return true;
        }
        if (!tokens.accept("add")) {
            return !tokens.accept("drop", "column") && !tokens.accept("rename");
        }
        if (tokens.accept("constraint")) {
            tokens.identifier();
        }
        if (tokens.accept("primary", "key")) {
            return tokens.nameList()
                    .map(columns -> {
                        table.primaryKey = columns;
                        return true;
                    })
                    .orElse(tokens.accept("using"));
        }
        if (tokens.accept("unique")) {
            tokens.accept("nulls", "not", "distinct");
            tokens.nameList().ifPresent(table.unique::add);
            return true;
        }
        if (tokens.accept("foreign", "key")) {
            return foreignKey(table, tokens, place);
        }
        if (tokens.accept("check") || tokens.accept("exclude") || tokens.accept("not", "null")) {
            return true;
        }
        Matcher added = ADD_COLUMN.matcher(statement.text());
        return added.find() && tables.addColumn(table, added.group(1), defaultSchema, place);
    }

    private boolean foreignKey(TableDraft table, PostgresTokens tokens, String place) {
        Optional<List<String>> columns = tokens.nameList();
        if (columns.isEmpty() || !tokens.accept("references")) {
            return false;
        }
        tokens.accept("only");
        Optional<TableName> target = name(tokens.qualifiedName());
        if (target.isEmpty()) {
            return false;
        }
        List<String> targetColumns = tokens.nameList().orElse(List.of());
        table.references.add(new TableDraft.Reference(columns.get(), target.get(), targetColumns, place));
        return true;
    }

    private static void alterColumn(ColumnDraft column, PostgresTokens tokens) {
        if (tokens.accept("set", "not", "null")) {
            column.nullable = false;
        } else if (tokens.accept("drop", "not", "null")) {
            column.nullable = true;
        } else if (tokens.accept("add", "generated")) {
            column.identity = true;
        } else if (tokens.accept("set", "default", "nextval")) {
            column.identity = true;
        }
    }

    /** {@code ALTER SEQUENCE s OWNED BY t.c}: the column is filled by the sequence. */
    private boolean ownedSequence(PostgresTokens tokens) {
        tokens.accept("if", "exists");
        tokens.qualifiedName();
        if (tokens.accept("owned", "by")) {
            List<String> owner = tokens.qualifiedName();
            if (owner.size() > 1) {
                name(owner.subList(0, owner.size() - 1))
                        .flatMap(draft::table)
                        .flatMap(table -> table.column(owner.getLast()))
                        .ifPresent(column -> column.identity = true);
            }
        }
        return true;
    }

    boolean comment(PostgresTokens tokens) {
        tokens.accept("comment", "on");
        if (tokens.accept("table")) {
            Optional<TableDraft> table = name(tokens.qualifiedName()).flatMap(draft::table);
            Optional<String> text = tokens.accept("is") ? tokens.string() : Optional.empty();
            table.ifPresent(found -> found.comment = text);
        } else if (tokens.accept("column")) {
            List<String> path = tokens.qualifiedName();
            Optional<String> text = tokens.accept("is") ? tokens.string() : Optional.empty();
            if (path.size() > 1) {
                name(path.subList(0, path.size() - 1))
                        .flatMap(draft::table)
                        .flatMap(table -> table.column(path.getLast()))
                        .ifPresent(column -> column.comment = text);
            }
        }
        return true;
    }

    boolean drop(PostgresTokens tokens) {
        tokens.accept("drop");
        if (tokens.accept("table")) {
            tokens.accept("if", "exists");
            do {
                name(tokens.qualifiedName()).ifPresent(draft::remove);
            } while (tokens.acceptSymbol(","));
        }
        return true;
    }

    private Optional<TableName> name(List<String> parts) {
        return CreateTableReader.name(parts, defaultSchema);
    }
}
