package io.lakewright.analyzer.read;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a database as text. */
public final class RowTexts {

    private RowTexts() {}

    /** The columns whose values can be read as text: all that hold no bytes. */
    public static List<Column> readable(SourceTable table) {
        return table.columns().stream()
                .filter(column -> column.lakeType().base() != LakeType.Base.BINARY)
                .toList();
    }

    public static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** Every row of an answer; NULL is null. */
    public static List<List<@Nullable String>> of(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
