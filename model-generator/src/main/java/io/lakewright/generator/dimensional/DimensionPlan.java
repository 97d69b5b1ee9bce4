package io.lakewright.generator.dimensional;

import io.lakewright.core.Copies;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Set;

/**
 * What one dimension is made of.
 *
 * @param name of the dimension, also its id
 * @param entity what a row is called; the surrogate key is named after it
 * @param driving the table whose rows become rows
 * @param flattened parents whose columns it takes in
 * @param subtypes tables with the same key that it takes in
 */
record DimensionPlan(
        String name, String entity, TableName driving, Set<TableName> flattened, List<TableName> subtypes) {
    DimensionPlan {
        flattened = Set.copyOf(flattened);
        subtypes = Copies.list(subtypes);
    }

    String surrogate() {
        return entity + "_key";
    }
}
