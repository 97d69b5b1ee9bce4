package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema of a PostgreSQL database (12 or later) over a read-only connection, with one fixed query per kind of
 * object. Partitioned tables are one table each. Row counts are exact up to {@link #EXACT_COUNT_LIMIT} rows, else the
 * planner's estimate; figures of columns are the planner's and say so.
 */
public final class PostgresReader {

    /** Tables that the planner believes to be larger are not counted. */
    public static final long EXACT_COUNT_LIMIT = 200_000;

    private static final int MAXIMUM_TABLES = 5_000;

    private final PostgresConnection connections;
    private final List<String> schemas;
    private final SchemaDraft draft = new SchemaDraft();
    private final Map<Long, TableDraft> tables = new LinkedHashMap<>();
    private final List<PostgresCounts.Countable> countable = new ArrayList<>();
    private final PostgresRights rights = new PostgresRights();

    private PostgresReader(PostgresConnection connections, List<String> schemas) {
        this.connections = connections;
        this.schemas = schemas.isEmpty() ? connections.url().currentSchemas() : schemas;
    }

    /**
     * @param schemas names of the schemas to read; empty means all that are not the system's
     * @throws io.lakewright.core.ProblemException LW-1510 unreachable, LW-1511 refused, LW-1512 no such database, LW-1513
     *     no tables, LW-1515 too old, LW-1516 too slow, LW-1517 no such schema, LW-1518 not allowed
     */
    static SchemaReading read(PostgresConnection connections, List<String> schemas) {
        return new PostgresReader(connections, schemas).run();
    }

    private SchemaReading run() {
        try (Connection connection = connections.open()) {
            checkVersion(connection);
            checkSchemas(connection);
            readTables(connection);
            if (tables.isEmpty()) {
                throw empty();
            }
            readColumns(connection);
            readKeys(connection);
            readForeignKeys(connection);
            readViews(connection);
            connections.url().encryptionWarning().ifPresent(draft::warn);
            rights.warnings().forEach(draft::warn);
            new PostgresCounts(countable, draft::warn).read(connection);
            readStatistics(connection);
        } catch (SQLException e) {
            throw connections.problem(e);
        }
        String database = connections.url().database();
        return draft.build(database, "", connections.url().shown());
    }

    private void checkVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresCatalogQueries.VERSION);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            int version = rows.getInt(1);
            if (version < 120_000) {
                throw Problem.upstream(
                                "LW-1515",
                                "The server runs PostgreSQL " + version / 10_000 + ", which is too old to be read.",
                                "Use PostgreSQL 12 or later, or give a pg_dump -s script instead.")
                        .exception();
            }
        }
    }

    private void checkSchemas(Connection connection) throws SQLException {
        List<String> existing = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresCatalogQueries.SCHEMAS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                existing.add(rows.getString(1));
                if (!rows.getBoolean(2)) {
                    rights.closedSchema(rows.getString(1));
                }
            }
        }
        for (String schema : schemas) {
            if (!existing.contains(schema)) {
                throw new Problem.NotFound(
                                "LW-1517",
                                "The database has no schema \"" + schema + "\".",
                                "It has " + String.join(", ", existing) + ".",
                                Map.of("nearest", String.join(", ", existing)))
                        .exception();
            }
        }
    }

    private RuntimeException empty() {
        String where = schemas.isEmpty() ? "" : " in schema " + String.join(", ", schemas);
        return Problem.upstream(
                        "LW-1513",
                        "The database " + connections.url().shown() + " has no tables" + where
                                + " that this role can see.",
                        "Load the tables first, or name another database or schema.")
                .exception();
    }

    private void readTables(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresCatalogQueries.TABLES)) {
            Array wanted = connection.createArrayOf("text", schemas.toArray());
            statement.setArray(1, wanted);
            statement.setArray(2, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TableName name = new TableName(rows.getString(2), rows.getString(3));
                    TableDraft table = new TableDraft(name, "Table " + name);
                    table.comment = Optional.ofNullable(rows.getString(7));
                    if (!rows.getBoolean(8)) {
                        rights.unreadableTable(name);
                    }
                    if (draft.add(table)) {
                        tables.put(rows.getLong(1), table);
                        long bytes = rows.getLong(5);
                        boolean empty = bytes == 0 && !rows.wasNull() && rows.getBoolean(6);
                        countable.add(new PostgresCounts.Countable(
                                table, rows.getDouble(4), bytes, empty, rights.mayRead(name)));
                    } else {
                        draft.warn("Table " + name + " differs from another only in case and was left out.");
                    }
                }
            }
        }
        if (tables.size() > MAXIMUM_TABLES) {
            throw new Problem.LimitExceeded(
                            "LW-1516",
                            "The database has " + tables.size() + " tables, more than " + MAXIMUM_TABLES + ".",
                            "Name the schemas to read with --schema.",
                            Map.of())
                    .exception();
        }
    }

    private void readColumns(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection, PostgresCatalogQueries.COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ColumnDraft column = new ColumnDraft(rows.getString(2), rows.getString(3));
                column.nullable = rows.getBoolean(4);
                column.identity = rows.getBoolean(5);
                column.generated = rows.getBoolean(6);
                column.comment = Optional.ofNullable(rows.getString(7));
                column.labels = strings(rows.getArray(8));
                TableDraft table = table(rows.getLong(1));
                if (!table.add(column)) {
                    draft.warn("Column \"" + column.name + "\" of " + table.name
                            + " differs from another only in case and was left out.");
                }
            }
        }
    }

    private void readKeys(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection, PostgresCatalogQueries.KEYS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                TableDraft table = table(rows.getLong(1));
                List<String> columns = strings(rows.getArray(3));
                if (rows.getBoolean(2)) {
                    table.primaryKey = columns;
                } else {
                    table.unique.add(columns);
                }
            }
        }
    }

    private void readForeignKeys(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection, PostgresCatalogQueries.FOREIGN_KEYS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                TableDraft table = table(rows.getLong(1));
                TableName target = new TableName(rows.getString(4), rows.getString(5));
                table.references.add(new TableDraft.Reference(
                        strings(rows.getArray(3)), target, strings(rows.getArray(6)), "Table " + table.name));
            }
        }
    }

    private void readViews(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresCatalogQueries.VIEWS)) {
            Array wanted = connection.createArrayOf("text", schemas.toArray());
            statement.setArray(1, wanted);
            statement.setArray(2, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    draft.add(new SourceView(
                            new TableName(rows.getString(1), rows.getString(2)),
                            strings(rows.getArray(5)),
                            rows.getBoolean(3),
                            Optional.ofNullable(rows.getString(4))));
                }
            }
        }
    }

    private void readStatistics(Connection connection) throws SQLException {
        Map<String, TableDraft> byName =
                tables.values().stream().collect(Collectors.toMap(table -> table.name.text(), table -> table));
        try (PreparedStatement statement = connection.prepareStatement(PostgresCatalogQueries.STATISTICS)) {
            Array wanted = connection.createArrayOf("text", schemas.toArray());
            statement.setArray(1, wanted);
            statement.setArray(2, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TableDraft table = byName.get(rows.getString(1) + "." + rows.getString(2));
                    if (table != null) {
                        Optional<ColumnDraft> column = table.column(rows.getString(3));
                        if (column.isPresent()) {
                            column.get().profile = Optional.of(PostgresStatistics.profile(
                                    column.get().type,
                                    table.rowCount,
                                    rows.getDouble(4),
                                    rows.getDouble(5),
                                    Optional.ofNullable(rows.getString(6)),
                                    Optional.ofNullable(rows.getString(7))));
                        }
                    }
                }
            }
        }
    }

    private PreparedStatement prepared(Connection connection, String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setArray(1, connection.createArrayOf("bigint", tables.keySet().toArray()));
        return statement;
    }

    private TableDraft table(long oid) {
        TableDraft table = tables.get(oid);
        if (table == null) {
            throw new IllegalStateException("the catalog answered about a table that was not asked for");
        }
        return table;
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
