package io.lakewright.optimizer.ddl;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the place where a statement shall run.
 *
 * @param unityCatalog whether the target is in Unity Catalog, where said
 * @param uniquePreview whether the preview of UNIQUE constraints is on
 * @param columns the table's columns as they stand, with type and constraints as text
 * @param clustering the table's clustering keys; {@code AUTO} for automatic
 * @param kind what the object is, such as {@code MATERIALIZED_VIEW}
 * @param hasPrimaryKey whether the table has a primary key already
 * @param parentKey columns of the key that the parent of a foreign key has, where said
 * @param parentTypes their types, where said
 * @param tests tests that guard the load, in words
 * @param warehouse the compute that queries it, in words
 * @param runtimeBefore15 whether the runtime is known to be older than 15.4 LTS
 */
public record DdlContext(
        Optional<Boolean> unityCatalog,
        boolean uniquePreview,
        Map<String, String> columns,
        List<String> clustering,
        String kind,
        boolean hasPrimaryKey,
        Optional<List<String>> parentKey,
        Map<String, String> parentTypes,
        String tests,
        String warehouse,
        boolean runtimeBefore15) {

    public DdlContext {
        unityCatalog = Copies.optional(unityCatalog);
        columns = Copies.map(columns);
        clustering = Copies.list(clustering);
        parentKey = Copies.optional(parentKey).map(List::copyOf);
        parentTypes = Copies.map(parentTypes);
    }

    /** The column as it stands, in upper case. */
    Optional<String> column(String name) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().toUpperCase(Locale.ROOT))
                .findFirst();
    }

    boolean isIdentity(String name) {
        return column(name).map(text -> text.contains("IDENTITY")).orElse(false);
    }
}
