package io.lakewright.generator.edit;

import io.lakewright.core.Problem;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.ColumnNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes how a dimension treats changed attributes (dim.scd0, dim.scd1, dim.scd2): validity columns, unique keys and
 * load strategy of the dimension, and how facts look it up.
 */
final class ScdTypeEdit {

    private static final Set<ColumnRole> VALIDITY =
            EnumSet.of(ColumnRole.VALID_FROM, ColumnRole.VALID_TO, ColumnRole.IS_CURRENT);

    private ScdTypeEdit() {}

    static void apply(Draft draft, ModelEdit.SetScdType set) {
        TableSpec table = draft.table(set.table());
        if (!(table instanceof TableSpec.Dimension dimension)) {
            throw Problem.invalid(
                            "LW-1831",
                            table.name() + " is no dimension with attributes of its own, so it has no SCD type.",
                            "Choose a dimension of the model.")
                    .exception();
        }
        int number = set.scdType().number();
        if (dimension.scdType() == set.scdType()) {
            draft.say(dimension.name() + " is of type " + number + " already.");
            return;
        }
        boolean losesHistory = dimension.scdType() == ScdType.TYPE_2;
        TableSpec.Dimension changed =
                set.scdType() == ScdType.TYPE_2 ? versioned(dimension) : unversioned(dimension, set.scdType());
        draft.put(decided(changed, dimension.scdType()));
        draft.each(other -> lookups(draft, other, changed));
        draft.say(dimension.name() + " is now of type " + number + ": "
                + switch (set.scdType()) {
                    case TYPE_0 -> "the first values stay.";
                    case TYPE_1 -> "changes overwrite the old values.";
                    case TYPE_2 -> "every change makes a new version.";
                });
        if (losesHistory) {
            draft.warn(
                    "HISTORY_LOST",
                    "dim.scd" + number,
                    dimension.name(),
                    dimension.name()
                            + " keeps no history any more; versions that a deployed table holds must be reduced to the current one.");
        }
    }

    private static TableSpec.Dimension versioned(TableSpec.Dimension dimension) {
        TableCommon common = dimension.common();
        ColumnNames free =
                new ColumnNames(common.columns().stream().map(ModelColumn::name).toList());
        History history = new History(free.take("valid_from"), free.take("valid_to"), free.take("is_current"));
        List<ModelColumn> columns = new ArrayList<>(common.columns());
        columns.add(validity(
                common,
                history.validFrom(),
                LakeType.TIMESTAMP,
                ColumnRole.VALID_FROM,
                "Start of the version, inclusive."));
        columns.add(validity(
                common,
                history.validTo(),
                LakeType.TIMESTAMP,
                ColumnRole.VALID_TO,
                "End of the version, exclusive; 9999-12-31 for the current one."));
        columns.add(validity(
                common,
                history.current(),
                LakeType.BOOLEAN,
                ColumnRole.IS_CURRENT,
                "Whether the version is the current one."));
        List<List<String>> unique = common.keys().unique().stream()
                .map(key -> key.equals(dimension.businessKey()) ? appended(key, history.validFrom()) : key)
                .toList();
        return new TableSpec.Dimension(
                common.withColumns(cleared(columns, ScdType.TYPE_2))
                        .withKeys(common.keys().withUnique(unique))
                        .withLoads(common.loads().stream()
                                .map(load -> load.withStrategy(
                                        load.monotone() ? LoadStrategy.SCD2_MERGE : LoadStrategy.SCD2_TIMELINE))
                                .toList())
                        .withPatternId("dim.scd2"),
                dimension.businessKey(),
                ScdType.TYPE_2,
                Optional.of(history),
                dimension.specialRows());
    }

    private static TableSpec.Dimension unversioned(TableSpec.Dimension dimension, ScdType type) {
        TableCommon common = dimension.common();
        List<String> gone = common.columns().stream()
                .filter(column -> VALIDITY.contains(column.role()))
                .map(ModelColumn::name)
                .toList();
        List<List<String>> unique = common.keys().unique().stream()
                .map(key -> key.stream().filter(name -> !gone.contains(name)).toList())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        LoadStrategy strategy = type == ScdType.TYPE_0 ? LoadStrategy.SCD0_INSERT : LoadStrategy.SCD1_MERGE;
        List<ModelColumn> columns = common.columns().stream()
                .filter(column -> !gone.contains(column.name()))
                .toList();
        List<Load> loads = common.loads().stream()
                .map(load -> load.withColumns(load.columns().stream()
                                .filter(column -> !gone.contains(column.name()))
                                .toList())
                        .withStrategy(strategy))
                .toList();
        return new TableSpec.Dimension(
                common.withColumns(cleared(columns, type))
                        .withKeys(common.keys().withUnique(unique))
                        .withLoads(loads)
                        .withPhysical(Layouts.without(common.physical(), gone))
                        .withPatternId("dim.scd" + type.number()),
                dimension.businessKey(),
                type,
                Optional.empty(),
                dimension.specialRows());
    }

    /** A column's own type goes where it says the same as the dimension, or wants versions that are no longer kept. */
    private static List<ModelColumn> cleared(List<ModelColumn> columns, ScdType type) {
        return columns.stream()
                .map(c -> c.scdType()
                                .filter(own -> own == type || own == ScdType.TYPE_2)
                                .isPresent()
                        ? new ModelColumn(
                                c.id(),
                                c.name(),
                                c.type(),
                                c.nullable(),
                                c.role(),
                                Optional.empty(),
                                c.additivity(),
                                c.source(),
                                c.comment(),
                                c.tags())
                        : c)
                .toList();
    }

    private static TableSpec.Dimension decided(TableSpec.Dimension dimension, ScdType before) {
        Decision now = new Decision(
                "dim.scd" + dimension.scdType().number(),
                "SCD type " + dimension.scdType().number(),
                "It was asked for.",
                List.of(),
                List.of("SCD type " + before.number()));
        List<Decision> decisions = new ArrayList<>(dimension.common().decisions());
        int place = decisions.size();
        for (int i = decisions.size() - 1; i >= 0; i--) {
            if (decisions.get(i).rule().startsWith("dim.scd")) {
                decisions.remove(i);
                place = i;
            }
        }
        decisions.add(place, now);
        return dimension.withCommon(dimension.common().withDecisions(decisions));
    }

    private static TableSpec lookups(Draft draft, TableSpec table, TableSpec.Dimension dimension) {
        boolean concerned = table.loads().stream()
                .flatMap(load -> load.lookups().stream())
                .anyMatch(lookup -> lookup.dimension().equals(dimension.id()));
        if (!concerned) {
            return table;
        }
        boolean versions = dimension.scdType() == ScdType.TYPE_2;
        List<Load> loads = new ArrayList<>();
        for (Load load : table.loads()) {
            Optional<ColumnRef> when = versions ? eventTime(table, load) : Optional.empty();
            if (versions && when.isEmpty()) {
                draft.warn(
                        "K15",
                        "K15",
                        table.name(),
                        table.name() + " knows no event time, so it takes the current version of " + dimension.name()
                                + ".");
            }
            loads.add(Loads.with(
                    load,
                    load.lookups().stream()
                            .map(l -> l.dimension().equals(dimension.id())
                                    ? new Load.Lookup(l.column(), l.dimension(), l.naturalKey(), when)
                                    : l)
                            .toList()));
        }
        return table.withCommon(table.common().withLoads(loads));
    }

    /** When the event of a fact's row happened: what other lookups use, else its event time, else its first date key. */
    private static Optional<ColumnRef> eventTime(TableSpec table, Load load) {
        Optional<ColumnRef> used = load.lookups().stream()
                .flatMap(lookup -> lookup.asOf().stream())
                .findFirst();
        Optional<ColumnRef> event = load.columns().stream()
                .filter(c -> table.column(c.name())
                        .filter(column -> column.role() == ColumnRole.EVENT_TIME)
                        .isPresent())
                .flatMap(c -> c.sources().stream())
                .findFirst();
        Optional<ColumnRef> date = load.columns().stream()
                .filter(c -> c.transform() instanceof Transform.DateKey)
                .flatMap(c -> c.sources().stream())
                .findFirst();
        return used.or(() -> event).or(() -> date);
    }

    private static ModelColumn validity(
            TableCommon common, String name, LakeType type, ColumnRole role, String comment) {
        return ModelColumn.technical(common.id(), name, type, false, role, comment);
    }

    private static List<String> appended(List<String> key, String name) {
        List<String> longer = new ArrayList<>(key);
        longer.add(name);
        return longer;
    }
}
