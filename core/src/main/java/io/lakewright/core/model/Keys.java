package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;

/**
 * The keys of a target table by column name.
 *
 * @param unique further keys; on Databricks they are tested, not declared (databricks.md C-05)
 */
public record Keys(List<String> primary, List<ModelForeignKey> foreign, List<List<String>> unique) {

    public Keys {
        primary = Copies.list(primary);
        foreign = Copies.list(foreign);
        unique = Copies.list(unique).stream().map(List::copyOf).toList();
    }

    public static Keys primary(List<String> columns) {
        return new Keys(columns, List.of(), List.of());
    }

    public Keys withForeign(List<ModelForeignKey> keys) {
        return new Keys(primary, keys, unique);
    }

    public Keys withUnique(List<List<String>> keys) {
        return new Keys(primary, foreign, keys);
    }
}
