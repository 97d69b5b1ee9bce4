package io.lakewright.proof.rows;

import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one source table as text, one value for every column of the table in its order; null is NULL.
 *
 * @param table the table with its columns
 * @param rows values; never changed after construction
 */
public record TableRows(SourceTable table, List<Row> rows) {

    public TableRows {
        for (Row row : rows) {
            if (row.values().size() != table.columns().size()) {
                throw new IllegalArgumentException("a row of " + table.name() + " does not have a value a column");
            }
        }
        rows = List.copyOf(rows);
    }

    /** Position of a column in every row. */
    public int position(String column) {
        return position(table, column);
    }

    static int position(SourceTable table, String column) {
        String wanted = column.toLowerCase(Locale.ROOT);
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no column " + column);
    }

    /** The values of some columns of a row, in the order asked for. */
    public Row values(Row row, List<String> columns) {
        List<@Nullable String> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            values.add(row.get(position(column)));
        }
        return new Row(values);
    }
}
