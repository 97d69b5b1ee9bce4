package io.lakewright.generator.vault;

import io.lakewright.core.Copies;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vault is wanted for.
 *
 * @param tables the source tables in scope; empty means all
 * @param businessKeys columns by which the business knows the rows of a table, where the primary key is not meant
 * @param relationships references that the schema does not declare
 * @param targets where layers stand; what is missing gets a default
 * @param name of the model
 * @param leftOut tables that must not join, not even as the keys that others refer to
 */
public record VaultRequest(
        List<TableName> tables,
        Map<TableName, List<String>> businessKeys,
        List<Relation> relationships,
        Map<Layer, Target> targets,
        Optional<String> name,
        List<TableName> leftOut) {

    /** A reference from a table that the schema does not declare. */
    public record Relation(TableName from, ForeignKey key) {}

    public VaultRequest {
        tables = Copies.list(tables);
        businessKeys = Copies.map(businessKeys);
        relationships = Copies.list(relationships);
        targets = Copies.map(targets);
        name = Copies.optional(name);
        leftOut = Copies.list(leftOut);
    }

    /** A request for these tables with nothing else said. */
    public static VaultRequest of(List<TableName> tables) {
        return new VaultRequest(tables, Map.of(), List.of(), Map.of(), Optional.empty(), List.of());
    }

    /** The same request with these tables left out. */
    public VaultRequest without(List<TableName> tablesLeftOut) {
        return new VaultRequest(tables, businessKeys, relationships, targets, name, tablesLeftOut);
    }
}
