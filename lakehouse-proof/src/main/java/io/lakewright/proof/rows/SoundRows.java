package io.lakewright.proof.rows;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps only rows whose foreign keys find their parent, and one row for each key, until nothing changes. */
final class SoundRows {

    private SoundRows() {}

    static Map<TableName, TableRows> of(Map<TableName, TableRows> rows) {
        Map<TableName, TableRows> current = new LinkedHashMap<>();
        rows.forEach((name, tableRows) -> current.put(name, withoutBrokenKeys(tableRows)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (TableName name : List.copyOf(current.keySet())) {
                TableRows kept = withParents(nonNull(current, name), current);
                changed |= kept.rows().size() != nonNull(current, name).rows().size();
                current.put(name, kept);
            }
        }
        return current;
    }

    private static TableRows nonNull(Map<TableName, TableRows> rows, TableName name) {
        TableRows found = rows.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no rows of " + name);
        }
        return found;
    }

    private static TableRows withoutBrokenKeys(TableRows tableRows) {
        SourceTable table = tableRows.table();
        List<List<String>> keys = new ArrayList<>(table.unique());
        if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        List<Set<Row>> seen = new ArrayList<>();
        keys.forEach(key -> seen.add(new HashSet<>()));
        List<Row> kept = new ArrayList<>();
        for (Row row : tableRows.rows()) {
            if (isComplete(tableRows, row) && isNew(tableRows, row, keys, seen)) {
                kept.add(row);
            }
        }
        return new TableRows(table, kept);
    }

    private static boolean isComplete(TableRows tableRows, Row row) {
        for (String column : tableRows.table().primaryKey()) {
            if (row.get(tableRows.position(column)) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNew(TableRows tableRows, Row row, List<List<String>> keys, List<Set<Row>> seen) {
        boolean fresh = true;
        for (int i = 0; i < keys.size(); i++) {
            Row value = tableRows.values(row, keys.get(i));
            fresh &= value.containsNull() || seen.get(i).add(value);
        }
        return fresh;
    }

    private static TableRows withParents(TableRows tableRows, Map<TableName, TableRows> all) {
        List<Row> kept = tableRows.rows();
        for (ForeignKey key : tableRows.table().foreignKeys()) {
            TableRows parents = all.get(key.references());
            if (parents == null) {
                continue;
            }
            Set<Row> known = new HashSet<>();
            parents.rows().forEach(row -> known.add(parents.values(row, key.referencedColumns())));
            kept = kept.stream()
                    .filter(row -> {
                        Row value = tableRows.values(row, key.columns());
                        return value.containsNull() || known.contains(value);
                    })
                    .toList();
        }
        return new TableRows(tableRows.table(), kept);
    }
}
