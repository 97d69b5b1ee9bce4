package io.lakewright.analyzer.read.jdbc;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tables, columns and keys as the driver describes them; row counts are exact or missing. */
final class JdbcReader {

    private static final int MAXIMUM_TABLES = 5_000;
    private static final int COUNT_SECONDS = 5;
    private static final long COUNTING_BUDGET_NANOS = 20_000_000_000L;

    /** Only base tables; H2 and SQL standard drivers call them so. */
    private static final String[] KINDS = {"TABLE", "BASE TABLE"};

    private static final Set<String> SYSTEM = Set.of(
            "information_schema",
            "pg_catalog",
            "sys",
            "system",
            "mysql",
            "performance_schema",
            "guest",
            "xdb",
            "outln");
    private static final Pattern SQLITE_INTERNAL = Pattern.compile("sqlite_.*");

    private final JdbcConnection connections;
    private final List<String> schemas;
    private final SchemaDraft draft = new SchemaDraft();
    private final Map<TableName, Place> tables = new LinkedHashMap<>();
    private String defaultSchema = "main";

    /** How the driver names a table. */
    private record Place(@Nullable String catalog, @Nullable String schema, TableDraft table) {}

    private JdbcReader(JdbcConnection connections, List<String> schemas) {
        this.connections = connections;
        this.schemas = schemas;
    }

    /**
     * @throws io.lakewright.core.ProblemException LW-1584 refused, LW-1585 unreachable, LW-1586 too slow or too large,
     *     LW-1587 not readable, LW-1588 no tables
     */
    static SchemaReading read(JdbcConnection connections, List<String> schemas) {
        return new JdbcReader(connections, schemas).run();
    }

    private SchemaReading run() {
        try (Connection connection = connections.open()) {
            DatabaseMetaData catalog = connection.getMetaData();
            readTables(connection, catalog);
            readColumns(connection, catalog);
            for (Place place : tables.values()) {
                readPrimaryKey(catalog, place);
                readUnique(catalog, place);
                readForeignKeys(catalog, place);
            }
            countRows(connection);
        } catch (SQLException e) {
            throw connections.problem(e);
        }
        String base = connections.address().base();
        String name = base.substring(Math.max(base.lastIndexOf('/'), base.lastIndexOf(':')) + 1);
        return draft.build(name, "", base);
    }

    private void readTables(Connection connection, DatabaseMetaData catalog) throws SQLException {
        @Nullable String current = connection.getCatalog();
        defaultSchema = current == null || current.isEmpty() ? "main" : current;
        boolean own = schemas.isEmpty() && connections.address().product().is(JdbcProduct.ORACLE);
        try (ResultSet rows = catalog.getTables(current, own ? connection.getSchema() : null, "%", KINDS)) {
            while (rows.next()) {
                Place place = new Place(
                        rows.getString("TABLE_CAT"),
                        rows.getString("TABLE_SCHEM"),
                        draft(rows.getString("TABLE_SCHEM"), rows));
                if (isWanted(place.table().name)) {
                    if (draft.add(place.table())) {
                        tables.put(place.table().name, place);
                    } else {
                        draft.warn(
                                "Table " + place.table().name + " differs from another only in case and was left out.");
                    }
                }
            }
        }
        if (tables.isEmpty()) {
            throw Problem.upstream(
                            "LW-1588",
                            "The database " + connections.address() + " has no tables"
                                    + (schemas.isEmpty() ? "" : " in schema " + String.join(", ", schemas))
                                    + " that this role can see.",
                            "Load the tables first, or name another database or schema.")
                    .exception();
        }
        if (tables.size() > MAXIMUM_TABLES) {
            throw new Problem.LimitExceeded(
                            "LW-1586",
                            "The database has " + tables.size() + " tables, more than " + MAXIMUM_TABLES + ".",
                            "Name the schemas to read with --schema.",
                            Map.of())
                    .exception();
        }
    }

    private TableDraft draft(@Nullable String schema, ResultSet rows) throws SQLException {
        TableName name = name(schema, rows.getString("TABLE_NAME"));
        TableDraft table = new TableDraft(name, "Table " + name);
        table.comment = text(rows.getString("REMARKS"));
        return table;
    }

    private TableName name(@Nullable String schema, String table) {
        return new TableName(schema == null || schema.isEmpty() ? defaultSchema : schema, table);
    }

    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said).filter(comment -> !comment.isBlank());
    }

    private boolean isWanted(TableName name) {
        boolean internal = connections.address().product().is(JdbcProduct.SQLITE)
                && SQLITE_INTERNAL.matcher(name.table()).matches();
        return !internal
                && (schemas.isEmpty()
                        ? !SYSTEM.contains(name.schema().toLowerCase(Locale.ROOT))
                        : schemas.stream().anyMatch(name.schema()::equalsIgnoreCase));
    }

    /** One call for all tables: a call a table costs a round trip each. */
    private void readColumns(Connection connection, DatabaseMetaData catalog) throws SQLException {
        try (ResultSet rows = catalog.getColumns(connection.getCatalog(), null, "%", "%")) {
            while (rows.next()) {
                Place place = tables.get(name(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME")));
                if (place != null) {
                    ColumnDraft column = column(rows);
                    if (!place.table().add(column)) {
                        draft.warn("Column \"" + column.name + "\" of " + place.table().name
                                + " differs from another only in case and was left out.");
                    }
                }
            }
        }
    }

    private ColumnDraft column(ResultSet rows) throws SQLException {
        String type = rows.getString("TYPE_NAME");
        int jdbcType = rows.getInt("DATA_TYPE");
        int scale = rows.getInt("DECIMAL_DIGITS");
        // The driver of SQLite adds the digits behind the point to those of the whole number.
        int behind = connections.address().product().is(JdbcProduct.SQLITE) ? scale : 0;
        int size = rows.getInt("COLUMN_SIZE") - behind;
        ColumnDraft column = new ColumnDraft(
                rows.getString("COLUMN_NAME"),
                JdbcTypes.spelled(type, jdbcType, size, scale),
                JdbcTypes.toLakeType(type, jdbcType, size, scale));
        column.nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        column.identity = "YES".equals(rows.getString("IS_AUTOINCREMENT"));
        column.generated = "YES".equals(rows.getString("IS_GENERATEDCOLUMN")) && !column.identity;
        column.comment = text(rows.getString("REMARKS"));
        return column;
    }

    private static void readPrimaryKey(DatabaseMetaData catalog, Place place) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = catalog.getPrimaryKeys(
                place.catalog(), place.schema(), place.table().name.table())) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        place.table().primaryKey = List.copyOf(columns.values());
    }

    /** Unique indexes over plain columns; one with a condition or over an expression is no key. */
    private void readUnique(DatabaseMetaData catalog, Place place) throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        Set<String> partial = PartialIndexes.of(
                catalog, connections.address().product(), place.table().name.table());
        try (ResultSet rows = catalog.getIndexInfo(
                place.catalog(), place.schema(), place.table().name.table(), true, true)) {
            while (rows.next()) {
                @Nullable String index = rows.getString("INDEX_NAME");
                if (index == null || rows.getBoolean("NON_UNIQUE")) {
                    continue;
                }
                @Nullable String column = rows.getString("COLUMN_NAME");
                if (column == null || rows.getString("FILTER_CONDITION") != null) {
                    partial.add(index);
                } else {
                    keys.computeIfAbsent(index, any -> new ArrayList<>()).add(column);
                }
            }
        }
        keys.keySet().removeAll(partial);
        place.table().unique.addAll(keys.values());
    }

    private void readForeignKeys(DatabaseMetaData catalog, Place place) throws SQLException {
        TableDraft table = place.table();
        List<KeyPairs> keys = new ArrayList<>();
        try (ResultSet rows = catalog.getImportedKeys(place.catalog(), place.schema(), table.name.table())) {
            while (rows.next()) {
                TableName target = name(schemaOf(rows), rows.getString("PKTABLE_NAME"));
                String constraint =
                        Optional.ofNullable(rows.getString("FK_NAME")).orElse("");
                int position = rows.getInt("KEY_SEQ");
                KeyPairs key = keys.stream()
                        .filter(known -> known.takes(constraint, target, position))
                        .findFirst()
                        .orElseGet(() -> {
                            KeyPairs added = new KeyPairs(constraint, target);
                            keys.add(added);
                            return added;
                        });
                key.add(position, rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME"));
            }
        }
        keys.forEach(key -> table.references.add(key.reference(table.place)));
    }

    private static @Nullable String schemaOf(ResultSet rows) throws SQLException {
        @Nullable String schema = rows.getString("PKTABLE_SCHEM");
        return schema == null || schema.isEmpty() ? rows.getString("PKTABLE_CAT") : schema;
    }

    /** A table that cannot be counted in time, or that the role may not read, has no count. */
    private void countRows(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + COUNTING_BUDGET_NANOS;
        QuotedNames names = QuotedNames.of(connection);
        for (Place place : tables.values()) {
            if (System.nanoTime() >= deadline) {
                draft.warn("Not every table was counted: the time for it was over.");
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(COUNT_SECONDS);
                try (ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM " + names.quoted(place.table().name))) {
                    rows.next();
                    place.table().rowCount = Optional.of(rows.getLong(1));
                }
            } catch (SQLException e) {
                draft.warn("The rows of " + place.table().name + " could not be counted (SQL state " + e.getSQLState()
                        + ").");
            }
        }
    }
}
