package io.lakewright.analyzer.read.jdbc;

import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.analyzer.read.RowStore;
import io.lakewright.analyzer.read.RowTexts;
import io.lakewright.analyzer.read.TooMuch;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as text in the order of the primary key; binary columns are left out. A table that cannot be read has no rows. */
final class JdbcRows implements RowStore {

    private static final int KEYS_PER_QUERY = 100;
    private static final int PARENT_LIMIT = 5_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");
    private static final Set<LakeType.Base> NUMERIC =
            EnumSet.of(LakeType.Base.SMALLINT, LakeType.Base.INT, LakeType.Base.BIGINT, LakeType.Base.DECIMAL);

    private final JdbcConnection connections;

    JdbcRows(JdbcConnection connections) {
        this.connections = connections;
    }

    @Override
    public Optional<SourceRows.Rows> first(SourceTable table, int limit) {
        List<Column> columns = RowTexts.readable(table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = connections.open()) {
            QuotedNames names = QuotedNames.of(connection);
            String query = select(names, table, columns) + order(names, table, columns);
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setMaxRows(limit);
                return Optional.of(SourceRows.Rows.of(RowTexts.names(columns), rows(statement)));
            }
        } catch (SQLException e) {
            // A table without SELECT right, or one that does not answer in time.
            return Optional.empty();
        }
    }

    @Override
    public Optional<TableFigures> measure(SourceTable table) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(JdbcConnection.STATEMENT_SECONDS);
            QuotedNames names = QuotedNames.of(connection);
            String relation = names.quoted(table.name());
            JdbcAggregates dialect =
                    JdbcAggregates.of(table, names, connections.address().product());
            return Optional.of(AggregateQuery.measure(table, dialect, query -> {
                try (ResultSet result = statement.executeQuery(query.over(relation))) {
                    return RowTexts.of(result).getFirst();
                }
            }));
        } catch (SQLException e) {
            throw TooMuch.toMeasure(table, e).orElseGet(() -> connections.problem(e));
        }
    }

    @Override
    public SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys) {
        List<Column> columns = RowTexts.readable(table);
        List<List<@Nullable String>> found = new ArrayList<>();
        List<List<String>> all = List.copyOf(keys);
        try (Connection connection = connections.open()) {
            QuotedNames names = QuotedNames.of(connection);
            for (int from = 0; from < all.size() && found.size() < PARENT_LIMIT; from += KEYS_PER_QUERY) {
                List<List<String>> part = all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY));
                String query = select(names, table, columns)
                        + condition(names, keyColumns, part.size())
                        + order(names, table, columns);
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    bind(statement, table, keyColumns, part);
                    statement.setMaxRows(PARENT_LIMIT);
                    found.addAll(rows(statement));
                }
            }
        } catch (SQLException e) {
            throw connections.problem(e);
        }
        return SourceRows.Rows.of(RowTexts.names(columns), found);
    }

    private static String select(QuotedNames names, SourceTable table, List<Column> columns) throws SQLException {
        List<String> quoted = new ArrayList<>();
        for (Column column : columns) {
            quoted.add(names.quoted(column.name()));
        }
        return "SELECT " + String.join(", ", quoted) + " FROM " + names.quoted(table.name());
    }

    /** By primary key; a table without one by its first column, because long texts cannot be sorted everywhere. */
    private static String order(QuotedNames names, SourceTable table, List<Column> columns) throws SQLException {
        List<String> quoted = new ArrayList<>();
        for (String column :
                table.primaryKey().isEmpty() ? RowTexts.names(columns.subList(0, 1)) : table.primaryKey()) {
            quoted.add(names.quoted(column));
        }
        return " ORDER BY " + String.join(", ", quoted);
    }

    private static String condition(QuotedNames names, List<String> keyColumns, int keys) throws SQLException {
        List<String> pairs = new ArrayList<>();
        for (String column : keyColumns) {
            pairs.add(names.quoted(column) + " = ?");
        }
        String one = "(" + String.join(" AND ", pairs) + ")";
        return " WHERE " + String.join(" OR ", Collections.nCopies(keys, one));
    }

    private static void bind(
            PreparedStatement statement, SourceTable table, List<String> keyColumns, List<List<String>> keys)
            throws SQLException {
        int parameter = 1;
        for (List<String> key : keys) {
            for (int i = 0; i < key.size(); i++) {
                Optional<Column> column = table.column(keyColumns.get(i));
                String value = key.get(i);
                if (column.isPresent()
                        && NUMERIC.contains(column.get().lakeType().base())
                        && NUMBER.matcher(value).matches()) {
                    statement.setBigDecimal(parameter++, new BigDecimal(value));
                } else {
                    statement.setString(parameter++, value);
                }
            }
        }
    }

    private static List<List<@Nullable String>> rows(PreparedStatement statement) throws SQLException {
        statement.setQueryTimeout(JdbcConnection.STATEMENT_SECONDS);
        try (ResultSet result = statement.executeQuery()) {
            return RowTexts.of(result);
        }
    }
}
