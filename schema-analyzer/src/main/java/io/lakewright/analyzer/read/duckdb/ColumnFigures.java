package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.schema.ColumnProfile;
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
import java.util.stream.IntStream;

/**
 * Asks a relation what its columns hold, some columns at a time so that a wide table stays a query of bounded size.
 *
 * <p>Null shares, smallest and largest values come from every row. Distinct values are counted up to
 * {@link #EXACT_ROWS} rows; above, they are a sketch's estimate, left out where it is too near to the number of rows to
 * tell a key from none, and the profile calls itself a sample.
 */
final class ColumnFigures {

    static final long EXACT_ROWS = 3_000_000;
    private static final int COLUMNS_A_QUERY = 40;
    private static final int LONGEST_BOUND = 200;

    private final Connection connection;
    private final FileRelation relation;

    ColumnFigures(Connection connection, FileRelation relation) {
        this.connection = connection;
        this.relation = relation;
    }

    long rowCount() throws SQLException {
        // Every field is asked for, because a line is passed over only where a field that somebody reads is broken.
        String fields = IntStream.range(0, relation.columns().size())
                .mapToObj(i -> ", count(c" + i + ")")
                .collect(Collectors.joining());
        try (PreparedStatement statement = asking("count(*)" + fields);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The types of the columns that hold untyped text, by position. */
    Map<Integer, TextType> textTypes() throws SQLException {
        Map<Integer, TextType> types = new LinkedHashMap<>();
        for (List<Integer> columns : parts(relation.untyped().stream().sorted().toList())) {
            String questions = columns.stream().map(TextType::questions).collect(Collectors.joining(",\n"));
            try (PreparedStatement statement = asking(questions);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 0; i < columns.size(); i++) {
                    types.put(columns.get(i), TextType.of(row, 1 + i * TextType.ANSWERS));
                }
            }
        }
        return types;
    }

    /**
     * Profiles by position.
     *
     * @param casts the DuckDB type in which each column compares; empty for one whose values have no order
     */
    Map<Integer, ColumnProfile> profiles(Map<Integer, Optional<String>> casts, long rowCount) throws SQLException {
        Map<Integer, ColumnProfile> profiles = new LinkedHashMap<>();
        boolean exact = rowCount <= EXACT_ROWS;
        List<Integer> all =
                IntStream.range(0, relation.columns().size()).boxed().toList();
        for (List<Integer> columns : parts(all)) {
            String questions = columns.stream()
                    .map(column -> figures(column, casts.getOrDefault(column, Optional.empty()), exact))
                    .collect(Collectors.joining(",\n"));
            try (PreparedStatement statement = asking(questions);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 0; i < columns.size(); i++) {
                    profiles.put(columns.get(i), profile(row, 1 + i * 4, rowCount, exact));
                }
            }
        }
        return profiles;
    }

    private static String figures(int column, Optional<String> cast, boolean exact) {
        if (cast.isEmpty()) {
            return "count(c" + column + "), NULL, NULL, NULL";
        }
        boolean text = cast.get().equals(TextType.TEXT.cast());
        String value = text ? "c" + column : "try_cast(c" + column + " AS " + cast.get() + ")";
        String distinct = exact ? "count(DISTINCT " + value + ")" : "approx_count_distinct(" + value + ")";
        return "count(" + value + "), " + distinct + ", min(" + value + ")::VARCHAR, max(" + value + ")::VARCHAR";
    }

    private static ColumnProfile profile(ResultSet row, int first, long rowCount, boolean exact) throws SQLException {
        long values = row.getLong(first);
        long distinct = row.getLong(first + 1);
        boolean counted = !row.wasNull() && (exact || distinct < rowCount * 0.9);
        return new ColumnProfile(
                exact ? ColumnProfile.Basis.EXACT : ColumnProfile.Basis.SAMPLE,
                rowCount == 0 ? Optional.empty() : Optional.of((double) Math.max(0, rowCount - values) / rowCount),
                counted ? Optional.of(distinct) : Optional.empty(),
                bound(row.getString(first + 2)),
                bound(row.getString(first + 3)));
    }

    private static Optional<String> bound(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).filter(text -> text.length() <= LONGEST_BOUND);
    }

    private PreparedStatement asking(String questions) throws SQLException {
        return FolderDatabase.prepared(
                connection, "SELECT " + questions + " FROM (" + relation.query() + ")", relation.parameters());
    }

    private static List<List<Integer>> parts(List<Integer> columns) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COLUMNS_A_QUERY) {
            parts.add(columns.subList(from, Math.min(columns.size(), from + COLUMNS_A_QUERY)));
        }
        return parts;
    }
}
