package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
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

/**
 * Makes the hubs, each loaded from its own table and from every table whose references carry its key (dv.hub). A table
 * out of scope to which others refer has a hub of keys, loaded from those.
 */
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

    /** The hub of a table that is loaded itself. */
    TableSpec.Hub hub(TableName table, List<String> key) {
        String label = label(table);
        return hub(
                table,
                List.of(table),
                keyColumns(table, key),
                loads(table, key, true),
                "One row for every business key of " + label + " ever seen.");
    }

    /** The hub of a table that is only referred to; empty when no row that is loaded does. */
    Optional<TableSpec.Hub> keysOnly(TableName table, List<String> key) {
        List<Load> loads = loads(table, key, false);
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        List<Units.Mention> carrying =
                mentions.stream().filter(mention -> carries(mention, table)).toList();
        List<ColumnRef> first = carrying.getFirst().reference().columns();
        List<ModelColumn> known = keyColumns(table, key);
        List<ModelColumn> read = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            read.add(VaultColumns.readFrom(
                    known.get(i),
                    new ColumnOrigin(carrying.getFirst().table(), first.get(i).column())));
        }
        List<TableName> sources =
                carrying.stream().map(Units.Mention::table).distinct().toList();
        String mentioning =
                String.join(", ", sources.stream().map(TableName::text).toList());
        return Optional.of(hub(
                table,
                sources,
                read,
                loads,
                "One row for every business key of " + label(table) + " that " + mentioning + " ever mentioned; "
                        + table + " itself is not in scope."));
    }

    private String label(TableName table) {
        return Names.label(names.entity(table)).toLowerCase(Locale.ROOT);
    }

    private TableSpec.Hub hub(
            TableName table, List<TableName> sources, List<ModelColumn> keys, List<Load> loads, String description) {
        String id = names.hub(table);
        String hashKey = names.entity(table) + "_hk";
        List<String> businessKey = keys.stream().map(ModelColumn::name).toList();
        List<ModelColumn> all = new ArrayList<>();
        all.add(columns.hashKey(id, hashKey, "Hash of the business key " + String.join(", ", businessKey) + "."));
        all.addAll(keys);
        all.add(columns.loadDate(id));
        all.add(columns.recordSource(id));
        TableCommon common = new TableCommon(
                id,
                id,
                "dv.hub",
                Layer.RAW_VAULT,
                description,
                sources,
                all,
                Keys.primary(List.of(hashKey)).withUnique(List.of(businessKey)),
                SurrogateKind.HASH,
                loads,
                Physical.none(),
                List.of());
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

    private List<Load> loads(TableName table, List<String> key, boolean fromItself) {
        List<Load> loads = new ArrayList<>();
        Relations own = new Relations(table);
        Set<String> taken = new HashSet<>();
        Set<List<Object>> seen = new HashSet<>();
        if (fromItself) {
            loads.add(load(table, key, table, key.stream().map(own::column).toList(), taken));
            seen.add(List.of(table, key));
        }
        for (Units.Mention mention : mentions) {
            List<ColumnRef> carriers = mention.reference().columns();
            List<String> carrying = carriers.stream().map(ColumnRef::column).toList();
            if (carries(mention, table) && seen.add(List.of(mention.table(), carrying))) {
                loads.add(load(table, key, mention.table(), carriers, taken));
            }
        }
        return loads;
    }

    private static boolean carries(Units.Mention mention, TableName hub) {
        return mention.reference().hub().equals(hub)
                && mention.reference().direct(mention.from().alias());
    }

    private Load load(TableName hub, List<String> key, TableName from, List<ColumnRef> carriers, Set<String> taken) {
        List<String> businessKey =
                keyColumns(hub, key).stream().map(ModelColumn::name).toList();
        List<Load.LoadColumn> filled = new ArrayList<>();
        filled.add(columns.hashOf(names.entity(hub) + "_hk", carriers));
        for (int i = 0; i < carriers.size(); i++) {
            filled.add(Load.LoadColumn.copy(businessKey.get(i), carriers.get(i)));
        }
        filled.add(columns.batch());
        filled.add(columns.source());
        SourceTable source = plan.scope().table(from);
        List<ColumnRef> present = carriers.stream()
                .filter(column -> VaultPlan.anyNullable(source, List.of(column.column())))
                .toList();
        String name = names.hub(hub) + "_from_" + columns.landing(from);
        String free = name;
        if (!taken.add(free)) {
            free = name + "_by_"
                    + String.join(
                            "_",
                            carriers.stream().map(c -> Names.snake(c.column())).toList());
            taken.add(free);
        }
        return columns.load(free, new Relations(from).from(present), filled, from, LoadStrategy.HUB_MERGE, ORDER);
    }
}
