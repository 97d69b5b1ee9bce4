package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Set;

/**
 * The figures that a table is classified by (modeling.md 4.3 step 4).
 *
 * @param parents tables it refers to, itself left out
 * @param incoming number of references to it from other tables
 * @param topology connection topology value, cycles condensed
 * @param ownEventDate whether it carries a date of the event itself, as a value or as a reference to a calendar
 * @param headerEventDate whether the document that it is a line of carries one
 * @param hasLines whether another table is named as its lines, as order_items are those of orders
 * @param keyIsForeign whether its primary key consists of references only
 */
record TableFeatures(
        SourceTable table,
        ColumnRoles roles,
        Set<TableName> parents,
        int incoming,
        double topology,
        int measures,
        int texts,
        boolean ownEventDate,
        boolean headerEventDate,
        boolean hasLines,
        boolean keyIsForeign,
        List<SourceRelationship> outgoing) {

    boolean eventDate() {
        return ownEventDate || headerEventDate;
    }

    boolean validityPair() {
        return roles.has(SourceRole.VALIDITY_START) && roles.has(SourceRole.VALIDITY_END);
    }

    long rows() {
        return table.rowCount().orElse(0L);
    }
}
