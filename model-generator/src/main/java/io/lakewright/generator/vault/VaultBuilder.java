package io.lakewright.generator.vault;

import io.lakewright.core.Problem;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.ExtractionDecisions;
import io.lakewright.generator.design.Question;
import io.lakewright.generator.design.SourceSlice;
import io.lakewright.generator.design.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Designs a raw Data Vault over any tables of any schema (modeling.md 2.1 and 4.3 step 14; databricks.md DV-01 to
 * DV-07).
 *
 * <p>Rules: VB-1 a key of its own makes a hub, loaded also from every table that carries its key. VB-2 all references
 * of a row make one link, self-references another. VB-3 keys made of references make a link without a hub, what is
 * left of the key being a dependent child key. VB-4 satellites carry every descriptive column, hubs and links none.
 * VB-5 what is left out is named with a reason. VB-6 a declared reference to a table out of scope leads to a hub of
 * keys; tables without which named ones would lose their relation join. The layout is left to the optimizer.
 */
public final class VaultBuilder {

    private static final int MOST_QUESTIONS = 3;

    private final VaultPlan plan;
    private final VaultRequest request;
    private final VaultNames names;
    private final VaultColumns columns;
    private final VaultDecisions decisions;
    private final ScopeDecisions scopeDecisions;
    private final Units units;
    private final Map<TableName, TableSpec.Hub> hubs = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();

    private VaultBuilder(SourceSchema schema, VaultRequest request) {
        this.plan = new VaultPlan(new VaultScope(schema, request));
        this.request = request;
        this.names = new VaultNames(plan.scope());
        this.columns = new VaultColumns(schema);
        this.decisions = new VaultDecisions(plan, names);
        this.scopeDecisions = new ScopeDecisions(plan.scope());
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
        if (hubs.isEmpty()) {
            throw Problem.invalid(
                            "LW-1803",
                            "None of these tables has a key, so there is nothing a hub could be made of.",
                            "Name the business keys, for example {\"orders\": [\"order_no\"]}.")
                    .exception();
        }
        List<Unit> all = units.all();
        LinkTables links = new LinkTables(plan, names, columns, hubs);
        Map<String, TableSpec> byName = new LinkedHashMap<>();
        all.forEach(unit -> byName.put(unit.name(), links.link(unit, decisions.ofLink(unit))));
        Satellites satellites = new Satellites(plan, names, new SatelliteTables(plan, columns), hubs, byName);
        List<TableSpec> tables = new ArrayList<>(hubs.values());
        tables.addAll(byName.values());
        satellites.all(all).forEach(made -> tables.add(described(made)));
        VaultRemarks remarks = new VaultRemarks(plan, hubs);
        List<Exclusion> excluded = new ArrayList<>(satellites.excluded());
        excluded.addAll(remarks.leftOut());
        List<Question> asked = new ArrayList<>(remarks.questions());
        asked.addAll(questions);
        return new Design(
                model(tables, excluded),
                remarks.joined(),
                remarks.assumptions(),
                asked.stream().limit(MOST_QUESTIONS).toList(),
                VaultDeviations.all());
    }

    private void makeHubs() {
        HubTables maker = new HubTables(plan, names, columns, units.mentions());
        for (SourceTable table : plan.scope().tables()) {
            if (plan.place(table.name()) instanceof Place.OwnHub(List<String> key)) {
                TableSpec.Hub hub = maker.hub(table.name(), key);
                put(
                        table.name(),
                        hub,
                        decisions.ofHub(table.name(), key, hub.loads().size()));
                decisions.question(table.name(), key).ifPresent(questions::add);
            }
        }
        plan.scope()
                .keysOnly()
                .forEach((table, key) -> maker.keysOnly(table, key)
                        .ifPresent(hub -> put(table, hub, scopeDecisions.ofKeysOnly(table, hub))));
    }

    private void put(TableName table, TableSpec.Hub hub, List<Decision> why) {
        hubs.put(table, hub.withCommon(hub.common().withDecisions(why)));
    }

    private TableSpec described(Satellites.Made made) {
        List<Decision> why = new ArrayList<>(decisions.ofSatellite(made.wanted()));
        why.addAll(scopeDecisions.ofKept(made.wanted().table()));
        return made.satellite().withCommon(made.satellite().common().withDecisions(why));
    }

    private DataModel model(List<TableSpec> tables, List<Exclusion> excluded) {
        SourceSchema schema = plan.scope().schema();
        List<SourceTable> used = plan.scope().tables().stream()
                .filter(table -> !(plan.place(table.name()) instanceof Place.LeftOut))
                .toList();
        List<Decision> why = new ArrayList<>(scopeDecisions.ofJoined());
        why.addAll(decisions.ofModel());
        why.addAll(ExtractionDecisions.of(used));
        return new DataModel(
                DataModel.SCHEMA_VERSION,
                request.name().orElse(schema.name() + "_vault"),
                ModelStyle.DATA_VAULT,
                "Raw Data Vault over " + VaultDecisions.counted(used.size(), "table") + " of " + schema.name() + ".",
                SourceSlice.of(schema, used),
                new Conventions("default", HashProfile.H1, SurrogateKind.HASH),
                Targets.complete(request.targets(), List.of(Layer.BRONZE, Layer.RAW_VAULT)),
                why,
                excluded,
                tables);
    }
}
