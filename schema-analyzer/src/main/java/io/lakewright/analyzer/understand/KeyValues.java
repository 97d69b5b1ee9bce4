package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceRows.Rows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sample of every table's rows, and what it says of the values of columns; each table is read once. */
final class KeyValues {

    private static final int SAMPLE = 1_000;

    private final SourceRows rows;
    private final Map<TableName, Optional<Rows>> samples = new HashMap<>();

    KeyValues(SourceRows rows) {
        this.rows = rows;
    }

    /** Whether the sample holds all rows of the table. */
    boolean isWhole(SourceTable table) {
        return sample(table).filter(found -> found.values().size() < SAMPLE).isPresent();
    }

    /** The different keys that the sample holds in some columns, NULL left out; empty when there are no rows. */
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
            Optional<Set<List<String>>> there = rows.present(table.name(), columns, missing);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            missing.removeAll(there.get());
        }
        return Optional.of(1 - (double) missing.size() / keys.size());
    }

    /**
     * The share of the whole numbers between the smallest and the largest value of a column that the column has: 1 when it
     * counts up without gaps. Empty when the column does not hold whole numbers.
     */
    Optional<Double> density(SourceTable table, String column) {
        Set<List<String>> values = distinct(table, List.of(column));
        BigDecimal least = null;
        BigDecimal most = null;
        for (List<String> value : values) {
            if (!value.getFirst().matches("-?\\d{1,18}")) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(value.getFirst());
            least = least == null ? number : least.min(number);
            most = most == null ? number : most.max(number);
        }
        return least == null || most == null
                ? Optional.empty()
                : Optional.of(
                        values.size() / most.subtract(least).add(BigDecimal.ONE).doubleValue());
    }

    private Optional<Rows> sample(SourceTable table) {
        return samples.computeIfAbsent(table.name(), name -> rows.read(name, SAMPLE));
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
