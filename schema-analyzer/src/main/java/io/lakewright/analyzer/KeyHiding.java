package io.lakewright.analyzer;

import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.List;

/** Hides keys that a source declares, to see what can be found without them. */
public final class KeyHiding {

    private KeyHiding() {}

    /**
     * The schema without its declared foreign keys, its primary keys, or both; unique keys stay.
     *
     * @param foreignKeys whether declared foreign keys are hidden
     * @param primaryKeys whether primary keys are hidden; references to them stay unless hidden as well
     */
    public static SourceSchema hide(SourceSchema schema, boolean foreignKeys, boolean primaryKeys) {
        if (!foreignKeys && !primaryKeys) {
            return schema;
        }
        List<SourceTable> tables = schema.tables().stream()
                .map(table -> primaryKeys ? table.withoutPrimaryKey() : table)
                .map(table -> foreignKeys ? table.withForeignKeys(List.of()) : table)
                .toList();
        return schema.withTables(tables);
    }
}
