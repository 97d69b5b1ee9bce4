package io.lakewright.proof.rows;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The next delivery of the same tables: about a third of the rows have a changed attribute, half of them to or from
 * NULL, a few rows are new, and a few that nobody refers to are gone.
 *
 * <p>Keys and references of rows that stay are untouched, so the delivery is as valid as the one before.
 */
final class ChangedRows {

    private static final int NEW_ROWS = 3;
    private static final int GONE_ROWS = 2;

    private final List<SourceTable> tables;
    private final long seed;

    ChangedRows(List<SourceTable> tables, long seed) {
        this.tables = tables;
        this.seed = seed;
    }

    Map<TableName, TableRows> of(Map<TableName, TableRows> first) {
        Map<TableName, TableRows> second = new LinkedHashMap<>();
        first.forEach((name, rows) -> second.put(name, changed(rows, first)));
        return second;
    }

    private TableRows changed(TableRows before, Map<TableName, TableRows> all) {
        SourceTable table = before.table();
        List<Integer> free = freeColumns(table);
        Set<Integer> gone = unreferenced(before, all);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < before.rows().size(); i++) {
            if (!gone.contains(i)) {
                rows.add(
                        i % 3 == 1 && !free.isEmpty()
                                ? withChange(before, i, i / 3, free)
                                : before.rows().get(i));
            }
        }
        rows.addAll(CopiedRows.of(before, NEW_ROWS, Set.of()));
        return new TableRows(table, rows);
    }

    /** Columns that no key and no foreign key uses, also none of another table that refers here. */
    private List<Integer> freeColumns(SourceTable table) {
        Set<String> bound = new HashSet<>();
        table.primaryKey().forEach(c -> bound.add(lower(c)));
        table.unique().forEach(key -> key.forEach(c -> bound.add(lower(c))));
        table.foreignKeys().forEach(key -> key.columns().forEach(c -> bound.add(lower(c))));
        tables.forEach(other -> other.foreignKeys().stream()
                .filter(key -> key.references().equals(table.name()))
                .forEach(key -> key.referencedColumns().forEach(c -> bound.add(lower(c)))));
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (!bound.contains(lower(column.name())) && !column.lakeType().isTemporal() && !column.generated()) {
                free.add(i);
            }
        }
        return free;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * One value of the row is another: of every second changed row by coming to be NULL or no longer being NULL, so that
     * a load that overlooks such a change is not saved by another change of the same row.
     *
     * @param count number of the row among those that change
     */
    private Row withChange(TableRows before, int number, int count, List<Integer> free) {
        Row row = before.rows().get(number);
        List<Column> columns = before.table().columns();
        List<Integer> nullable = free.stream()
                .filter(position -> columns.get(position).nullable())
                .toList();
        boolean flips = count % 2 == 1 && !nullable.isEmpty();
        List<Integer> candidates = flips ? nullable : free;
        int position = candidates.get(Math.floorMod(count / 2 + (int) seed, candidates.size()));
        String old = row.get(position);
        return flips && old != null
                ? row.with(position, null)
                : row.with(position, differing(columns.get(position), old, number));
    }

    /** Another value; the same one where the type has only one. */
    private static @Nullable String differing(Column column, @Nullable String old, int number) {
        for (long candidate = 101 + number; candidate < 101 + number + 300; candidate++) {
            String value = Values.of(column, candidate);
            if (!value.equals(old)) {
                return value;
            }
        }
        return old;
    }

    private Set<Integer> unreferenced(TableRows before, Map<TableName, TableRows> all) {
        Set<Integer> gone = new HashSet<>();
        for (int i = before.rows().size() - 1;
                i >= 0 && gone.size() < GONE_ROWS && before.rows().size() > 10;
                i--) {
            if (!isReferenced(before, before.rows().get(i), all)) {
                gone.add(i);
            }
        }
        return gone;
    }

    private static boolean isReferenced(TableRows parents, Row row, Map<TableName, TableRows> all) {
        for (TableRows children : all.values()) {
            for (ForeignKey key : children.table().foreignKeys()) {
                if (key.references().equals(parents.table().name())) {
                    Row value = parents.values(row, key.referencedColumns());
                    if (children.rows().stream()
                            .anyMatch(child ->
                                    children.values(child, key.columns()).equals(value))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
