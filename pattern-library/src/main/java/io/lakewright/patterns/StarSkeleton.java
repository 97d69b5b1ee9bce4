package io.lakewright.patterns;

import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables of a star schema over the skeleton's source. */
final class StarSkeleton {

    private StarSkeleton() {}

    static TableSpec dimension(ScdType type) {
        String id = "dim_" + Skeleton.ENTITY;
        String key = Skeleton.ENTITY + "_key";
        boolean versions = type == ScdType.TYPE_2;
        List<ModelColumn> plain = List.of(
                Skeleton.column(id, key, LakeType.BIGINT, false, ColumnRole.SURROGATE_KEY),
                Skeleton.column(id, "business_key", LakeType.STRING, true, ColumnRole.BUSINESS_KEY),
                Skeleton.column(id, "attribute", LakeType.STRING, true, ColumnRole.ATTRIBUTE));
        List<ModelColumn> validity = List.of(
                Skeleton.column(id, "valid_from", LakeType.TIMESTAMP, false, ColumnRole.VALID_FROM),
                Skeleton.column(id, "valid_to", LakeType.TIMESTAMP, false, ColumnRole.VALID_TO),
                Skeleton.column(id, "is_current", LakeType.BOOLEAN, false, ColumnRole.IS_CURRENT));
        List<ModelColumn> columns =
                versions ? Stream.concat(plain.stream(), validity.stream()).toList() : plain;
        Load load = Skeleton.load(
                id,
                versions ? LoadStrategy.SCD2_MERGE : LoadStrategy.SCD1_MERGE,
                1,
                List.of(
                        Load.LoadColumn.copy("business_key", Skeleton.KEY),
                        Load.LoadColumn.copy("attribute", Skeleton.ATTRIBUTE)),
                List.of());
        Keys keys = Keys.primary(List.of(key))
                .withUnique(List.of(versions ? List.of("business_key", "valid_from") : List.of("business_key")));
        Optional<History> history =
                versions ? Optional.of(new History("valid_from", "valid_to", "is_current")) : Optional.empty();
        return new TableSpec.Dimension(
                Skeleton.common(
                        id,
                        "dim.scd" + type.number(),
                        Layer.GOLD,
                        columns,
                        keys,
                        SurrogateKind.IDENTITY,
                        load,
                        List.of("business_key")),
                List.of("business_key"),
                type,
                history,
                List.of(new SpecialRow(-1, "Unknown")));
    }

    static TableSpec dates() {
        String id = "dim_date";
        List<ModelColumn> columns = List.of(
                Skeleton.column(id, "date_key", LakeType.INT, false, ColumnRole.SURROGATE_KEY),
                Skeleton.column(id, "date", LakeType.DATE, true, ColumnRole.BUSINESS_KEY));
        Load load = new Load(
                "load_" + id,
                new Load.LoadFrom("d", id, List.of(), List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                LoadStrategy.DATE_SERIES,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                1);
        return new TableSpec.DateDimension(
                Skeleton.common(
                        id,
                        "dim.date",
                        Layer.GOLD,
                        columns,
                        Keys.primary(List.of("date_key")),
                        SurrogateKind.NONE,
                        load,
                        List.of()),
                List.of("date"),
                new Calendar(LocalDate.of(2020, 1, 1), LocalDate.of(2035, 12, 31)),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    static TableSpec fact() {
        String id = "fact_" + Skeleton.ENTITY;
        String key = Skeleton.ENTITY + "_key";
        List<ModelColumn> columns = List.of(
                Skeleton.column(id, "event_id", LakeType.STRING, false, ColumnRole.DEGENERATE),
                Skeleton.column(id, key, LakeType.BIGINT, false, ColumnRole.FOREIGN_KEY),
                Skeleton.column(id, "measure", LakeType.decimal(18, 2), true, ColumnRole.MEASURE));
        Load load = Skeleton.load(
                id,
                LoadStrategy.FACT_MERGE,
                2,
                List.of(
                        Load.LoadColumn.copy("event_id", Skeleton.OTHER),
                        Load.LoadColumn.copy("measure", new ColumnRef("s", "measure"))),
                List.of(new Load.Lookup(key, "dim_" + Skeleton.ENTITY, List.of(Skeleton.KEY), Optional.empty())));
        Keys keys = Keys.primary(List.of("event_id"))
                .withForeign(List.of(
                        new ModelForeignKey(List.of(key), "dim_" + Skeleton.ENTITY, List.of(key), Optional.empty())));
        return new TableSpec.Fact(
                Skeleton.common(
                        id, "fact.transaction", Layer.GOLD, columns, keys, SurrogateKind.NONE, load, List.of(key)),
                FactType.TRANSACTION,
                new Grain("one row per event", List.of("event_id")));
    }
}
