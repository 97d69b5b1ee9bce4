package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.analyzer.read.RowStore;
import io.lakewright.analyzer.read.RowTexts;
import io.lakewright.analyzer.read.TooMuch;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a PostgreSQL database as text, in the order of the primary key. Binary columns are left out, generated ones are
 * kept. A table that the role may not read, or that does not answer in time, has no rows.
 */
final class PostgresRows implements RowStore {

    private static final int KEYS_PER_QUERY = 500;
    private static final int PARENT_LIMIT = 5_000;
    private static final String MEASURING_TIMEOUT = "SET LOCAL statement_timeout = 55000";

    /** Tables with more rows than this many times a sample are sampled block by block. */
    private static final int SAMPLED_FROM = 20;

    private final PostgresConnection connections;

    PostgresRows(PostgresConnection connections) {
        this.connections = connections;
    }

    @Override
    public Optional<SourceRows.Rows> first(SourceTable table, int limit) {
        List<Column> columns = RowTexts.readable(table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = connections.open();
                PreparedStatement statement =
                        connection.prepareStatement(select(table, columns) + order(table, columns) + " LIMIT ?")) {
            statement.setInt(1, limit);
            return Optional.of(rows(columns, statement));
        } catch (SQLException e) {
            // A table without SELECT right, or a foreign one whose server is away.
            return Optional.empty();
        }
    }

    /** Of a large table some blocks are read, always the same ones; a table that cannot be sampled gives its first rows. */
    @Override
    public Optional<SourceRows.Rows> sample(SourceTable table, int limit) {
        long rows = table.rowCount().orElse(0L);
        List<Column> columns = RowTexts.readable(table);
        if (rows <= (long) SAMPLED_FROM * limit || columns.isEmpty()) {
            return first(table, limit);
        }
        double percent = Math.min(100, 300.0 * limit / rows);
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(
                        select(table, columns) + " TABLESAMPLE SYSTEM (?) REPEATABLE (17) LIMIT ?")) {
            statement.setDouble(1, percent);
            statement.setInt(2, limit);
            SourceRows.Rows found = rows(columns, statement);
            return found.values().isEmpty() ? first(table, limit) : Optional.of(found);
        } catch (SQLException e) {
            return first(table, limit);
        }
    }

    @Override
    public Optional<TableFigures> measure(SourceTable table) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute(MEASURING_TIMEOUT);
            return Optional.of(
                    AggregateQuery.measure(table, new PostgresAggregates(), query -> answer(statement, query, table)));
        } catch (SQLException e) {
            throw TooMuch.toMeasure(table, e).orElseGet(() -> connections.problem(e));
        }
    }

    private static List<@Nullable String> answer(Statement statement, AggregateQuery query, SourceTable table)
            throws SQLException {
        try (ResultSet result = statement.executeQuery(query.over(PostgresNames.quoted(table.name())))) {
            return RowTexts.of(result).getFirst();
        }
    }

    @Override
    public SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys) {
        List<Column> columns = RowTexts.readable(table);
        try {
            List<List<@Nullable String>> found;
            try {
                found = byKey(table, columns, keyColumns, List.copyOf(keys), true);
            } catch (SQLException e) {
                if (!isNoValueOfTheType(e)) {
                    throw e;
                }
                found = byKey(table, columns, keyColumns, List.copyOf(keys), false);
            }
            return SourceRows.Rows.of(RowTexts.names(columns), found);
        } catch (SQLException e) {
            throw connections.problem(e);
        }
    }

    /** @param typed whether values are compared in the column's own type, as its index holds them, else as text */
    private List<List<@Nullable String>> byKey(
            SourceTable table, List<Column> columns, List<String> keyColumns, List<List<String>> keys, boolean typed)
            throws SQLException {
        List<List<@Nullable String>> found = new ArrayList<>();
        try (Connection connection = connections.open()) {
            for (int from = 0; from < keys.size() && found.size() < PARENT_LIMIT; from += KEYS_PER_QUERY) {
                List<List<String>> part = keys.subList(from, Math.min(keys.size(), from + KEYS_PER_QUERY));
                String query =
                        select(table, columns) + condition(keyColumns, part.size(), typed) + order(table, columns);
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    int parameter = 1;
                    for (List<String> key : part) {
                        for (String value : key) {
                            // Of no type of its own, so that the server reads it as one of the column's.
                            statement.setObject(parameter++, value, typed ? Types.OTHER : Types.VARCHAR);
                        }
                    }
                    found.addAll(rows(columns, statement).values());
                }
            }
        }
        return found;
    }

    private static boolean isNoValueOfTheType(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("22");
    }

    private static String select(SourceTable table, List<Column> columns) {
        return columns.stream()
                .map(column -> PostgresNames.quoted(column.name()) + "::text")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + PostgresNames.quoted(table.name())));
    }

    /** By primary key; a table without one by all its columns, so that the order is stable. */
    private static String order(SourceTable table, List<Column> columns) {
        if (!table.primaryKey().isEmpty()) {
            return table.primaryKey().stream()
                    .map(PostgresNames::quoted)
                    .collect(Collectors.joining(", ", " ORDER BY ", ""));
        }
        return IntStream.rangeClosed(1, columns.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private static String condition(List<String> keyColumns, int keys, boolean typed) {
        String one = keyColumns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        String left = keyColumns.stream()
                .map(column -> PostgresNames.quoted(column) + (typed ? "" : "::text"))
                .collect(Collectors.joining(", ", "(", ")"));
        return IntStream.range(0, keys)
                .mapToObj(i -> one)
                .collect(Collectors.joining(", ", " WHERE " + left + " IN (", ")"));
    }

    private static SourceRows.Rows rows(List<Column> columns, PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return SourceRows.Rows.of(RowTexts.names(columns), RowTexts.of(result));
        }
    }
}
