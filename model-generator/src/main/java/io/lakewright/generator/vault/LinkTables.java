package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one link for every unit of work (dv.link). */
final class LinkTables {

    static final int ORDER = 2;

    private final VaultPlan plan;
    private final VaultNames names;
    private final VaultColumns columns;
    private final Map<TableName, TableSpec.Hub> hubs;

    LinkTables(VaultPlan plan, VaultNames names, VaultColumns columns, Map<TableName, TableSpec.Hub> hubs) {
        this.plan = plan;
        this.names = names;
        this.columns = columns;
        this.hubs = hubs;
    }

    TableSpec.Link link(Unit unit, List<Decision> decisions) {
        String id = unit.name();
        String hashKey = id + "_hk";
        List<String> hubKeys = unit.hashKeyNames(names);
        List<ModelColumn> childKeys = childKeys(unit, hashKey, hubKeys);
        List<ModelColumn> all = new ArrayList<>();
        all.add(columns.hashKey(id, hashKey, "Hash of the business keys of all hubs that the link joins."));
        List<ModelForeignKey> foreign = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < hubKeys.size(); i++) {
            HubReference reference = unit.references().get(i);
            TableSpec.Hub hub = hub(reference);
            all.add(columns.reference(id, hubKeys.get(i), comment(unit, reference, hub)));
            foreign.add(new ModelForeignKey(
                    List.of(hubKeys.get(i)), hub.id(), hub.keys().primary(), role(unit, reference)));
            inputs.addAll(hub.businessKey());
        }
        all.addAll(childKeys);
        all.add(columns.loadDate(id));
        all.add(columns.recordSource(id));
        List<String> childNames = childKeys.stream().map(ModelColumn::name).toList();
        inputs.addAll(childNames);
        Keys keys = Keys.primary(List.of(hashKey))
                .withForeign(foreign)
                .withUnique(List.of(
                        Stream.concat(hubKeys.stream(), childNames.stream()).toList()));
        TableCommon common = new TableCommon(
                id,
                id,
                "dv.link",
                Layer.RAW_VAULT,
                description(unit),
                List.of(unit.table()),
                all,
                keys,
                SurrogateKind.HASH,
                List.of(load(unit, hashKey, hubKeys, childNames)),
                Physical.none(),
                decisions);
        List<String> parents = unit.references().stream().map(r -> hub(r).id()).toList();
        return new TableSpec.Link(
                common,
                parents,
                new Hash(
                        HashProfile.H1,
                        inputs,
                        Optional.empty(),
                        childNames.stream().findFirst()));
    }

    private List<ModelColumn> childKeys(Unit unit, String hashKey, List<String> hubKeys) {
        SourceTable source = plan.scope().table(unit.table());
        ColumnNames free =
                columns.free(Stream.concat(Stream.of(hashKey), hubKeys.stream()).toList());
        List<ModelColumn> found = new ArrayList<>();
        for (String name : unit.childKey()) {
            Column column = source.column(name).orElseThrow();
            ModelColumn key = columns.carried(
                    unit.name(), free.take(column.name()), source, column, ColumnRole.BUSINESS_KEY, false);
            found.add(
                    column.comment().isPresent()
                            ? key
                            : VaultColumns.described(
                                    key,
                                    "Tells the rows of " + unit.table()
                                            + " apart beside the hubs (dependent child key)."));
        }
        return found;
    }

    private Load load(Unit unit, String hashKey, List<String> hubKeys, List<String> childNames) {
        List<Load.LoadColumn> filled = new ArrayList<>();
        filled.add(columns.hashOf(hashKey, unit.hashed()));
        for (int i = 0; i < hubKeys.size(); i++) {
            filled.add(columns.hashOf(hubKeys.get(i), unit.references().get(i).columns()));
        }
        for (int i = 0; i < childNames.size(); i++) {
            filled.add(Load.LoadColumn.copy(
                    childNames.get(i), unit.from().column(unit.childKey().get(i))));
        }
        filled.add(columns.batch());
        filled.add(columns.source());
        SourceTable source = plan.scope().table(unit.table());
        String name = unit.name() + "_from_" + columns.landing(unit.table());
        return columns.load(
                name, unit.from().from(unit.present(source)), filled, unit.table(), LoadStrategy.LINK_MERGE, ORDER);
    }

    private TableSpec.Hub hub(HubReference reference) {
        TableSpec.Hub hub = hubs.get(reference.hub());
        if (hub == null) {
            throw new IllegalStateException("no hub was made for " + reference.hub());
        }
        return hub;
    }

    private static Optional<String> role(Unit unit, HubReference reference) {
        return unit.severalTimes(reference) && !reference.role().isEmpty()
                ? Optional.of(reference.role())
                : Optional.empty();
    }

    private static String comment(Unit unit, HubReference reference, TableSpec.Hub hub) {
        String part = role(unit, reference)
                .map(role -> " as " + role.replace('_', ' '))
                .orElse("");
        String from = reference.role().isEmpty() ? "" : ", from " + String.join(", ", reference.written());
        String missing = reference.optional() ? "; the zero key where it is empty" : "";
        return "Hash key of " + hub.name() + part + from + missing + ".";
    }

    private String description(Unit unit) {
        List<String> joined = unit.references().stream()
                .map(r -> (r.role().isEmpty() || !unit.severalTimes(r)
                                ? ""
                                : r.role().replace('_', ' ') + " ")
                        + names.entity(r.hub()).replace('_', ' '))
                .distinct()
                .toList();
        return "One row for every combination of " + String.join(", ", joined)
                + (unit.childKey().isEmpty() ? "" : " and " + String.join(", ", unit.childKey()))
                + " ever seen in " + unit.table() + ".";
    }
}
