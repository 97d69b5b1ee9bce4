package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the hub or link that each table describes, and what is left of its columns to describe it with. */
final class Satellites {

    private final VaultPlan plan;
    private final VaultNames names;
    private final SatelliteTables maker;
    private final HubPaths paths;
    private final Map<TableName, TableSpec.Hub> hubs;
    private final Map<String, TableSpec> links;
    private final List<Made> made = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();

    Satellites(
            VaultPlan plan,
            VaultNames names,
            SatelliteTables maker,
            Map<TableName, TableSpec.Hub> hubs,
            Map<String, TableSpec> links) {
        this.plan = plan;
        this.names = names;
        this.maker = maker;
        this.paths = new HubPaths(plan);
        this.hubs = hubs;
        this.links = links;
    }

    /** A satellite with what it was made from. */
    record Made(SatelliteTables.Wanted wanted, TableSpec.Satellite satellite) {}

    List<Made> all(List<Unit> units) {
        for (SourceTable table : plan.scope().tables()) {
            TableName name = table.name();
            switch (plan.place(name)) {
                case Place.OwnHub _ -> describe(table, names.entity(name) + "_details");
                case Place.Subtype _ ->
                    paths.own(name, new Relations(name))
                            .ifPresent(own -> describe(table, names.entity(own.hub()) + "_" + names.entity(name)));
                case Place.Relation _ ->
                    units.stream().filter(unit -> unit.table().equals(name)).forEach(unit -> describeLink(table, unit));
                case Place.LeftOut _ -> {}
            }
        }
        return List.copyOf(made);
    }

    /** Columns that no satellite carries, known after {@link #all}. */
    List<Exclusion> excluded() {
        return List.copyOf(excluded);
    }

    private void describe(SourceTable table, String words) {
        Relations from = new Relations(table.name());
        Optional<HubReference> own = paths.own(table.name(), from);
        Payload payload = payload(table);
        if (own.isEmpty() || payload.attributes().isEmpty()) {
            return;
        }
        TableSpec.Hub hub = hubs.get(own.get().hub());
        if (hub == null) {
            throw new IllegalStateException("no hub was made for " + own.get().hub());
        }
        List<ColumnRef> present = own.get().written().stream()
                .filter(column -> VaultPlan.anyNullable(table, List.of(column)))
                .sorted()
                .map(from::column)
                .toList();
        add(new SatelliteTables.Wanted(
                names.satellite(words), hub, table.name(), own.get().columns(), from, present, payload));
    }

    private void describeLink(SourceTable table, Unit unit) {
        Payload payload = payload(table);
        if (unit.keyless()) {
            payload.attributes()
                    .forEach(column -> excluded.add(Payload.exclusion(
                            table, column, "No key tells the rows of the table apart, so nothing can be described.")));
            return;
        }
        TableSpec link = links.get(unit.name());
        if (link == null) {
            throw new IllegalStateException("no link was made for " + unit.name());
        }
        if (!payload.attributes().isEmpty()) {
            add(new SatelliteTables.Wanted(
                    names.satellite(unit.name()),
                    link,
                    table.name(),
                    unit.hashed(),
                    unit.from(),
                    unit.present(table),
                    payload));
        }
    }

    private void add(SatelliteTables.Wanted wanted) {
        made.add(new Made(wanted, maker.satellite(wanted)));
    }

    private Payload payload(SourceTable table) {
        Payload payload = Payload.of(table, keys(table.name()));
        excluded.addAll(payload.excluded());
        return payload;
    }

    /** The columns of a table that its hub or link already carries. */
    private Set<String> keys(TableName table) {
        Set<String> keys = new LinkedHashSet<>();
        switch (plan.place(table)) {
            case Place.OwnHub(List<String> key) -> keys.addAll(key);
            case Place.Subtype(ForeignKey parent) -> keys.addAll(parent.columns());
            case Place.Relation(List<String> key, List<String> _) -> keys.addAll(key);
            case Place.LeftOut _ -> {}
        }
        for (ForeignKey reference : plan.scope().references(table)) {
            if (!paths.by(table, reference, new Relations(table)).isEmpty()) {
                keys.addAll(reference.columns());
            }
        }
        return keys;
    }
}
