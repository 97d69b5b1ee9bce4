package io.lakewright.databricks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table or view of Unity Catalog.
 *
 * @param kind such as MANAGED, EXTERNAL or VIEW
 * @param keys constraints, as far as this answer carries them: a list of tables never does
 * @param properties table properties
 * @param rowCount number of rows when statistics were computed; empty when nobody did
 * @param sizeInBytes size at the same time
 */
public record LakeTable(
        String schema,
        String name,
        String kind,
        Optional<String> comment,
        List<LakeColumn> columns,
        List<LakeKey> keys,
        Map<String, String> properties,
        Optional<Long> rowCount,
        Optional<Long> sizeInBytes) {

    public LakeTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        properties = Map.copyOf(properties);
    }

    /** A column with the type as Databricks spells it. */
    public record LakeColumn(String name, String type, boolean nullable, Optional<String> comment) {}
}
