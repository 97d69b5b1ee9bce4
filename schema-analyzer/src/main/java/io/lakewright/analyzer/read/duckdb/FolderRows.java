package io.lakewright.analyzer.read.duckdb;

import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.analyzer.read.RowStore;
import io.lakewright.analyzer.read.RowTexts;
import io.lakewright.analyzer.read.TooMuch;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of the files as text, in the order of the files. Binary columns are left out. */
final class FolderRows implements RowStore {

    private static final int KEYS_PER_QUERY = 500;
    private static final int PARENT_LIMIT = 5_000;

    private final FolderDatabase database;
    private final Map<TableName, FolderReader.RowQuery> relations;

    FolderRows(FolderDatabase database, Map<TableName, FolderReader.RowQuery> relations) {
        this.database = database;
        this.relations = Map.copyOf(relations);
    }

    @Override
    public Optional<SourceRows.Rows> first(SourceTable table, int limit) {
        FolderReader.RowQuery query = relations.get(table.name());
        List<Integer> columns = readable(table);
        if (query == null || columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>(query.relation().parameters());
        parameters.add(Integer.toString(limit));
        try (Connection connection = database.open()) {
            List<List<@Nullable String>> values =
                    rows(connection, select(query, columns) + " LIMIT ?::BIGINT", parameters);
            return Optional.of(SourceRows.Rows.of(names(table, columns), values));
        } catch (SQLException e) {
            throw gone(table, e);
        }
    }

    @Override
    public Optional<SourceRows.Rows> sample(SourceTable table, int limit) {
        FolderReader.RowQuery query = relations.get(table.name());
        List<Integer> columns = readable(table);
        if (query == null || columns.isEmpty()) {
            return Optional.empty();
        }
        String sampled = select(query, columns) + " USING SAMPLE reservoir(" + limit + " ROWS) REPEATABLE (17)";
        try (Connection connection = database.open()) {
            return Optional.of(SourceRows.Rows.of(
                    names(table, columns),
                    rows(connection, sampled, query.relation().parameters())));
        } catch (SQLException e) {
            throw gone(table, e);
        }
    }

    @Override
    public Optional<TableFigures> measure(SourceTable table) {
        FolderReader.RowQuery query = relations.get(table.name());
        if (query == null) {
            return Optional.empty();
        }
        String relation = "(" + query.relation().query() + ")";
        try (Connection connection = database.open()) {
            return Optional.of(AggregateQuery.measure(
                    table,
                    FolderAggregates.of(table),
                    asked -> rows(
                                    connection,
                                    asked.over(relation),
                                    query.relation().parameters())
                            .getFirst()));
        } catch (SQLException e) {
            throw TooMuch.toMeasure(table, e).orElseGet(() -> gone(table, e));
        }
    }

    @Override
    public SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys) {
        FolderReader.RowQuery query = relations.get(table.name());
        List<Integer> columns = readable(table);
        List<Integer> positions = keyColumns.stream()
                .map(name -> IntStream.range(0, table.columns().size())
                        .filter(i -> table.columns().get(i).name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(-1))
                .toList();
        List<List<@Nullable String>> found = new ArrayList<>();
        if (query == null || positions.contains(-1)) {
            return SourceRows.Rows.of(names(table, columns), found);
        }
        List<List<String>> all = List.copyOf(keys);
        try (Connection connection = database.open()) {
            for (int from = 0; from < all.size() && found.size() < PARENT_LIMIT; from += KEYS_PER_QUERY) {
                List<List<String>> part = all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY));
                List<String> parameters = new ArrayList<>(query.relation().parameters());
                part.forEach(parameters::addAll);
                found.addAll(rows(connection, select(query, columns) + condition(positions, part.size()), parameters));
            }
        } catch (SQLException e) {
            throw gone(table, e);
        }
        return SourceRows.Rows.of(names(table, columns), found);
    }

    private static List<Integer> readable(SourceTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).lakeType().base() != LakeType.Base.BINARY)
                .boxed()
                .toList();
    }

    private static List<String> names(SourceTable table, List<Integer> columns) {
        return columns.stream().map(table.columns()::get).map(Column::name).toList();
    }

    private static String select(FolderReader.RowQuery query, List<Integer> columns) {
        return columns.stream()
                .map(i -> query.notText().contains(i) ? "nullif(c" + i + ", '')" : "c" + i + "::VARCHAR")
                .collect(Collectors.joining(
                        ", ", "SELECT ", " FROM (" + query.relation().query() + ")"));
    }

    private static String condition(List<Integer> positions, int keys) {
        String one = positions.stream().map(position -> "?").collect(Collectors.joining(", ", "(", ")"));
        String left = positions.stream()
                .map(position -> "c" + position + "::VARCHAR")
                .collect(Collectors.joining(", ", "(", ")"));
        return IntStream.range(0, keys)
                .mapToObj(i -> one)
                .collect(Collectors.joining(", ", " WHERE " + left + " IN (VALUES ", ")"));
    }

    private static List<List<@Nullable String>> rows(Connection connection, String query, List<String> parameters)
            throws SQLException {
        try (PreparedStatement statement = FolderDatabase.prepared(connection, query, parameters);
                ResultSet result = statement.executeQuery()) {
            return RowTexts.of(result);
        }
    }

    private static ProblemException gone(SourceTable table, SQLException failure) {
        return new ProblemException(
                Problem.upstream(
                        "LW-1545",
                        "The files of " + table.name() + " can no longer be read.",
                        "Check that they are where they were, and open the folder again."),
                failure);
    }
}
