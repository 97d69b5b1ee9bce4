package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * A reference between two tables of the model.
 *
 * @param references id of the table referred to
 * @param role the part the parent plays when there are several keys to it, such as {@code ship_date}
 */
public record ModelForeignKey(
        List<String> columns, String references, List<String> referencedColumns, Optional<String> role) {

    public ModelForeignKey {
        columns = Copies.list(columns);
        referencedColumns = Copies.list(referencedColumns);
        role = Copies.optional(role);
    }
}
