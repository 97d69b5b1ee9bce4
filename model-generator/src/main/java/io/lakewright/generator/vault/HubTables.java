package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the hubs, each loaded from its own table and from every table whose references carry its key (dv.hub). */
final class HubTables {

    static final int ORDER = 1;

    private final VaultPlan plan;
    private final VaultNames names;
    private final VaultColumns columns;
    private final List<Units.Mention> mentions;

    HubTables(VaultPlan plan, VaultNames names, VaultColumns columns, List<Units.Mention> mentions) {
        this.plan = plan;
        this.names = names;
        this.columns = columns;
        this.mentions = mentions;
    }

    TableSpec.Hub hub(TableName table, List<String> key, List<Decision> decisions) {
        String id = names.hub(table);
        String entity = names.entity(table);
        String hashKey = entity + "_hk";
        List<ModelColumn> keyColumns = keyColumns(table, key);
        List<String> businessKey = keyColumns.stream().map(ModelColumn::name).toList();
        List<ModelColumn> all = new ArrayList<>();
        all.add(columns.hashKey(id, hashKey, "Hash of the business key " + String.join(", ", businessKey) + "."));
        all.addAll(keyColumns);
        all.add(columns.loadDate(id));
        all.add(columns.recordSource(id));
        TableCommon common = new TableCommon(
                id,
                id,
                "dv.hub",
                Layer.RAW_VAULT,
                "One row for every business key of " + Names.label(entity).toLowerCase(Locale.ROOT) + " ever seen.",
                List.of(table),
                all,
                Keys.primary(List.of(hashKey)).withUnique(List.of(businessKey)),
                SurrogateKind.HASH,
                loads(table, key, hashKey, businessKey),
                Physical.none(),
                decisions);
        return new TableSpec.Hub(
                common, businessKey, new Hash(HashProfile.H1, businessKey, Optional.empty(), Optional.empty()));
    }

    /** The business key columns of a hub under their target names. */
    List<ModelColumn> keyColumns(TableName table, List<String> key) {
        String id = names.hub(table);
        SourceTable source = plan.scope().table(table);
        ColumnNames free = columns.free(List.of(names.entity(table) + "_hk"));
        List<ModelColumn> found = new ArrayList<>();
        for (String name : key) {
            Column column = source.column(name).orElseThrow();
            found.add(columns.carried(id, free.take(column.name()), source, column, ColumnRole.BUSINESS_KEY, false));
        }
        return found;
    }

    private List<Load> loads(TableName table, List<String> key, String hashKey, List<String> businessKey) {
        List<Load> loads = new ArrayList<>();
        Relations own = new Relations(table);
        Set<String> taken = new HashSet<>();
        loads.add(load(table, table, key.stream().map(own::column).toList(), own, hashKey, businessKey, taken));
        Set<List<Object>> seen = new HashSet<>();
        seen.add(List.of(table, key));
        for (Units.Mention mention : mentions) {
            HubReference reference = mention.reference();
            boolean carries = reference.hub().equals(table)
                    && reference.direct(mention.from().alias());
            List<String> carriers =
                    reference.columns().stream().map(ColumnRef::column).toList();
            if (carries && seen.add(List.of(mention.table(), carriers))) {
                loads.add(load(
                        table,
                        mention.table(),
                        reference.columns(),
                        new Relations(mention.table()),
                        hashKey,
                        businessKey,
                        taken));
            }
        }
        return loads;
    }

    private Load load(
            TableName hub,
            TableName from,
            List<ColumnRef> key,
            Relations relations,
            String hashKey,
            List<String> businessKey,
            Set<String> taken) {
        List<Load.LoadColumn> filled = new ArrayList<>();
        filled.add(columns.hashOf(hashKey, key));
        for (int i = 0; i < key.size(); i++) {
            filled.add(Load.LoadColumn.copy(businessKey.get(i), key.get(i)));
        }
        filled.add(columns.batch());
        filled.add(columns.source());
        SourceTable source = plan.scope().table(from);
        List<ColumnRef> present = key.stream()
                .filter(column -> VaultPlan.anyNullable(source, List.of(column.column())))
                .toList();
        String name = names.hub(hub) + "_from_" + columns.landing(from);
        String free = name;
        if (!taken.add(free)) {
            free = name + "_by_"
                    + String.join(
                            "_", key.stream().map(c -> Names.snake(c.column())).toList());
            taken.add(free);
        }
        return columns.load(free, relations.from(present), filled, from, LoadStrategy.HUB_MERGE, ORDER);
    }
}
