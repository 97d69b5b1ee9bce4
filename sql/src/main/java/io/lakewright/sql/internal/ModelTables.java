package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.SourceTables;
import io.lakewright.sql.node.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of one model by name and by what the printers ask of them. Immutable. */
public final class ModelTables {

    private final DataModel model;

    public ModelTables(DataModel model) {
        this.model = model;
    }

    DataModel model() {
        return model;
    }

    public QualifiedName name(TableSpec table) {
        return QualifiedName.of(table.layer(), SourceTables.target(model, table.layer()), table.name());
    }

    TableSpec table(String id) {
        return model.byId(id)
                .orElseThrow(() -> Problem.notFound(
                                "LW-1207",
                                "The model has no table with the id \"" + id + "\".",
                                "Refer to a table of the model by its id.")
                        .exception());
    }

    static ModelColumn column(TableSpec table, String name) {
        return table.column(name)
                .orElseThrow(() -> Problem.notFound(
                                "LW-1208",
                                table.name() + " has no column \"" + name + "\".",
                                "Add the column, or take it out of keys and loads.")
                        .exception());
    }

    static Optional<ModelColumn> first(TableSpec table, ColumnRole role) {
        return table.columns().stream().filter(column -> column.role() == role).findFirst();
    }

    /** The column that identifies a row of a dimension. */
    static ModelColumn key(TableSpec table) {
        return first(table, ColumnRole.SURROGATE_KEY)
                .orElseGet(() -> column(table, table.keys().primary().getFirst()));
    }

    /** The types in which the parts of a table's hash key enter it; empty when the table has no such key. */
    List<LakeType> keyTypes(TableSpec table) {
        return switch (table) {
            case TableSpec.Hub hub -> types(hub, hub.businessKey());
            case TableSpec.Link link -> linkTypes(link);
            case TableSpec.Satellite satellite -> keyTypes(table(satellite.parent()));
            case TableSpec.Dimension dimension -> types(dimension, dimension.businessKey());
            case TableSpec.DateDimension dates -> List.of();
            case TableSpec.Fact fact -> List.of();
        };
    }

    private static List<LakeType> types(TableSpec table, List<String> columns) {
        return columns.stream().map(name -> column(table, name).type()).toList();
    }

    private List<LakeType> linkTypes(TableSpec.Link link) {
        List<LakeType> types = new ArrayList<>();
        link.parents().forEach(parent -> types.addAll(keyTypes(table(parent))));
        link.columns().stream()
                .filter(column -> column.role() == ColumnRole.BUSINESS_KEY)
                .forEach(column -> types.add(column.type()));
        return types;
    }

    /** The table a column refers to by itself. */
    Optional<TableSpec> parent(TableSpec table, String column) {
        return table.keys().foreign().stream()
                .filter(key ->
                        key.columns().size() == 1 && key.columns().getFirst().equalsIgnoreCase(column))
                .findFirst()
                .flatMap(key -> model.byId(key.references()));
    }
}
