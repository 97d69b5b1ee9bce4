package io.lakewright.core.document;

import io.lakewright.core.Copies;
import io.lakewright.core.Problem;
import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The flat form in which a table stands in a document (contracts section 2): common parts and those of its kind. */
record TableDocument(
        String id,
        String name,
        TableKind kind,
        String patternId,
        Layer layer,
        String description,
        Optional<Grain> grain,
        Optional<ScdType> scdType,
        Optional<FactType> factType,
        Optional<List<String>> businessKey,
        Optional<List<String>> parents,
        List<TableName> sources,
        List<ModelColumn> columns,
        Keys keys,
        SurrogateKind surrogate,
        List<Load> loads,
        Optional<Hash> hash,
        Optional<History> history,
        Optional<Calendar> calendar,
        Optional<List<SpecialRow>> specialRows,
        Physical physical,
        List<Decision> decisions) {

    TableDocument {
        grain = Copies.optional(grain);
        scdType = Copies.optional(scdType);
        factType = Copies.optional(factType);
        businessKey = Copies.optional(businessKey);
        parents = Copies.optional(parents);
        hash = Copies.optional(hash);
        history = Copies.optional(history);
        calendar = Copies.optional(calendar);
        specialRows = Copies.optional(specialRows);
    }

    static TableDocument of(TableSpec table) {
        Optional<Grain> grain = Optional.empty();
        Optional<ScdType> scdType = Optional.empty();
        Optional<FactType> factType = Optional.empty();
        Optional<Hash> hash = Optional.empty();
        Optional<History> history = Optional.empty();
        Optional<Calendar> calendar = Optional.empty();
        Optional<List<SpecialRow>> specialRows = Optional.empty();
        switch (table) {
            case TableSpec.Dimension dimension -> {
                scdType = Optional.of(dimension.scdType());
                history = dimension.history();
                specialRows = Optional.of(dimension.specialRows());
            }
            case TableSpec.DateDimension dates -> {
                calendar = Optional.of(dates.calendar());
                specialRows = Optional.of(dates.specialRows());
            }
            case TableSpec.Fact fact -> {
                factType = Optional.of(fact.factType());
                grain = Optional.of(fact.grain());
            }
            case TableSpec.Hub hub -> hash = Optional.of(hub.hash());
            case TableSpec.Link link -> hash = Optional.of(link.hash());
            case TableSpec.Satellite satellite -> hash = Optional.of(satellite.hash());
        }
        TableCommon common = table.common();
        return new TableDocument(
                common.id(),
                common.name(),
                table.kind(),
                common.patternId(),
                common.layer(),
                common.description(),
                grain,
                scdType,
                factType,
                present(table.businessKey()),
                present(table.parents()),
                common.sources(),
                common.columns(),
                common.keys(),
                common.surrogate(),
                common.loads(),
                hash,
                history,
                calendar,
                specialRows,
                common.physical(),
                common.decisions());
    }

    TableSpec toSpec() {
        TableCommon common = new TableCommon(
                id, name, patternId, layer, description, sources, columns, keys, surrogate, loads, physical, decisions);
        return switch (kind) {
            case DIMENSION ->
                new TableSpec.Dimension(
                        common,
                        businessKey.orElse(List.of()),
                        need(scdType, "scd_type"),
                        history,
                        specialRows.orElse(List.of()));
            case DATE_DIMENSION ->
                new TableSpec.DateDimension(
                        common,
                        businessKey.orElse(List.of()),
                        need(calendar, "calendar"),
                        specialRows.orElse(List.of()));
            case FACT -> new TableSpec.Fact(common, need(factType, "fact_type"), need(grain, "grain"));
            case HUB -> new TableSpec.Hub(common, businessKey.orElse(List.of()), need(hash, "hash"));
            case LINK -> new TableSpec.Link(common, parents.orElse(List.of()), need(hash, "hash"));
            case SATELLITE -> new TableSpec.Satellite(common, onlyParent(), need(hash, "hash"));
        };
    }

    private String onlyParent() {
        List<String> all = parents.orElse(List.of());
        if (all.size() != 1) {
            throw Problem.invalid(
                            "LW-1105",
                            "Satellite " + name + " has " + all.size() + " parents.",
                            "Give it exactly one hub or link in parents.")
                    .exception();
        }
        return all.getFirst();
    }

    private <T> T need(Optional<T> value, String property) {
        return value.orElseThrow(() -> Problem.invalid(
                        "LW-1106",
                        "Table " + name + " of kind " + kind.name().toLowerCase(Locale.ROOT) + " lacks " + property
                                + ".",
                        "Add the property.")
                .exception());
    }

    private static Optional<List<String>> present(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
