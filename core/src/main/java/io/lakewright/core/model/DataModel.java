package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data model: immutable, and the only thing from which artefacts are made.
 *
 * @param schemaVersion version of the document's form, now 1
 * @param targets where each used layer stands
 * @param decisions those that concern the whole model
 */
public record DataModel(
        int schemaVersion,
        String name,
        ModelStyle style,
        String description,
        ModelSource source,
        Conventions conventions,
        Map<Layer, Target> targets,
        List<Decision> decisions,
        List<Exclusion> excluded,
        List<TableSpec> tables) {

    public static final int SCHEMA_VERSION = 1;

    public DataModel {
        targets = Copies.map(targets);
        decisions = Copies.list(decisions);
        excluded = Copies.list(excluded);
        tables = Copies.list(tables);
    }

    /** The table with that id. */
    public Optional<TableSpec> byId(String tableId) {
        return tables.stream().filter(t -> t.id().equals(tableId)).findFirst();
    }

    /** The table with that id or, without regard to case, that name. */
    public Optional<TableSpec> table(String idOrName) {
        return byId(idOrName)
                .or(() -> tables.stream()
                        .filter(t -> t.name().equalsIgnoreCase(idOrName))
                        .findFirst());
    }

    public DataModel withTables(List<TableSpec> newTables) {
        return new DataModel(
                schemaVersion, name, style, description, source, conventions, targets, decisions, excluded, newTables);
    }

    /** The same model with the table of that id replaced. */
    public DataModel withTable(TableSpec replacement) {
        return withTables(tables.stream()
                .map(t -> t.id().equals(replacement.id()) ? replacement : t)
                .toList());
    }

    public DataModel withTargets(Map<Layer, Target> newTargets) {
        return new DataModel(
                schemaVersion, name, style, description, source, conventions, newTargets, decisions, excluded, tables);
    }

    public DataModel withSource(ModelSource newSource) {
        return new DataModel(
                schemaVersion, name, style, description, newSource, conventions, targets, decisions, excluded, tables);
    }

    public DataModel withExcluded(List<Exclusion> newExcluded) {
        return new DataModel(
                schemaVersion, name, style, description, source, conventions, targets, decisions, newExcluded, tables);
    }

    /** The foreign keys of the model as relationships, in table order. */
    public List<Relationship> relationships() {
        return tables.stream()
                .flatMap(table -> table.keys().foreign().stream().map(key -> relationship(table, key)))
                .toList();
    }

    private Relationship relationship(TableSpec table, ModelForeignKey key) {
        String parent = byId(key.references()).map(TableSpec::name).orElse(key.references());
        return new Relationship(
                "many_to_one",
                table.name() + "." + String.join(",", key.columns()),
                parent + "." + String.join(",", key.referencedColumns()),
                key.role());
    }
}
