package io.lakewright.generator.edit;

import io.lakewright.core.Problem;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Drops columns that are no key to anything, and tables that nothing needs. */
final class DropEdits {

    private static final Set<ColumnRole> DESCRIPTIVE =
            EnumSet.of(ColumnRole.ATTRIBUTE, ColumnRole.MEASURE, ColumnRole.DEGENERATE, ColumnRole.EVENT_TIME);

    private DropEdits() {}

    static void apply(Draft draft, ModelEdit.DropColumn drop) {
        TableSpec table = draft.table(drop.table());
        ModelColumn column = Draft.column(table, drop.column());
        refuseIfNeeded(draft, table, column);
        String name = column.name();
        Physical physical = table.physical();
        if (physical.clustering().contains(name) || physical.partitioning().contains(name)) {
            draft.warn(
                    "LAYOUT_REPLACED",
                    "L-06",
                    table.name(),
                    name + " is gone from the layout of " + table.name() + " too.");
        }
        TableSpec changed = table.withCommon(table.common()
                .withColumns(
                        table.columns().stream().filter(c -> !c.equals(column)).toList())
                .withLoads(table.loads().stream()
                        .map(load -> Loads.removing(load, name))
                        .toList())
                .withPhysical(Layouts.without(physical, List.of(name))));
        if (changed instanceof TableSpec.Satellite satellite) {
            Hash hash = satellite.hash();
            changed = new TableSpec.Satellite(
                    satellite.common(),
                    satellite.parent(),
                    new Hash(hash.profile(), without(hash.inputs(), name), hash.drivingKey(), hash.childKey()));
        }
        draft.put(changed);
        exclude(draft, column);
        draft.say("Dropped " + table.name() + "." + name + ".");
    }

    static void apply(Draft draft, ModelEdit.DropTable drop) {
        TableSpec table = draft.table(drop.table());
        List<String> needing = draft.model().tables().stream()
                .filter(other -> !other.id().equals(table.id()) && needs(other, table.id()))
                .map(TableSpec::name)
                .toList();
        if (!needing.isEmpty()) {
            throw Draft.conflict(
                            "LW-1816",
                            table.name() + " is needed by " + String.join(", ", needing) + ".",
                            "Drop those first, or keep " + table.name() + ".")
                    .exception();
        }
        if (draft.model().tables().size() == 1) {
            throw Draft.conflict(
                            "LW-1817",
                            table.name() + " is the last table of the model.",
                            "Ask for a new model instead.")
                    .exception();
        }
        draft.set(draft.model()
                .withTables(draft.model().tables().stream()
                        .filter(t -> !t.id().equals(table.id()))
                        .toList()));
        draft.say("Dropped table " + table.name() + ".");
    }

    private static void refuseIfNeeded(Draft draft, TableSpec table, ModelColumn column) {
        String name = column.name();
        boolean key = Stream.of(
                        table.keys().primary().stream(),
                        table.keys().unique().stream().flatMap(List::stream),
                        table.keys().foreign().stream().flatMap(k -> k.columns().stream()),
                        table.businessKey().stream(),
                        table instanceof TableSpec.Fact fact ? fact.grain().columns().stream() : Stream.<String>empty())
                .flatMap(s -> s)
                .anyMatch(name::equals);
        boolean referenced = draft.model().tables().stream()
                .flatMap(t -> t.keys().foreign().stream())
                .anyMatch(k -> k.references().equals(table.id())
                        && k.referencedColumns().contains(name));
        if (key || referenced || !DESCRIPTIVE.contains(column.role())) {
            throw Draft.conflict(
                            "LW-1818",
                            table.name() + "." + name + " is a key or technical column and cannot go alone.",
                            "Drop only descriptive columns and measures, or drop the table.")
                    .exception();
        }
        if (table instanceof TableSpec.Satellite satellite
                && satellite.hash().inputs().equals(List.of(name))) {
            throw Problem.invalid(
                            "LW-1819",
                            name + " is the last attribute of " + table.name() + ".",
                            "Drop the satellite instead.")
                    .exception();
        }
    }

    private static boolean needs(TableSpec table, String id) {
        boolean key =
                table.keys().foreign().stream().anyMatch(k -> k.references().equals(id));
        boolean load = table.loads().stream()
                .anyMatch(l -> l.from().table().equals(id)
                        || l.from().joins().stream().anyMatch(j -> j.table().equals(id))
                        || l.lookups().stream().anyMatch(k -> k.dimension().equals(id)));
        return key || load || table.parents().contains(id);
    }

    private static void exclude(Draft draft, ModelColumn column) {
        column.source().ifPresent(origin -> {
            boolean elsewhere = draft.model().tables().stream()
                    .flatMap(t -> t.columns().stream())
                    .anyMatch(c -> c.source().equals(column.source()));
            if (!elsewhere) {
                List<Exclusion> excluded = new ArrayList<>(draft.model().excluded());
                excluded.add(new Exclusion(origin.table().text() + "." + origin.column(), "Dropped on request."));
                draft.set(draft.model().withExcluded(excluded));
            }
        });
    }

    private static List<String> without(List<String> names, String name) {
        return names.stream().filter(n -> !n.equals(name)).toList();
    }
}
