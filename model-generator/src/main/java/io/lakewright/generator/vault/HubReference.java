package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.schema.TableName;
import java.util.List;

/**
 * A hub as seen from a row of some table.
 *
 * @param hub the source table that owns the hub
 * @param columns what carries the hub's business key, in its order
 * @param role the part the hub plays; empty for the row's own hub
 * @param optional whether the row may lack it
 * @param written the columns of the driving table by which it is referred to
 */
record HubReference(TableName hub, List<ColumnRef> columns, String role, boolean optional, List<String> written) {

    /** Whether the driving table alone carries the business key. */
    boolean direct(String drivingAlias) {
        return columns.stream().allMatch(column -> column.alias().equals(drivingAlias));
    }
}
