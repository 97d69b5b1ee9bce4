package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Map;

/**
 * The physical layout of a table.
 *
 * @param clustering liquid clustering columns; empty means none are named
 * @param automaticClustering {@code CLUSTER BY AUTO}
 * @param properties table properties with their {@code delta.} prefix
 */
public record Physical(
        List<String> clustering,
        boolean automaticClustering,
        List<String> partitioning,
        Map<String, String> properties) {

    public Physical {
        clustering = Copies.list(clustering);
        partitioning = Copies.list(partitioning);
        properties = Copies.map(properties);
    }

    public static Physical none() {
        return new Physical(List.of(), false, List.of(), Map.of());
    }
}
