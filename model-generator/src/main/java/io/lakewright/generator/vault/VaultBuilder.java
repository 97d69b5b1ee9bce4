package io.lakewright.generator.vault;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.Question;
import io.lakewright.generator.design.SourceSlice;
import io.lakewright.generator.design.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Designs a raw Data Vault over any tables of any schema (modeling.md 2.1 and 4.3 step 14; databricks.md DV-01 to
 * DV-07).
 *
 * <p>Rules: VB-1 a key of its own makes a hub, loaded also from every table that carries its key. VB-2 all references
 * of a row make one link, self-references another. VB-3 keys made of references make a link without a hub, what is
 * left of the key being a dependent child key. VB-4 satellites carry every descriptive column, hubs and links none.
 * VB-5 what is left out is named with a reason. The layout is left to the optimizer.
 */
public final class VaultBuilder {

    private static final int MOST_QUESTIONS = 3;

    private final VaultPlan plan;
    private final VaultRequest request;
    private final VaultNames names;
    private final VaultColumns columns;
    private final VaultDecisions decisions;
    private final Units units;
    private final Map<TableName, TableSpec.Hub> hubs = new LinkedHashMap<>();
    private final List<TableSpec> links = new ArrayList<>();
    private final List<TableSpec> satellites = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private VaultBuilder(SourceSchema schema, VaultRequest request) {
        this.plan = new VaultPlan(new VaultScope(schema, request));
        this.request = request;
        this.names = new VaultNames(plan.scope());
        this.columns = new VaultColumns(schema);
        this.decisions = new VaultDecisions(plan, names);
        this.units = new Units(plan, names);
    }

    /**
     * The vault of the requested tables.
     *
     * @throws io.lakewright.core.ProblemException NotFound for a table or column that the schema lacks, InvalidRequest
     *     when no table has a key
     */
    public static Design build(SourceSchema schema, VaultRequest request) {
        return new VaultBuilder(schema, request).design();
    }

    private Design design() {
        makeHubs();
        List<Unit> all = units.all();
        makeLinks(all);
        makeSatellites(all);
        leaveOut();
        if (hubs.isEmpty()) {
            throw Problem.invalid(
                            "LW-1803",
                            "None of these tables has a key, so there is nothing a hub could be made of.",
                            "Name the business keys, for example {\"orders\": [\"order_no\"]}.")
                    .exception();
        }
        List<TableSpec> tables = new ArrayList<>(hubs.values());
        tables.addAll(links);
        tables.addAll(satellites);
        return new Design(
                model(tables),
                joined(),
                assumptions(),
                questions.stream().limit(MOST_QUESTIONS).toList(),
                VaultDecisions.deviations());
    }

    private void makeHubs() {
        HubTables maker = new HubTables(plan, names, columns, units.mentions());
        for (SourceTable table : plan.scope().tables()) {
            if (plan.place(table.name()) instanceof Place.OwnHub(List<String> key)) {
                TableSpec.Hub hub = maker.hub(table.name(), key, List.of());
                hubs.put(
                        table.name(),
                        hub.withCommon(hub.common()
                                .withDecisions(decisions.ofHub(
                                        table.name(), key, hub.loads().size()))));
                decisions.question(table.name(), key).ifPresent(questions::add);
            }
        }
    }

    private void makeLinks(List<Unit> all) {
        LinkTables maker = new LinkTables(plan, names, columns, hubs);
        all.forEach(unit -> links.add(maker.link(unit, decisions.ofLink(unit))));
    }

    private void makeSatellites(List<Unit> all) {
        SatelliteTables maker = new SatelliteTables(plan, columns);
        HubPaths paths = new HubPaths(plan);
        for (SourceTable table : plan.scope().tables()) {
            TableName name = table.name();
            switch (plan.place(name)) {
                case Place.OwnHub _ -> describe(table, paths, names.entity(name) + "_details", maker);
                case Place.Subtype _ -> describeSubtype(table, paths, maker);
                case Place.Relation _ ->
                    all.stream().filter(unit -> unit.table().equals(name)).forEach(u -> describeLink(table, u, maker));
                case Place.LeftOut _ -> {}
            }
        }
    }

    private void describeSubtype(SourceTable table, HubPaths paths, SatelliteTables maker) {
        paths.own(table.name(), new Relations(table.name()))
                .ifPresent(own ->
                        describe(table, paths, names.entity(own.hub()) + "_" + names.entity(table.name()), maker));
    }

    private void describe(SourceTable table, HubPaths paths, String words, SatelliteTables maker) {
        Relations from = new Relations(table.name());
        Optional<HubReference> own = paths.own(table.name(), from);
        Payload payload = Payload.of(table, keys(table.name(), paths));
        excluded.addAll(payload.excluded());
        if (own.isEmpty() || payload.attributes().isEmpty()) {
            return;
        }
        TableSpec.Hub hub = hub(own.get().hub());
        List<ColumnRef> present = own.get().written().stream()
                .filter(column -> VaultPlan.anyNullable(table, List.of(column)))
                .sorted()
                .map(from::column)
                .toList();
        add(
                new SatelliteTables.Wanted(
                        names.satellite(words), hub, table.name(), own.get().columns(), from, present, payload),
                maker);
    }

    private void describeLink(SourceTable table, Unit unit, SatelliteTables maker) {
        Payload payload = Payload.of(table, keys(table.name(), new HubPaths(plan)));
        excluded.addAll(payload.excluded());
        if (unit.keyless()) {
            payload.attributes()
                    .forEach(column -> excluded.add(Payload.exclusion(
                            table, column, "No key tells the rows of the table apart, so nothing can be described.")));
            return;
        }
        TableSpec link = links.stream()
                .filter(l -> l.id().equals(unit.name()))
                .findFirst()
                .orElseThrow();
        if (!payload.attributes().isEmpty()) {
            add(
                    new SatelliteTables.Wanted(
                            names.satellite(unit.name()),
                            link,
                            table.name(),
                            unit.hashed(),
                            unit.from(),
                            unit.present(table),
                            payload),
                    maker);
        }
    }

    private void add(SatelliteTables.Wanted wanted, SatelliteTables maker) {
        satellites.add(maker.satellite(wanted, decisions.ofSatellite(wanted)));
    }

    /** The columns of a table that its hub or link already carries. */
    private Set<String> keys(TableName table, HubPaths paths) {
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

    private void leaveOut() {
        for (SourceTable table : plan.scope().tables()) {
            if (plan.place(table.name()) instanceof Place.LeftOut(String because)) {
                excluded.add(new Exclusion(table.name().text(), because));
                questions.addFirst(new Question(
                        "Which columns tell the rows of " + table.name() + " apart?",
                        List.of(new Question.Option("Leave it out", "Leave " + table.name() + " out"))));
            }
        }
    }

    private TableSpec.Hub hub(TableName table) {
        TableSpec.Hub hub = hubs.get(table);
        if (hub == null) {
            throw new IllegalStateException("no hub was made for " + table);
        }
        return hub;
    }

    private DataModel model(List<TableSpec> tables) {
        SourceSchema schema = plan.scope().schema();
        List<SourceTable> used = plan.scope().tables().stream()
                .filter(table -> !(plan.place(table.name()) instanceof Place.LeftOut))
                .toList();
        return new DataModel(
                DataModel.SCHEMA_VERSION,
                request.name().orElse(schema.name() + "_vault"),
                ModelStyle.DATA_VAULT,
                "Raw Data Vault over " + VaultDecisions.counted(used.size(), "table") + " of " + schema.name() + ".",
                SourceSlice.of(schema, used),
                new Conventions("default", HashProfile.H1, SurrogateKind.HASH),
                Targets.complete(request.targets(), List.of(Layer.BRONZE, Layer.RAW_VAULT)),
                decisions.ofModel(),
                excluded,
                tables);
    }

    private List<String> joined() {
        List<String> joined = new ArrayList<>();
        for (SourceTable table : plan.scope().tables()) {
            for (ForeignKey key : plan.scope().references(table.name())) {
                joined.add(table.name() + "." + String.join(",", key.columns()) + " -> " + key.references() + "."
                        + String.join(",", key.referencedColumns()));
            }
        }
        return joined;
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        assumptions.add("Source tables arrive whole with every batch; deleted rows leave the vault as it is.");
        for (SourceTable table : plan.scope().tables()) {
            List<String> outside = table.foreignKeys().stream()
                    .filter(key -> plan.scope().tables().stream()
                            .noneMatch(t -> t.name().equals(key.references())))
                    .map(key -> String.join(", ", key.columns()) + " (" + key.references() + ")")
                    .toList();
            if (!outside.isEmpty()) {
                assumptions.add("In " + table.name() + " these references lead out of scope and make no link: "
                        + String.join("; ", outside) + ".");
            }
            plan.scope().references(table.name()).stream()
                    .filter(key -> !key.declared())
                    .forEach(key -> assumptions.add(table.name() + "." + String.join(", ", key.columns())
                            + " refers to " + key.references() + ", which the source does not declare."));
        }
        return assumptions;
    }
}
