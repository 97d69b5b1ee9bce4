package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceRows.Rows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A sample of every table's rows, and what it says of the values of columns; each table is read once. */
final class KeyValues {

    private static final int SAMPLE = 1_000;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final SourceRows rows;
    private final RowBudget budget;
    private final Map<TableName, Optional<Rows>> samples = new HashMap<>();

    KeyValues(SourceRows rows, RowBudget budget) {
        this.rows = rows;
        this.budget = budget;
    }

    /** Whether the sample holds all rows of the table. */
    boolean isWhole(SourceTable table) {
        return sample(table).filter(found -> found.values().size() < SAMPLE).isPresent();
    }

    /** The different keys that the sample holds in some columns, NULL left out; empty when there are no rows. */
    // The checker takes the elements of nullable lists for plain ones inside lambdas.
    @SuppressWarnings("NullAway")
    Set<List<String>> distinct(SourceTable table, List<String> columns) {
        Set<List<String>> keys = new LinkedHashSet<>();
        sample(table).ifPresent(found -> {
            List<Integer> positions = columns.stream()
                    .map(column -> position(found, column))
                    .filter(position -> position >= 0)
                    .toList();
            if (positions.size() == columns.size()) {
                found.values().forEach(row -> key(row, positions).ifPresent(keys::add));
            }
        });
        return keys;
    }

    /**
     * The share of some keys that a table has.
     *
     * @return empty when that cannot be told, because the table has no rows or they cannot be looked up
     */
    Optional<Double> found(SourceTable table, List<String> columns, Set<List<String>> keys) {
        Set<List<String>> known = distinct(table, columns);
        if (known.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        Set<List<String>> missing = new LinkedHashSet<>(keys);
        missing.removeAll(known);
        if (!missing.isEmpty() && !isWhole(table)) {
            Optional<Set<List<String>>> there =
                    budget.isOver(table.name()) ? Optional.empty() : rows.present(table.name(), columns, missing);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            missing.removeAll(there.get());
        }
        return Optional.of(1 - (double) missing.size() / keys.size());
    }

    /**
     * The share of the whole numbers among which some values lie that a column has: 1 when it counts up there without gaps.
     *
     * @param values values of one column each
     * @return empty when either side holds something else than whole numbers, or the sample ends before them
     */
    Optional<Double> density(SourceTable table, String column, Set<List<String>> values) {
        Optional<LongSummaryStatistics> range = numbers(values).map(LongStream::summaryStatistics);
        Optional<long[]> keys = numbers(distinct(table, List.of(column))).map(LongStream::toArray);
        if (range.isEmpty() || keys.isEmpty() || keys.get().length == 0) {
            return Optional.empty();
        }
        long from = range.get().getMin();
        long to = Math.min(range.get().getMax(), LongStream.of(keys.get()).max().orElse(from));
        long there = LongStream.of(keys.get())
                .filter(key -> key >= from && key <= to)
                .count();
        return to < from ? Optional.empty() : Optional.of((double) there / (to - from + 1));
    }

    private static Optional<LongStream> numbers(Set<List<String>> values) {
        return values.stream().allMatch(value -> WHOLE.matcher(value.getFirst()).matches())
                ? Optional.of(values.stream().mapToLong(value -> Long.parseLong(value.getFirst())))
                : Optional.empty();
    }

    private Optional<Rows> sample(SourceTable table) {
        return samples.computeIfAbsent(
                table.name(), name -> budget.isOver(name) ? Optional.empty() : rows.read(name, SAMPLE));
    }

    private static int position(Rows rows, String column) {
        for (int i = 0; i < rows.columns().size(); i++) {
            if (rows.columns().get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<List<String>> key(List<@Nullable String> row, List<Integer> positions) {
        List<String> key = new ArrayList<>();
        for (int position : positions) {
            String value = row.get(position);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }
}
