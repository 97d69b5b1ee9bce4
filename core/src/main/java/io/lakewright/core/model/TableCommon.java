package io.lakewright.core.model;

import io.lakewright.core.Copies;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What every target table has, whatever its kind.
 *
 * @param id stable over renames; has no point in it
 * @param patternId id of the pattern in the catalogue that this table follows
 * @param sources the source tables whose columns it carries
 */
public record TableCommon(
        String id,
        String name,
        String patternId,
        Layer layer,
        String description,
        List<TableName> sources,
        List<ModelColumn> columns,
        Keys keys,
        SurrogateKind surrogate,
        List<Load> loads,
        Physical physical,
        List<Decision> decisions) {

    public TableCommon {
        if (id.contains(".")) {
            throw new IllegalArgumentException("a table id has no point: " + id);
        }
        sources = Copies.list(sources);
        columns = Copies.list(columns);
        loads = Copies.list(loads);
        decisions = Copies.list(decisions);
    }

    public Optional<ModelColumn> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    public TableCommon withName(String newName) {
        return new TableCommon(
                id,
                newName,
                patternId,
                layer,
                description,
                sources,
                columns,
                keys,
                surrogate,
                loads,
                physical,
                decisions);
    }

    public TableCommon withPatternId(String newPatternId) {
        return new TableCommon(
                id,
                name,
                newPatternId,
                layer,
                description,
                sources,
                columns,
                keys,
                surrogate,
                loads,
                physical,
                decisions);
    }

    public TableCommon withDescription(String text) {
        return new TableCommon(
                id, name, patternId, layer, text, sources, columns, keys, surrogate, loads, physical, decisions);
    }

    public TableCommon withSources(List<TableName> newSources) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                newSources,
                columns,
                keys,
                surrogate,
                loads,
                physical,
                decisions);
    }

    public TableCommon withColumns(List<ModelColumn> newColumns) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                sources,
                newColumns,
                keys,
                surrogate,
                loads,
                physical,
                decisions);
    }

    public TableCommon withKeys(Keys newKeys) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                sources,
                columns,
                newKeys,
                surrogate,
                loads,
                physical,
                decisions);
    }

    public TableCommon withLoads(List<Load> newLoads) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                sources,
                columns,
                keys,
                surrogate,
                newLoads,
                physical,
                decisions);
    }

    public TableCommon withPhysical(Physical newPhysical) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                sources,
                columns,
                keys,
                surrogate,
                loads,
                newPhysical,
                decisions);
    }

    public TableCommon withDecisions(List<Decision> newDecisions) {
        return new TableCommon(
                id,
                name,
                patternId,
                layer,
                description,
                sources,
                columns,
                keys,
                surrogate,
                loads,
                physical,
                newDecisions);
    }
}
