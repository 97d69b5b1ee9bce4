package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
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
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes satellites: one for every source table of a hub or link that describes it (dv.satellite). */
final class SatelliteTables {

    static final int ORDER = 3;

    private final VaultPlan plan;
    private final VaultColumns columns;

    SatelliteTables(VaultPlan plan, VaultColumns columns) {
        this.plan = plan;
        this.columns = columns;
    }

    /**
     * @param name of the satellite
     * @param parent the hub or link it hangs on
     * @param key what enters the parent's hash key, seen from the table
     * @param present columns without which a row has no parent
     */
    record Wanted(
            String name,
            TableSpec parent,
            TableName table,
            List<ColumnRef> key,
            Relations from,
            List<ColumnRef> present,
            Payload payload) {}

    TableSpec.Satellite satellite(Wanted wanted) {
        String id = wanted.name();
        String hashKey = wanted.parent().keys().primary().getFirst();
        SourceTable source = plan.scope().table(wanted.table());
        ColumnNames free = columns.free(List.of(hashKey));
        List<ModelColumn> carried = new ArrayList<>();
        List<Load.LoadColumn> filled = new ArrayList<>();
        List<ColumnRef> hashed = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (Column column : wanted.payload().carried(source)) {
            String name = free.take(column.name());
            ColumnRef from = wanted.from().column(column.name());
            boolean tracked = wanted.payload().attributes().contains(column);
            ModelColumn attribute = columns.carried(id, name, source, column, ColumnRole.ATTRIBUTE, true);
            carried.add(tracked ? attribute : VaultColumns.appliedDate(attribute));
            filled.add(Load.LoadColumn.copy(name, from));
            if (tracked) {
                hashed.add(from);
                inputs.add(name);
            }
        }
        filled.addFirst(new Load.LoadColumn(VaultNames.HASH_DIFF, hashed, new Transform.HashDiff()));
        filled.addFirst(columns.batch());
        filled.addFirst(columns.hashOf(hashKey, wanted.key()));
        filled.add(columns.source());
        TableCommon common = new TableCommon(
                id,
                id,
                "dv.satellite",
                Layer.RAW_VAULT,
                "History of what " + wanted.table() + " says about "
                        + wanted.parent().name() + ".",
                List.of(wanted.table()),
                all(id, hashKey, wanted, carried),
                Keys.primary(List.of(hashKey, VaultNames.LOAD_DATE))
                        .withForeign(List.of(new ModelForeignKey(
                                List.of(hashKey),
                                wanted.parent().id(),
                                wanted.parent().keys().primary(),
                                Optional.empty()))),
                SurrogateKind.NONE,
                List.of(columns.load(
                        id + "_from_" + columns.landing(wanted.table()),
                        wanted.from().from(wanted.present()),
                        filled,
                        wanted.table(),
                        LoadStrategy.SATELLITE_INSERT,
                        ORDER)),
                Physical.none(),
                List.of());
        return new TableSpec.Satellite(
                common, wanted.parent().id(), new Hash(HashProfile.H1, inputs, Optional.empty(), Optional.empty()));
    }

    private List<ModelColumn> all(String id, String hashKey, Wanted wanted, List<ModelColumn> carried) {
        List<ModelColumn> all = new ArrayList<>();
        all.add(columns.hashKey(id, hashKey, "Hash key of " + wanted.parent().name() + "."));
        all.add(columns.loadDate(id));
        all.add(columns.hashDiff(id));
        all.addAll(carried);
        all.add(columns.recordSource(id));
        return all;
    }
}
