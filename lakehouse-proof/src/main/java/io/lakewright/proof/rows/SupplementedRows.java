package io.lakewright.proof.rows;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adds a few rows to given ones where these leave a column without any value. Whatever a model makes of that column, a
 * hub of an optional reference above all, would otherwise stay empty and nothing would be shown about it.
 *
 * <p>Given rows stay as they are. An added row is a copy of a given one under a new key, with its empty columns filled.
 */
final class SupplementedRows {

    private static final int ADDED_ROWS = 12;

    private final Map<TableName, TableRows> given;

    SupplementedRows(Map<TableName, TableRows> given) {
        this.given = given;
    }

    Map<TableName, TableRows> rows() {
        Map<TableName, TableRows> all = new LinkedHashMap<>();
        given.forEach((name, rows) -> all.put(name, supplemented(rows)));
        return SoundRows.of(all);
    }

    private TableRows supplemented(TableRows rows) {
        Set<String> empty = emptyColumns(rows);
        if (empty.isEmpty()) {
            return rows;
        }
        List<Row> more = new ArrayList<>(rows.rows());
        List<Row> copies = CopiedRows.of(rows, ADDED_ROWS, empty);
        for (int number = 0; number < copies.size(); number++) {
            more.add(filled(rows.table(), copies.get(number), empty, number));
        }
        return new TableRows(rows.table(), more);
    }

    private static Set<String> emptyColumns(TableRows rows) {
        Set<String> empty = new LinkedHashSet<>();
        for (Column column : rows.table().columns()) {
            int position = rows.position(column.name());
            if (!column.generated() && rows.rows().stream().allMatch(row -> row.get(position) == null)) {
                empty.add(lower(column.name()));
            }
        }
        return empty;
    }

    private Row filled(SourceTable table, Row copy, Set<String> empty, int number) {
        Row row = copy;
        Set<String> open = new HashSet<>(empty);
        for (ForeignKey key : table.foreignKeys()) {
            TableRows parents = given.get(key.references());
            if (parents != null) {
                if (key.columns().stream().allMatch(column -> open.contains(lower(column)))) {
                    row = referring(table, row, key, parents, number);
                }
                key.columns().forEach(column -> open.remove(lower(column)));
            }
        }
        for (Column column : table.columns()) {
            if (open.contains(lower(column.name()))) {
                row = row.with(TableRows.position(table, column.name()), Values.of(column, number));
            }
        }
        return row;
    }

    private static Row referring(SourceTable table, Row from, ForeignKey key, TableRows parents, int number) {
        Row row = from;
        Row parent = parents.rows().get(number % parents.rows().size());
        List<String> referenced = key.referencedColumns();
        for (int i = 0; i < referenced.size(); i++) {
            row = row.with(
                    TableRows.position(table, key.columns().get(i)), parent.get(parents.position(referenced.get(i))));
        }
        return row;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
