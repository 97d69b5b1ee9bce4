package io.lakewright.proof.rows;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Valid rows for tables that have none: primary and unique keys hold, NOT NULL holds, and every foreign key between
 * the tables finds its parent, also composite, shared, self-referencing and circular ones.
 *
 * <p>The same tables and seed give the same rows.
 */
final class SeededRows {

    private static final int TRIES = 400;

    private final List<SourceTable> tables;
    private final long seed;
    private final Map<TableName, List<@Nullable String[]>> made = new HashMap<>();

    SeededRows(List<SourceTable> tables, long seed) {
        this.tables = tables;
        this.seed = seed;
    }

    /** About {@code count} rows a table; fewer only where keys leave no room for more. */
    Map<TableName, TableRows> rows(int count) {
        List<SourceTable> order = parentsFirst();
        Map<TableName, List<ForeignKey>> postponed = new LinkedHashMap<>();
        for (SourceTable table : order) {
            List<ForeignKey> later = table.foreignKeys().stream()
                    .filter(key -> isHere(key) && !made.containsKey(key.references()))
                    .toList();
            postponed.put(table.name(), later);
            made.put(table.name(), new ArrayList<>());
            fill(table, later, count);
        }
        postponed.forEach((name, keys) -> keys.forEach(key -> closeCircle(name, key)));
        Map<TableName, TableRows> result = new LinkedHashMap<>();
        for (SourceTable table : tables) {
            List<Row> rows = new ArrayList<>();
            rowsOf(table.name()).forEach(row -> rows.add(new Row(Arrays.asList(row))));
            result.put(table.name(), new TableRows(table, rows));
        }
        return result;
    }

    private boolean isHere(ForeignKey key) {
        return tables.stream().anyMatch(t -> t.name().equals(key.references()));
    }

    private List<@Nullable String[]> rowsOf(TableName name) {
        return made.getOrDefault(name, List.of());
    }

    /** Parents before children; where tables refer to each other in a circle, the one with fewer open parents first. */
    private List<SourceTable> parentsFirst() {
        List<SourceTable> left = new ArrayList<>(tables);
        List<SourceTable> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<TableName> open = left.stream().map(SourceTable::name).collect(Collectors.toSet());
            SourceTable next = left.stream()
                    .min(Comparator.comparingLong((SourceTable t) -> t.foreignKeys().stream()
                                    .filter(k -> open.contains(k.references())
                                            && !k.references().equals(t.name()))
                                    .count())
                            .thenComparing(SourceTable::name))
                    .orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private void fill(SourceTable table, List<ForeignKey> later, int count) {
        List<List<String>> keys = new ArrayList<>(table.unique());
        if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        List<Set<Row>> seen = new ArrayList<>();
        keys.forEach(key -> seen.add(new HashSet<>()));
        for (int number = 0; number < count; number++) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Optional<@Nullable String[]> row = row(table, later, number, attempt);
                if (row.isPresent() && isFree(table, row.get(), keys, seen)) {
                    rowsOf(table.name()).add(row.get());
                    break;
                }
            }
        }
    }

    private static boolean isFree(
            SourceTable table, @Nullable String[] row, List<List<String>> keys, List<Set<Row>> seen) {
        List<Row> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<@Nullable String> parts = new ArrayList<>();
            for (String column : keys.get(i)) {
                parts.add(row[TableRows.position(table, column)]);
            }
            Row value = new Row(parts);
            if (!value.containsNull() && seen.get(i).contains(value)) {
                return false;
            }
            values.add(value);
        }
        for (int i = 0; i < keys.size(); i++) {
            seen.get(i).add(values.get(i));
        }
        return true;
    }

    /** Empty when a reference that must be set finds no parent that fits what is set already. */
    private Optional<@Nullable String[]> row(SourceTable table, List<ForeignKey> later, int number, int attempt) {
        @Nullable String[] row = new @Nullable String[table.columns().size()];
        boolean[] set = new boolean[row.length];
        // Wide keys first: a shared column is then already right for the narrow ones.
        List<ForeignKey> keys = table.foreignKeys().stream()
                .filter(key -> isHere(key) && !later.contains(key))
                .sorted(Comparator.comparingInt((ForeignKey k) -> -k.columns().size()))
                .toList();
        List<ForeignKey> toItself = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!refer(table, keys.get(i), row, set, pick(table, number, attempt, i))) {
                if (!keys.get(i).references().equals(table.name())) {
                    return Optional.empty();
                }
                toItself.add(keys.get(i));
            }
        }
        for (int i = 0; i < row.length; i++) {
            if (!set[i]) {
                row[i] = plain(table, table.columns().get(i), later, number, attempt);
            }
        }
        for (ForeignKey key : toItself) {
            for (int i = 0; i < key.columns().size(); i++) {
                row[TableRows.position(table, key.columns().get(i))] =
                        row[TableRows.position(table, key.referencedColumns().get(i))];
            }
        }
        return Optional.of(row);
    }

    /** The first try walks through the parents in step with the rows, so that keys made of references stay unique. */
    private long pick(SourceTable table, int number, int attempt, int keyPosition) {
        if (attempt == 0) {
            return number + (keyPosition == 0 ? 0 : number / 7L * keyPosition);
        }
        return Math.floorMod(mix(seed, table.name().text().hashCode(), number, attempt, keyPosition), 1_000_003L);
    }

    /** Sets the columns of a reference; false when it must be set and no parent fits. */
    private boolean refer(SourceTable table, ForeignKey key, @Nullable String[] row, boolean[] set, long pick) {
        boolean optional = key.columns().stream()
                .allMatch(c -> table.columns().get(TableRows.position(table, c)).nullable()
                        && !set[TableRows.position(table, c)]);
        List<@Nullable String[]> parents = rowsOf(key.references());
        SourceTable parent = tables.stream()
                .filter(t -> t.name().equals(key.references()))
                .findFirst()
                .orElseThrow();
        List<@Nullable String[]> fitting = parents.stream()
                .filter(candidate -> fits(table, parent, key, row, set, candidate))
                .toList();
        if (optional && (fitting.isEmpty() || pick % 9 == 4)) {
            key.columns().forEach(column -> set[TableRows.position(table, column)] = true);
            return true;
        }
        if (fitting.isEmpty()) {
            return false;
        }
        @Nullable String[] chosen = fitting.get((int) (pick % fitting.size()));
        for (int i = 0; i < key.columns().size(); i++) {
            int position = TableRows.position(table, key.columns().get(i));
            row[position] =
                    chosen[TableRows.position(parent, key.referencedColumns().get(i))];
            set[position] = true;
        }
        return true;
    }

    private static boolean fits(
            SourceTable table,
            SourceTable parent,
            ForeignKey key,
            @Nullable String[] row,
            boolean[] set,
            @Nullable String[] candidate) {
        for (int i = 0; i < key.columns().size(); i++) {
            int position = TableRows.position(table, key.columns().get(i));
            String value =
                    candidate[TableRows.position(parent, key.referencedColumns().get(i))];
            if (value == null || (set[position] && !value.equals(row[position]))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String plain(SourceTable table, Column column, List<ForeignKey> later, int number, int attempt) {
        boolean waits =
                later.stream().anyMatch(key -> key.columns().stream().anyMatch(column.name()::equalsIgnoreCase));
        if (waits && !table.isPrimaryKeyColumn(column.name())) {
            return null;
        }
        boolean inKey = table.isPrimaryKeyColumn(column.name())
                || table.unique().stream().anyMatch(key -> key.stream().anyMatch(column.name()::equalsIgnoreCase));
        if (inKey) {
            return Values.of(column, number + (long) attempt * 61);
        }
        long mixed = mix(seed, column.name().hashCode(), number, 0, 0);
        if (column.nullable() && Math.floorMod(mixed, 10) == 0) {
            return null;
        }
        return Values.of(column, Math.floorMod(mixed, 97));
    }

    /** Second pass for references to tables that were made later: every waiting column now finds a parent. */
    private void closeCircle(TableName name, ForeignKey key) {
        SourceTable table =
                tables.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
        List<@Nullable String[]> rows = rowsOf(name);
        if (key.columns().stream().anyMatch(table::isPrimaryKeyColumn)) {
            return;
        }
        for (int number = 0; number < rows.size(); number++) {
            refer(table, key, rows.get(number), new boolean[rows.get(number).length], number);
        }
    }

    private static long mix(long a, long b, long c, long d, long e) {
        long mixed = a;
        for (long part : new long[] {b, c, d, e}) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }
}
