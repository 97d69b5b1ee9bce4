package io.lakewright.analyzer.read;

import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.Index;
import org.jspecify.annotations.Nullable;

/** Reads one CREATE TABLE statement by way of JSQLParser, whose gaps (build.md section 7) are filled here. */
final class CreateTableReader {

    private static final long TIMEOUT_MS = 3_000;

    private final SchemaDraft draft;
    private final Map<String, DdlStatements.TypeAlias> types;

    CreateTableReader(SchemaDraft draft, Map<String, DdlStatements.TypeAlias> types) {
        this.draft = draft;
        this.types = types;
    }

    /** Adds the table to the draft; false when the statement cannot be read. */
    boolean read(TableName name, String defaultSchema, DdlSplitter.Statement statement) {
        Optional<List<String>> elements = CreateTableBody.elements(statement.text());
        if (elements.isEmpty() || elements.get().isEmpty()) {
            return false;
        }
        String place = "Line " + statement.line();
        TableDraft table = new TableDraft(name, place);
        Optional<CreateTable> whole = parse(elements.get());
        if (whole.isPresent()) {
            add(whole.get(), table, defaultSchema, place);
        } else {
            // One column that cannot be read must not cost the table.
            for (String element : elements.get()) {
                Optional<CreateTable> part = parse(List.of(element));
                part.ifPresent(found -> add(found, table, defaultSchema, place));
                if (part.isEmpty()) {
                    draft.warn(place + ": the part \"" + DdlReader.excerpt(element) + "\" of table " + name
                            + " cannot be read; it was left out.");
                }
            }
        }
        if (table.columns.isEmpty()) {
            return false;
        }
        if (!draft.add(table)) {
            draft.warn(place + ": table " + name + " is created twice; the first was kept.");
        }
        return true;
    }

    /** Adds columns to a table that was read before; false when they cannot be read. */
    boolean addColumn(TableDraft table, String definition, String defaultSchema, String place) {
        Optional<List<String>> elements = CreateTableBody.elements("(" + definition + ")");
        Optional<CreateTable> parsed =
                elements.filter(found -> found.size() == 1).flatMap(CreateTableReader::parse);
        parsed.ifPresent(found -> add(found, table, defaultSchema, place));
        return parsed.isPresent();
    }

    private static Optional<CreateTable> parse(List<String> elements) {
        String statement = "CREATE TABLE t (" + String.join(", ", elements) + ")";
        try {
            return CCJSqlParserUtil.parse(statement, parser -> parser.withTimeOut(TIMEOUT_MS))
                            instanceof CreateTable table
                    ? Optional.of(table)
                    : Optional.empty();
        } catch (JSQLParserException | TokenMgrException e) {
            return Optional.empty();
        }
    }

    private void add(CreateTable parsed, TableDraft table, String defaultSchema, String place) {
        if (parsed.getColumnDefinitions() != null) {
            for (ColumnDefinition definition : parsed.getColumnDefinitions()) {
                ColumnDraft column = column(definition, table, defaultSchema, place);
                if (!table.add(column)) {
                    draft.warn(place + ": " + table.name + " has two columns \"" + column.name
                            + "\"; the second was left out.");
                }
            }
        }
        if (parsed.getIndexes() != null) {
            parsed.getIndexes().forEach(index -> key(index, table, defaultSchema, place));
        }
    }

    private ColumnDraft column(ColumnDefinition definition, TableDraft table, String defaultSchema, String place) {
        String written = definition.getColDataType().toString();
        DdlStatements.TypeAlias alias = types.get(unquoted(written));
        ColumnDraft column = new ColumnDraft(
                fold(definition.getColumnName()), alias == null ? PostgresTypeNames.canonical(written) : alias.base());
        if (alias != null && alias.notNull()) {
            column.nullable = false;
        }
        if (PostgresTypeNames.isSerial(written)) {
            column.identity = true;
            column.nullable = false;
        }
        List<String> specs = definition.getColumnSpecs();
        if (specs != null) {
            PostgresTokens tokens = PostgresTokens.of(String.join(" ", specs));
            while (!tokens.done()) {
                option(tokens, column, table, defaultSchema, place);
            }
        }
        return column;
    }

    /** One option of a column; a word that means nothing here, such as part of a default, is passed over. */
    private void option(PostgresTokens tokens, ColumnDraft column, TableDraft table, String schema, String place) {
        if (tokens.accept("not", "null")) {
            column.nullable = false;
        } else if (tokens.accept("primary", "key")) {
            table.primaryKey = List.of(column.name);
        } else if (tokens.accept("unique")) {
            table.unique.add(List.of(column.name));
        } else if (tokens.accept("references")) {
            List<String> target = tokens.qualifiedName();
            List<String> referenced = tokens.nameList().orElse(List.of());
            name(target, schema)
                    .ifPresent(found -> table.references.add(
                            new TableDraft.Reference(List.of(column.name), found, referenced, place)));
        } else if (tokens.accept("generated", "always", "as", "identity")
                || tokens.accept("generated", "by", "default", "as", "identity")) {
            column.identity = true;
            column.nullable = false;
        } else if (tokens.accept("generated", "always", "as")) {
            column.generated = true;
        } else if (tokens.accept("default", "nextval")) {
            column.identity = true;
        } else if (tokens.accept("constraint")) {
            tokens.identifier();
        } else {
            tokens.skipOne();
        }
    }

    private void key(Index index, TableDraft table, String schema, String place) {
        List<String> columns = folded(index.getColumnsNames());
        String kind = index.getType() == null ? "" : index.getType().toUpperCase(Locale.ROOT);
        if (index instanceof ForeignKeyIndex foreignKey) {
            Table target = foreignKey.getTable();
            List<String> parts = new ArrayList<>();
            if (target.getSchemaName() != null) {
                parts.add(fold(target.getSchemaName()));
            }
            parts.add(fold(target.getName()));
            List<String> referenced = folded(foreignKey.getReferencedColumnNames());
            name(parts, schema)
                    .ifPresent(
                            found -> table.references.add(new TableDraft.Reference(columns, found, referenced, place)));
        } else if (kind.equals("PRIMARY KEY")) {
            table.primaryKey = columns;
        } else if (kind.startsWith("UNIQUE") && !columns.isEmpty()) {
            table.unique.add(columns);
        }
    }

    static Optional<TableName> name(List<String> parts, String defaultSchema) {
        if (parts.isEmpty() || parts.stream().anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        return Optional.of(
                parts.size() == 1
                        ? new TableName(defaultSchema, parts.getLast())
                        : new TableName(parts.get(parts.size() - 2), parts.getLast()));
    }

    private static List<String> folded(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : names.stream().map(CreateTableReader::fold).toList();
    }

    private static String fold(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        return quoted
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String type) {
        return type.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }
}
