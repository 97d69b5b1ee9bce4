package io.lakewright.sql;

import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.History;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small invented shop, and models of it. */
final class RetailModels {

    static final LakeType MONEY = LakeType.decimal(18, 2);
    static final LakeType NTZ = LakeType.of(LakeType.Base.TIMESTAMP_NTZ);

    static final SourceTable BUYER = table(
            "buyer",
            List.of("buyer_no"),
            source("buyer_no", LakeType.INT, false),
            source("Full Name", LakeType.STRING, true),
            source("town", LakeType.STRING, true),
            source("rating", LakeType.of(LakeType.Base.DOUBLE), true),
            source("joined_on", LakeType.DATE, true),
            source("changed_at", NTZ, true));
    static final SourceTable ARTICLE = table(
            "article",
            List.of("code"),
            source("code", LakeType.STRING, false),
            source("label", LakeType.STRING, true),
            source("list_price", MONEY, true),
            source("photo", LakeType.of(LakeType.Base.BINARY), true),
            source("colours", LakeType.array(LakeType.STRING), true),
            source("on_sale", LakeType.BOOLEAN, true));
    static final SourceTable BILL = table(
            "bill",
            List.of("bill_no"),
            source("bill_no", LakeType.BIGINT, false),
            source("buyer_no", LakeType.INT, true),
            source("billed_at", LakeType.TIMESTAMP, true));
    static final SourceTable NUMBERED_BILL = table(
            "bill",
            List.of("bill_no"),
            source("bill_no", LakeType.BIGINT, false),
            source("buyer_no", LakeType.INT, true),
            source("billed_at", LakeType.TIMESTAMP, true),
            source("billed_day", LakeType.INT, true));
    static final SourceTable BILL_LINE = table(
            "bill_line",
            List.of("bill_no", "line_no"),
            source("bill_no", LakeType.BIGINT, false),
            source("line_no", LakeType.INT, false),
            source("code", LakeType.STRING, true),
            source("pieces", LakeType.INT, true),
            source("price", MONEY, true),
            source("rebate", LakeType.decimal(4, 2), true));

    private RetailModels() {}

    static DataModel star(LoadStrategy buyers, DeleteHandling deletes, SurrogateKind surrogate) {
        return model(
                "Shop star",
                ModelStyle.DIMENSIONAL,
                List.of(fact(), articles(surrogate), buyers(buyers, deletes, surrogate), dates()));
    }

    /** The star over bills whose day is kept as the number yyyymmdd, by which buyers are found. */
    static DataModel starOfNumberedDays() {
        DataModel star = star(LoadStrategy.SCD2_MERGE, DeleteHandling.IGNORE, SurrogateKind.IDENTITY);
        TableSpec fact = star.byId("fact_bill_line").orElseThrow();
        Load load = fact.loads().getFirst();
        List<Load.Lookup> lookups = load.lookups().stream()
                .map(l -> l.asOf().isEmpty()
                        ? l
                        : new Load.Lookup(
                                l.column(),
                                l.dimension(),
                                l.naturalKey(),
                                Optional.of(new ColumnRef("b", "billed_day"))))
                .toList();
        Load numbered = new Load(
                load.name(),
                load.from(),
                load.columns(),
                lookups,
                load.recordSource(),
                load.strategy(),
                load.sequenceBy(),
                load.monotone(),
                load.deleteHandling(),
                load.order());
        List<SourceTable> sources = star.source().tables().stream()
                .map(t -> t.equals(BILL) ? NUMBERED_BILL : t)
                .toList();
        return star.withTable(fact.withCommon(fact.common().withLoads(List.of(numbered))))
                .withSource(new ModelSource(
                        star.source().workspace(),
                        star.source().snapshot(),
                        sources,
                        star.source().extraction()));
    }

    static DataModel vault() {
        return model(
                "Shop vault",
                ModelStyle.DATA_VAULT,
                List.of(
                        hub("hub_buyer", "buyer_hk", "buyer_no", LakeType.INT, List.of("buyer", "bill")),
                        hub("hub_bill", "bill_hk", "bill_no", LakeType.BIGINT, List.of("bill")),
                        link(),
                        satellite()));
    }

    private static DataModel model(String name, ModelStyle style, List<TableSpec> tables) {
        Map<Layer, Target> targets = new EnumMap<>(Layer.class);
        targets.put(Layer.BRONZE, new Target("main", "bronze"));
        targets.put(Layer.RAW_VAULT, new Target("main", "raw_vault"));
        targets.put(Layer.GOLD, new Target("main", "gold"));
        List<SourceTable> sources = List.of(BUYER, ARTICLE, BILL, BILL_LINE);
        return new DataModel(
                1,
                name,
                style,
                "",
                new ModelSource(
                        "shop",
                        "sha256:0",
                        sources,
                        sources.stream()
                                .map(source -> new Extraction(
                                        source.name(),
                                        source.name().table(),
                                        ExtractionMode.FULL,
                                        Optional.empty(),
                                        DeleteHandling.IGNORE))
                                .toList()),
                Conventions.standard(),
                targets,
                List.of(),
                List.of(),
                tables);
    }

    private static TableSpec articles(SurrogateKind surrogate) {
        String id = "dim_article";
        List<ModelColumn> columns = List.of(
                column(id, "article_key", LakeType.BIGINT, false, ColumnRole.SURROGATE_KEY),
                column(id, "code", LakeType.STRING, false, ColumnRole.BUSINESS_KEY),
                column(id, "label", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "list_price", LakeType.decimal(20, 4), true, ColumnRole.ATTRIBUTE),
                column(id, "photo", LakeType.of(LakeType.Base.BINARY), true, ColumnRole.ATTRIBUTE),
                column(id, "colours", LakeType.array(LakeType.STRING), true, ColumnRole.ATTRIBUTE),
                column(id, "on_sale", LakeType.BOOLEAN, true, ColumnRole.ATTRIBUTE));
        Load load = load(
                "article",
                LoadStrategy.SCD1_MERGE,
                DeleteHandling.IGNORE,
                1,
                copies("code", "label", "list_price", "photo", "colours", "on_sale"));
        return new TableSpec.Dimension(
                common(id, "dim.scd1", Layer.GOLD, columns, Keys.primary(List.of("article_key")), surrogate, load),
                List.of("code"),
                ScdType.TYPE_1,
                Optional.empty(),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec buyers(LoadStrategy strategy, DeleteHandling deletes, SurrogateKind surrogate) {
        String id = "dim_buyer";
        List<ModelColumn> columns = List.of(
                column(id, "buyer_key", LakeType.BIGINT, false, ColumnRole.SURROGATE_KEY),
                column(id, "buyer_no", LakeType.INT, false, ColumnRole.BUSINESS_KEY),
                scd(column(id, "full_name", LakeType.STRING, true, ColumnRole.ATTRIBUTE), ScdType.TYPE_1),
                column(id, "town", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "rating", LakeType.of(LakeType.Base.DOUBLE), true, ColumnRole.ATTRIBUTE),
                scd(column(id, "joined_on", LakeType.DATE, true, ColumnRole.ATTRIBUTE), ScdType.TYPE_0),
                column(id, "valid_from", LakeType.TIMESTAMP, false, ColumnRole.VALID_FROM),
                column(id, "valid_to", LakeType.TIMESTAMP, false, ColumnRole.VALID_TO),
                column(id, "is_current", LakeType.BOOLEAN, false, ColumnRole.IS_CURRENT));
        List<Load.LoadColumn> filled = List.of(
                Load.LoadColumn.copy("buyer_no", new ColumnRef("s", "buyer_no")),
                Load.LoadColumn.copy("full_name", new ColumnRef("s", "Full Name")),
                Load.LoadColumn.copy("town", new ColumnRef("s", "town")),
                Load.LoadColumn.copy("rating", new ColumnRef("s", "rating")),
                Load.LoadColumn.copy("joined_on", new ColumnRef("s", "joined_on")));
        Load load = load("buyer", strategy, deletes, 1, filled);
        if (strategy == LoadStrategy.SCD2_TIMELINE) {
            load = new Load(
                    load.name(),
                    load.from(),
                    load.columns(),
                    List.of(),
                    load.recordSource(),
                    strategy,
                    Optional.of(new ColumnRef("s", "changed_at")),
                    false,
                    deletes,
                    1);
        }
        return new TableSpec.Dimension(
                common(id, "dim.scd2", Layer.GOLD, columns, Keys.primary(List.of("buyer_key")), surrogate, load),
                List.of("buyer_no"),
                ScdType.TYPE_2,
                Optional.of(new History("valid_from", "valid_to", "is_current")),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec dates() {
        String id = "dim_date";
        List<ModelColumn> columns = List.of(
                column(id, "date_key", LakeType.INT, false, ColumnRole.SURROGATE_KEY),
                column(id, "date", LakeType.DATE, true, ColumnRole.BUSINESS_KEY),
                column(id, "year", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "quarter", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "month", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "month_name", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "day_of_month", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "day_of_week", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "day_name", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "week_of_year", LakeType.INT, true, ColumnRole.ATTRIBUTE),
                column(id, "is_weekend", LakeType.BOOLEAN, true, ColumnRole.ATTRIBUTE));
        TableCommon common = new TableCommon(
                id,
                id,
                "dim.date",
                Layer.GOLD,
                "Calendar.",
                List.of(),
                columns,
                Keys.primary(List.of("date_key")),
                SurrogateKind.NONE,
                List.of(),
                Physical.none(),
                List.of());
        return new TableSpec.DateDimension(
                common,
                List.of("date"),
                new Calendar(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 3, 31)),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec fact() {
        String id = "fact_bill_line";
        List<ModelColumn> columns = List.of(
                column(id, "billed_date_key", LakeType.INT, false, ColumnRole.FOREIGN_KEY),
                column(id, "buyer_key", LakeType.BIGINT, false, ColumnRole.FOREIGN_KEY),
                column(id, "article_key", LakeType.BIGINT, false, ColumnRole.FOREIGN_KEY),
                column(id, "bill_no", LakeType.BIGINT, false, ColumnRole.DEGENERATE),
                column(id, "line_no", LakeType.INT, false, ColumnRole.DEGENERATE),
                measure(column(id, "pieces", LakeType.INT, true, ColumnRole.MEASURE)),
                measure(column(id, "revenue", MONEY, true, ColumnRole.MEASURE)),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE));
        Load.LoadFrom from = new Load.LoadFrom(
                "l",
                "shop.bill_line",
                List.of(new Load.Join(
                        "b",
                        "shop.bill",
                        List.of(new Load.JoinPair(new ColumnRef("l", "bill_no"), "bill_no")),
                        JoinType.INNER)),
                List.of());
        Load load = new Load(
                "fact_bill_line_from_bill_line",
                from,
                List.of(
                        new Load.LoadColumn(
                                "billed_date_key", List.of(new ColumnRef("b", "billed_at")), new Transform.DateKey()),
                        Load.LoadColumn.copy("bill_no", new ColumnRef("l", "bill_no")),
                        Load.LoadColumn.copy("line_no", new ColumnRef("l", "line_no")),
                        Load.LoadColumn.copy("pieces", new ColumnRef("l", "pieces")),
                        new Load.LoadColumn(
                                "revenue",
                                List.of(
                                        new ColumnRef("l", "pieces"),
                                        new ColumnRef("l", "price"),
                                        new ColumnRef("l", "rebate")),
                                new Transform.Product(true)),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp())),
                List.of(
                        new Load.Lookup(
                                "buyer_key",
                                "dim_buyer",
                                List.of(new ColumnRef("b", "buyer_no")),
                                Optional.of(new ColumnRef("b", "billed_at"))),
                        new Load.Lookup(
                                "article_key", "dim_article", List.of(new ColumnRef("l", "code")), Optional.empty())),
                Optional.empty(),
                LoadStrategy.FACT_MERGE,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                2);
        Keys keys = Keys.primary(List.of("bill_no", "line_no"))
                .withForeign(List.of(
                        foreign("billed_date_key", "dim_date", "date_key", Optional.of("billed_date")),
                        foreign("buyer_key", "dim_buyer", "buyer_key", Optional.empty()),
                        foreign("article_key", "dim_article", "article_key", Optional.empty())));
        TableCommon common = common(id, "fact.transaction", Layer.GOLD, columns, keys, SurrogateKind.NONE, load)
                .withPhysical(new Physical(List.of("billed_date_key", "article_key"), false, List.of(), Map.of()));
        return new TableSpec.Fact(
                common, FactType.TRANSACTION, new Grain("one line of a bill", List.of("bill_no", "line_no")));
    }

    private static TableSpec hub(String id, String hashKey, String businessKey, LakeType type, List<String> from) {
        List<ModelColumn> columns = List.of(
                column(id, hashKey, LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, businessKey, type, false, ColumnRole.BUSINESS_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        List<Load> loads = from.stream()
                .map(table -> load(
                        table,
                        LoadStrategy.HUB_MERGE,
                        DeleteHandling.IGNORE,
                        1,
                        List.of(
                                hashOf(hashKey, businessKey),
                                Load.LoadColumn.copy(businessKey, new ColumnRef("s", businessKey)),
                                batch(),
                                origin())))
                .toList();
        TableCommon common = common(
                        id,
                        "dv.hub",
                        Layer.RAW_VAULT,
                        columns,
                        Keys.primary(List.of(hashKey)),
                        SurrogateKind.HASH,
                        loads.getFirst())
                .withLoads(loads)
                .withPhysical(new Physical(List.of(), true, List.of(), Map.of()));
        return new TableSpec.Hub(common, List.of(businessKey), hash(List.of(businessKey)));
    }

    private static TableSpec link() {
        String id = "link_bill_buyer";
        List<ModelColumn> columns = List.of(
                column(id, "link_bill_buyer_hk", LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, "bill_hk", LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                column(id, "buyer_hk", LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = load(
                "bill",
                LoadStrategy.LINK_MERGE,
                DeleteHandling.IGNORE,
                2,
                List.of(
                        hashOf("link_bill_buyer_hk", "bill_no", "buyer_no"),
                        hashOf("bill_hk", "bill_no"),
                        hashOf("buyer_hk", "buyer_no"),
                        batch(),
                        origin()));
        Keys keys = Keys.primary(List.of("link_bill_buyer_hk"))
                .withForeign(List.of(
                        foreign("bill_hk", "hub_bill", "bill_hk", Optional.empty()),
                        foreign("buyer_hk", "hub_buyer", "buyer_hk", Optional.empty())))
                .withUnique(List.of(List.of("bill_hk", "buyer_hk")));
        return new TableSpec.Link(
                common(id, "dv.link", Layer.RAW_VAULT, columns, keys, SurrogateKind.HASH, load),
                List.of("hub_bill", "hub_buyer"),
                hash(List.of("bill_no", "buyer_no")));
    }

    private static TableSpec satellite() {
        String id = "sat_buyer_details";
        List<ModelColumn> columns = List.of(
                column(id, "buyer_hk", LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "hash_diff", LakeType.STRING, false, ColumnRole.HASH_DIFF),
                tagged(column(id, "full_name", LakeType.STRING, true, ColumnRole.ATTRIBUTE)),
                column(id, "rating", LakeType.of(LakeType.Base.DOUBLE), true, ColumnRole.ATTRIBUTE),
                column(id, "changed_at", NTZ, true, ColumnRole.ATTRIBUTE),
                column(id, "town", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        List<ColumnRef> payload = List.of(
                new ColumnRef("s", "Full Name"),
                new ColumnRef("s", "rating"),
                new ColumnRef("s", "changed_at"),
                new ColumnRef("s", "town"));
        Load load = load(
                "buyer",
                LoadStrategy.SATELLITE_INSERT,
                DeleteHandling.IGNORE,
                3,
                List.of(
                        hashOf("buyer_hk", "buyer_no"),
                        batch(),
                        new Load.LoadColumn("hash_diff", payload, new Transform.HashDiff()),
                        Load.LoadColumn.copy("full_name", payload.get(0)),
                        Load.LoadColumn.copy("rating", payload.get(1)),
                        Load.LoadColumn.copy("changed_at", payload.get(2)),
                        Load.LoadColumn.copy("town", payload.get(3)),
                        origin()));
        Keys keys = Keys.primary(List.of("buyer_hk", "load_date"))
                .withForeign(List.of(foreign("buyer_hk", "hub_buyer", "buyer_hk", Optional.empty())));
        return new TableSpec.Satellite(
                common(id, "dv.satellite", Layer.RAW_VAULT, columns, keys, SurrogateKind.NONE, load),
                "hub_buyer",
                hash(List.of("full_name", "rating", "changed_at", "town")));
    }

    private static SourceTable table(String name, List<String> key, Column... columns) {
        return new SourceTable(
                new TableName("shop", name),
                List.of(columns),
                key,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Column source(String name, LakeType type, boolean nullable) {
        return Column.of(name, type.text(), type, nullable);
    }

    private static ModelColumn column(String table, String name, LakeType type, boolean nullable, ColumnRole role) {
        return ModelColumn.technical(table, name, type, nullable, role, "The shop's " + name + ".");
    }

    private static ModelColumn scd(ModelColumn c, ScdType type) {
        return new ModelColumn(
                c.id(),
                c.name(),
                c.type(),
                c.nullable(),
                c.role(),
                Optional.of(type),
                c.additivity(),
                c.source(),
                c.comment(),
                c.tags());
    }

    private static ModelColumn measure(ModelColumn c) {
        return new ModelColumn(
                c.id(),
                c.name(),
                c.type(),
                c.nullable(),
                c.role(),
                c.scdType(),
                Optional.of(Additivity.ADDITIVE),
                c.source(),
                c.comment(),
                c.tags());
    }

    private static ModelColumn tagged(ModelColumn c) {
        return new ModelColumn(
                c.id(),
                c.name(),
                c.type(),
                c.nullable(),
                c.role(),
                c.scdType(),
                c.additivity(),
                c.source(),
                c.comment(),
                List.of("pii"));
    }

    private static TableCommon common(
            String id,
            String pattern,
            Layer layer,
            List<ModelColumn> columns,
            Keys keys,
            SurrogateKind surrogate,
            Load load) {
        return new TableCommon(
                id,
                id,
                pattern,
                layer,
                "The shop's " + id + ".",
                List.of(TableName.parse(load.from().table())),
                columns,
                keys,
                surrogate,
                List.of(load),
                Physical.none(),
                List.of());
    }

    private static Load load(
            String from, LoadStrategy strategy, DeleteHandling deletes, int order, List<Load.LoadColumn> columns) {
        return new Load(
                "load_from_" + from,
                new Load.LoadFrom("s", "shop." + from, List.of(), List.of()),
                columns,
                List.of(),
                Optional.of("shop." + from),
                strategy,
                Optional.empty(),
                true,
                deletes,
                order);
    }

    private static List<Load.LoadColumn> copies(String... names) {
        return List.of(names).stream()
                .map(name -> Load.LoadColumn.copy(name, new ColumnRef("s", name)))
                .toList();
    }

    private static Load.LoadColumn hashOf(String name, String... sources) {
        return new Load.LoadColumn(
                name, List.of(sources).stream().map(s -> new ColumnRef("s", s)).toList(), new Transform.HashKey());
    }

    private static Load.LoadColumn batch() {
        return new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp());
    }

    private static Load.LoadColumn origin() {
        return new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource());
    }

    private static Hash hash(List<String> inputs) {
        return new Hash(HashProfile.H1, inputs, Optional.empty(), Optional.empty());
    }

    private static ModelForeignKey foreign(String column, String table, String key, Optional<String> role) {
        return new ModelForeignKey(List.of(column), table, List.of(key), role);
    }
}
