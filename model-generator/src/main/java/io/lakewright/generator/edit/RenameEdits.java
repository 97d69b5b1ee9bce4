package io.lakewright.generator.edit;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Renames tables and columns; ids stay, and whatever named the old one follows. */
final class RenameEdits {

    private RenameEdits() {}

    static void apply(Draft draft, ModelEdit.RenameTable rename) {
        TableSpec table = draft.table(rename.table());
        Draft.requireIdentifier(rename.name());
        boolean taken = draft.model().tables().stream()
                .anyMatch(t -> !t.id().equals(table.id()) && t.name().equalsIgnoreCase(rename.name()));
        if (taken) {
            throw Draft.conflict("LW-1814", "There is a table " + rename.name() + " already.", "Choose another name.")
                    .exception();
        }
        // Other tables refer to this one by its id, which stays; only its own loads carry its name.
        List<Load> loads = table.loads().stream()
                .map(load -> load.name().contains(table.name())
                        ? named(load, load.name().replace(table.name(), rename.name()))
                        : load)
                .toList();
        draft.put(table.withCommon(table.common().withName(rename.name()).withLoads(loads)));
        draft.say("Renamed " + table.name() + " to " + rename.name() + ".");
    }

    static void apply(Draft draft, ModelEdit.RenameColumn rename) {
        TableSpec table = draft.table(rename.table());
        ModelColumn column = Draft.column(table, rename.column());
        Draft.requireIdentifier(rename.name());
        boolean taken = table.columns().stream()
                .anyMatch(c -> !c.id().equals(column.id()) && c.name().equalsIgnoreCase(rename.name()));
        if (taken) {
            throw Draft.conflict(
                            "LW-1815",
                            table.name() + " has a column " + rename.name() + " already.",
                            "Choose another name.")
                    .exception();
        }
        UnaryOperator<String> renamed = name -> name.equals(column.name()) ? rename.name() : name;
        draft.put(inside(table, renamed));
        draft.each(other -> outside(other, table.id(), renamed));
        if (column.role() == ColumnRole.BUSINESS_KEY && table instanceof TableSpec.Hub) {
            draft.each(other -> linkInputs(draft, other, table.id()));
        }
        draft.say("Renamed " + table.name() + "." + column.name() + " to " + rename.name() + ".");
    }

    private static TableSpec inside(TableSpec table, UnaryOperator<String> renamed) {
        Physical physical = table.physical();
        TableSpec changed = table.withCommon(table.common()
                .withColumns(table.columns().stream()
                        .map(c -> c.withName(renamed.apply(c.name())))
                        .toList())
                .withKeys(keys(table.keys(), renamed))
                .withLoads(table.loads().stream()
                        .map(load -> targets(load, renamed))
                        .toList())
                .withPhysical(new Physical(
                        all(physical.clustering(), renamed),
                        physical.automaticClustering(),
                        all(physical.partitioning(), renamed),
                        physical.properties())));
        return switch (changed) {
            case TableSpec.Dimension d ->
                new TableSpec.Dimension(
                        d.common(),
                        all(d.businessKey(), renamed),
                        d.scdType(),
                        d.history()
                                .map(h -> new History(
                                        renamed.apply(h.validFrom()),
                                        renamed.apply(h.validTo()),
                                        renamed.apply(h.current()))),
                        d.specialRows());
            case TableSpec.DateDimension d ->
                new TableSpec.DateDimension(d.common(), all(d.businessKey(), renamed), d.calendar(), d.specialRows());
            case TableSpec.Fact f ->
                new TableSpec.Fact(
                        f.common(),
                        f.factType(),
                        new Grain(f.grain().words(), all(f.grain().columns(), renamed)));
            case TableSpec.Hub h ->
                new TableSpec.Hub(h.common(), all(h.businessKey(), renamed), hash(h.hash(), renamed));
            case TableSpec.Link l -> new TableSpec.Link(l.common(), l.parents(), linkHash(l, renamed));
            case TableSpec.Satellite s -> new TableSpec.Satellite(s.common(), s.parent(), hash(s.hash(), renamed));
        };
    }

    /** A link's inputs are its hubs' business keys and, behind them, its own child key: only the latter is a column here. */
    private static Hash linkHash(TableSpec.Link link, UnaryOperator<String> renamed) {
        int children = (int) link.columns().stream()
                .filter(c -> c.role() == ColumnRole.BUSINESS_KEY)
                .count();
        List<String> inputs = new ArrayList<>(link.hash().inputs());
        for (int i = Math.max(0, inputs.size() - children); i < inputs.size(); i++) {
            inputs.set(i, renamed.apply(inputs.get(i)));
        }
        Hash hash = link.hash();
        return new Hash(
                hash.profile(),
                inputs,
                hash.drivingKey().map(renamed),
                hash.childKey().map(renamed));
    }

    private static TableSpec linkInputs(Draft draft, TableSpec table, String hubId) {
        if (!(table instanceof TableSpec.Link link) || !link.parents().contains(hubId)) {
            return table;
        }
        List<String> inputs = new ArrayList<>();
        link.parents().forEach(p -> draft.model().byId(p).ifPresent(hub -> inputs.addAll(hub.businessKey())));
        link.columns().stream().filter(c -> c.role() == ColumnRole.BUSINESS_KEY).forEach(c -> inputs.add(c.name()));
        Hash hash = link.hash();
        return new TableSpec.Link(
                link.common(), link.parents(), new Hash(hash.profile(), inputs, hash.drivingKey(), hash.childKey()));
    }

    private static TableSpec outside(TableSpec table, String renamedTable, UnaryOperator<String> renamed) {
        List<ModelForeignKey> foreign = table.keys().foreign().stream()
                .map(key -> key.references().equals(renamedTable)
                        ? new ModelForeignKey(
                                key.columns(), key.references(), all(key.referencedColumns(), renamed), key.role())
                        : key)
                .toList();
        return table.withCommon(table.common()
                .withKeys(table.keys().withForeign(foreign))
                .withLoads(table.loads().stream()
                        .map(load -> sources(load, renamedTable, renamed))
                        .toList()));
    }

    private static Keys keys(Keys keys, UnaryOperator<String> renamed) {
        return new Keys(
                all(keys.primary(), renamed),
                keys.foreign().stream()
                        .map(key -> new ModelForeignKey(
                                all(key.columns(), renamed), key.references(), key.referencedColumns(), key.role()))
                        .toList(),
                keys.unique().stream().map(unique -> all(unique, renamed)).toList());
    }

    private static Hash hash(Hash hash, UnaryOperator<String> renamed) {
        return new Hash(
                hash.profile(),
                all(hash.inputs(), renamed),
                hash.drivingKey().map(renamed),
                hash.childKey().map(renamed));
    }

    private static Load targets(Load load, UnaryOperator<String> renamed) {
        return Loads.with(
                load.withColumns(load.columns().stream()
                        .map(c -> new Load.LoadColumn(renamed.apply(c.name()), c.sources(), c.transform()))
                        .toList()),
                load.lookups().stream()
                        .map(l -> new Load.Lookup(renamed.apply(l.column()), l.dimension(), l.naturalKey(), l.asOf()))
                        .toList());
    }

    /** A load that reads a renamed table of the model follows in its references by alias. */
    private static Load sources(Load load, String renamedTable, UnaryOperator<String> renamed) {
        Set<String> aliases = new HashSet<>();
        if (load.from().table().equals(renamedTable)) {
            aliases.add(load.from().alias());
        }
        load.from().joins().stream().filter(j -> j.table().equals(renamedTable)).forEach(j -> aliases.add(j.alias()));
        if (aliases.isEmpty()) {
            return load;
        }
        return Loads.mapReferences(
                load,
                ref -> aliases.contains(ref.alias()) ? new ColumnRef(ref.alias(), renamed.apply(ref.column())) : ref);
    }

    private static Load named(Load load, String name) {
        return new Load(
                name,
                load.from(),
                load.columns(),
                load.lookups(),
                load.recordSource(),
                load.strategy(),
                load.sequenceBy(),
                load.monotone(),
                load.deleteHandling(),
                load.order());
    }

    private static List<String> all(List<String> names, UnaryOperator<String> renamed) {
        return names.stream().map(renamed).toList();
    }
}
