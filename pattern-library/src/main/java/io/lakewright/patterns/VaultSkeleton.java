package io.lakewright.patterns;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;

/** Tables of a Data Vault over the skeleton's source. */
final class VaultSkeleton {

    private VaultSkeleton() {}

    static TableSpec hub(String entity, String key) {
        String id = "hub_" + entity;
        String hash = entity + "_hk";
        List<ModelColumn> columns = List.of(
                Skeleton.column(id, hash, LakeType.STRING, false, ColumnRole.HASH_KEY),
                Skeleton.column(id, key, LakeType.STRING, false, ColumnRole.BUSINESS_KEY),
                Skeleton.column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                Skeleton.column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = Skeleton.load(
                id,
                LoadStrategy.HUB_MERGE,
                1,
                List.of(
                        new Load.LoadColumn(hash, List.of(new ColumnRef("s", key)), new Transform.HashKey()),
                        Load.LoadColumn.copy(key, new ColumnRef("s", key)),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(hash)).withUnique(List.of(List.of(key)));
        return new TableSpec.Hub(
                Skeleton.common(id, "dv.hub", Layer.RAW_VAULT, columns, keys, SurrogateKind.HASH, load, List.of(hash)),
                List.of(key),
                Skeleton.hash(List.of(key)));
    }

    static TableSpec link() {
        String id = "link_" + Skeleton.ENTITY + "_other";
        String own = id + "_hk";
        String first = Skeleton.ENTITY + "_hk";
        List<ModelColumn> columns = List.of(
                Skeleton.column(id, own, LakeType.STRING, false, ColumnRole.HASH_KEY),
                Skeleton.column(id, first, LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                Skeleton.column(id, "other_hk", LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                Skeleton.column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                Skeleton.column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = Skeleton.load(
                id,
                LoadStrategy.LINK_MERGE,
                2,
                List.of(
                        new Load.LoadColumn(own, List.of(Skeleton.KEY, Skeleton.OTHER), new Transform.HashKey()),
                        new Load.LoadColumn(first, List.of(Skeleton.KEY), new Transform.HashKey()),
                        new Load.LoadColumn("other_hk", List.of(Skeleton.OTHER), new Transform.HashKey()),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(own))
                .withForeign(List.of(
                        new ModelForeignKey(List.of(first), "hub_" + Skeleton.ENTITY, List.of(first), Optional.empty()),
                        new ModelForeignKey(List.of("other_hk"), "hub_other", List.of("other_hk"), Optional.empty())));
        return new TableSpec.Link(
                Skeleton.common(
                        id, "dv.link", Layer.RAW_VAULT, columns, keys, SurrogateKind.HASH, load, List.of(first)),
                List.of("hub_" + Skeleton.ENTITY, "hub_other"),
                Skeleton.hash(List.of("business_key", "other_key")));
    }

    static TableSpec satellite() {
        String id = "sat_" + Skeleton.ENTITY + "_details";
        String parentKey = Skeleton.ENTITY + "_hk";
        List<ModelColumn> columns = List.of(
                Skeleton.column(id, parentKey, LakeType.STRING, false, ColumnRole.HASH_KEY),
                Skeleton.column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                Skeleton.column(id, "hash_diff", LakeType.STRING, false, ColumnRole.HASH_DIFF),
                Skeleton.column(id, "attribute", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                Skeleton.column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = Skeleton.load(
                id,
                LoadStrategy.SATELLITE_INSERT,
                3,
                List.of(
                        new Load.LoadColumn(parentKey, List.of(Skeleton.KEY), new Transform.HashKey()),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("hash_diff", List.of(Skeleton.ATTRIBUTE), new Transform.HashDiff()),
                        Load.LoadColumn.copy("attribute", Skeleton.ATTRIBUTE),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(parentKey, "load_date"))
                .withForeign(List.of(new ModelForeignKey(
                        List.of(parentKey), "hub_" + Skeleton.ENTITY, List.of(parentKey), Optional.empty())));
        List<String> clustering = List.of(parentKey, "load_date");
        return new TableSpec.Satellite(
                Skeleton.common(
                        id, "dv.satellite", Layer.RAW_VAULT, columns, keys, SurrogateKind.NONE, load, clustering),
                "hub_" + Skeleton.ENTITY,
                Skeleton.hash(List.of("attribute")));
    }
}
