package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.Copies;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What one fact is made of.
 *
 * @param name of the fact, also its id
 * @param driving the table whose rows become rows
 * @param toHeader the reference to the document whose lines these are, when it is merged in
 * @param links ways to its dimensions
 */
record FactPlan(String name, TableName driving, Optional<SourceRelationship> toHeader, List<Link> links) {

    FactPlan {
        toHeader = Copies.optional(toHeader);
        links = Copies.list(links);
    }

    /**
     * A way to a dimension.
     *
     * @param path references from the driving table, or from its document, up to the dimension's driving table
     * @param role the part that the dimension plays, empty when it is itself
     */
    record Link(DimensionPlan dimension, boolean fromHeader, List<SourceRelationship> path, Optional<String> role) {
        Link {
            path = Copies.list(path);
        }
    }

    FactPlan withLinks(List<Link> found) {
        return new FactPlan(name, driving, toHeader, found);
    }
}
