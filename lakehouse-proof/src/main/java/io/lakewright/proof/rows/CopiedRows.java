package io.lakewright.proof.rows;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of rows under keys that no row of the table has yet: whatever else holds for a row holds for its copy. */
final class CopiedRows {

    private static final long FIRST_NUMBER = 2_000;
    private static final long LAST_NUMBER = 40_000;

    private CopiedRows() {}

    /**
     * Up to {@code count} copies; none where every column of a key is a reference, or the table has no key.
     *
     * @param unused columns in lower case that no row fills: keys with one of them are free in a copy as they are
     */
    static List<Row> of(TableRows before, int count, Set<String> unused) {
        SourceTable table = before.table();
        List<Row> rows = new ArrayList<>();
        Optional<List<Integer>> renewed = renewedColumns(table, unused);
        if (renewed.isEmpty() || before.rows().isEmpty()) {
            return rows;
        }
        Map<Integer, Set<@Nullable String>> taken = new LinkedHashMap<>();
        for (int position : renewed.get()) {
            Set<@Nullable String> values = new HashSet<>();
            before.rows().forEach(row -> values.add(row.get(position)));
            taken.put(position, values);
        }
        for (int i = 0; i < count; i++) {
            Row row = before.rows().get(i % before.rows().size());
            for (int position : renewed.get()) {
                row = row.with(position, free(table.columns().get(position), taken.getOrDefault(position, Set.of())));
            }
            if (renewed.get().stream().map(row::get).allMatch(value -> value != null)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** A value that no row has yet, now taken; null when the type has no room for one. */
    private static @Nullable String free(Column column, Set<@Nullable String> taken) {
        for (long candidate = FIRST_NUMBER; candidate < LAST_NUMBER; candidate++) {
            String value = Values.of(column, candidate);
            if (taken.add(value)) {
                return value;
            }
        }
        return null;
    }

    /** One column of every key that is not a reference; empty when some key has none, or there is no key at all. */
    private static Optional<List<Integer>> renewedColumns(SourceTable table, Set<String> unused) {
        Set<String> references = new HashSet<>();
        table.foreignKeys().forEach(key -> key.columns().forEach(c -> references.add(lower(c))));
        List<List<String>> keys = new ArrayList<>(table.unique());
        if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        Set<Integer> positions = new LinkedHashSet<>();
        for (List<String> key : keys) {
            if (key.stream().anyMatch(column -> unused.contains(lower(column)))) {
                continue;
            }
            Optional<String> own =
                    key.stream().filter(c -> !references.contains(lower(c))).findFirst();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            positions.add(TableRows.position(table, own.get()));
        }
        return positions.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(positions));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
