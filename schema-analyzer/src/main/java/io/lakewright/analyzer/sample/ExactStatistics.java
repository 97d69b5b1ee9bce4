package io.lakewright.analyzer.sample;

import io.lakewright.analyzer.profile.ValueOrder;
import io.lakewright.analyzer.read.RowStore;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts every row of a store: the way the snapshot of the sample is made and checked. */
final class ExactStatistics {

    private ExactStatistics() {}

    static SourceSchema of(SourceSchema schema, RowStore store) {
        List<SourceTable> tables = schema.tables().stream()
                .map(table -> store.first(table, Integer.MAX_VALUE)
                        .map(rows -> profiled(table, rows))
                        .orElse(table))
                .toList();
        return schema.withTables(tables);
    }

    private static SourceTable profiled(SourceTable table, SourceRows.Rows rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column.withProfile(profile(column, rows, rows.columns().indexOf(column.name()))));
        }
        return new SourceTable(
                table.name(),
                columns,
                table.primaryKey(),
                table.unique(),
                table.foreignKeys(),
                Optional.of((long) rows.values().size()),
                table.comment());
    }

    private static ColumnProfile profile(Column column, SourceRows.Rows rows, int position) {
        ValueOrder order = ValueOrder.of(column.lakeType());
        Set<String> distinct = new HashSet<>();
        long nulls = 0;
        for (List<@Nullable String> row : rows.values()) {
            String value = row.get(position);
            if (value == null) {
                nulls++;
            } else {
                distinct.add(value);
            }
        }
        int count = rows.values().size();
        return new ColumnProfile(
                ColumnProfile.Basis.EXACT,
                Optional.of(count == 0 ? 0.0 : Math.round(1_000_000.0 * nulls / count) / 1_000_000.0),
                Optional.of((long) distinct.size()),
                distinct.stream().min(order),
                distinct.stream().max(order));
    }
}
