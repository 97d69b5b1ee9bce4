package io.lakewright.testing;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.PostgresTypes;
import java.util.List;
import java.util.Optional;

/** Source tables as a test writes them down in a few words. */
public final class SketchedTables {

    private SketchedTables() {}

    /**
     * A table without rows or comments.
     *
     * @param name schema and table with a point between them
     * @param columns name and PostgreSQL type of each, a question mark behind it when the column may be NULL:
     *     {@code price numeric(7,2)?}
     */
    public static SourceTable table(String name, List<String> columns, List<String> key, ForeignKey... references) {
        return new SourceTable(
                TableName.parse(name),
                columns.stream().map(SketchedTables::column).toList(),
                key,
                List.of(),
                List.of(references),
                Optional.empty(),
                Optional.empty());
    }

    private static Column column(String written) {
        String[] parts = written.split(" ", 2);
        boolean nullable = parts[1].endsWith("?");
        String type = nullable ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
        return Column.of(parts[0], type, PostgresTypes.toLakeType(type), nullable);
    }

    /** A declared reference by one column. */
    public static ForeignKey reference(String column, String parent, String parentColumn) {
        return ForeignKey.declared(List.of(column), TableName.parse(parent), List.of(parentColumn));
    }
}
