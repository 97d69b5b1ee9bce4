package io.lakewright.generator.edit;

import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
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
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.SourceSlice;
import io.lakewright.generator.design.Targets;
import io.lakewright.generator.vault.ShopSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One type 2 dimension and one fact over the invented shop. */
public final class SmallStar {

    private static final TableName PRODUCTS = ShopSchema.name("products");
    private static final TableName LINES = ShopSchema.name("order_lines");

    private SmallStar() {}

    public static DataModel model() {
        SourceSchema schema = ShopSchema.schema();
        List<SourceTable> used = schema.tables().stream()
                .filter(t -> List.of("products", "order_lines", "orders")
                        .contains(t.name().table()))
                .toList();
        return new DataModel(
                1,
                "star",
                ModelStyle.DIMENSIONAL,
                "A small star.",
                SourceSlice.of(schema, used),
                Conventions.standard(),
                Targets.complete(Map.of(), List.of(Layer.BRONZE, Layer.GOLD)),
                List.of(),
                List.of(),
                List.of(dimension(), dates(), fact()));
    }

    private static TableSpec dimension() {
        List<ModelColumn> columns = List.of(
                technical("dim_product", "product_key", LakeType.BIGINT, ColumnRole.SURROGATE_KEY),
                carried(
                        "dim_product",
                        "product_id",
                        LakeType.INT,
                        ColumnRole.BUSINESS_KEY,
                        PRODUCTS,
                        "product_id",
                        false),
                carried("dim_product", "sku", LakeType.STRING, ColumnRole.ATTRIBUTE, PRODUCTS, "sku", true),
                technical("dim_product", "valid_from", LakeType.TIMESTAMP, ColumnRole.VALID_FROM),
                technical("dim_product", "valid_to", LakeType.TIMESTAMP, ColumnRole.VALID_TO),
                technical("dim_product", "is_current", LakeType.BOOLEAN, ColumnRole.IS_CURRENT));
        Load load = load(
                "load_dim_product",
                "shop.products",
                "p",
                List.of(
                        Load.LoadColumn.copy("product_id", new ColumnRef("p", "product_id")),
                        Load.LoadColumn.copy("sku", new ColumnRef("p", "sku"))),
                List.of(),
                LoadStrategy.SCD2_TIMELINE,
                1);
        TableCommon common = new TableCommon(
                "dim_product",
                "dim_product",
                "dim.scd2",
                Layer.GOLD,
                "Products.",
                List.of(PRODUCTS),
                columns,
                Keys.primary(List.of("product_key")).withUnique(List.of(List.of("product_id", "valid_from"))),
                SurrogateKind.IDENTITY,
                List.of(load),
                Physical.none(),
                List.of());
        return new TableSpec.Dimension(
                common,
                List.of("product_id"),
                ScdType.TYPE_2,
                Optional.of(new History("valid_from", "valid_to", "is_current")),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec dates() {
        TableCommon common = new TableCommon(
                "dim_date",
                "dim_date",
                "dim.date",
                Layer.GOLD,
                "Days.",
                List.of(),
                List.of(
                        technical("dim_date", "date_key", LakeType.INT, ColumnRole.SURROGATE_KEY),
                        technical("dim_date", "date", LakeType.DATE, ColumnRole.BUSINESS_KEY)),
                Keys.primary(List.of("date_key")),
                SurrogateKind.NONE,
                List.of(),
                Physical.none(),
                List.of());
        return new TableSpec.DateDimension(
                common,
                List.of("date"),
                new Calendar(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec fact() {
        ModelColumn quantity = new ModelColumn(
                "fact_sale.quantity",
                "quantity",
                LakeType.INT,
                true,
                ColumnRole.MEASURE,
                Optional.empty(),
                Optional.of(Additivity.ADDITIVE),
                Optional.of(new ColumnOrigin(LINES, "quantity")),
                Optional.of("Pieces."),
                List.of());
        List<ModelColumn> columns = List.of(
                carried("fact_sale", "order_id", LakeType.INT, ColumnRole.DEGENERATE, LINES, "order_id", false),
                carried(
                        "fact_sale",
                        "line_no",
                        LakeType.of(LakeType.Base.SMALLINT),
                        ColumnRole.DEGENERATE,
                        LINES,
                        "line_no",
                        false),
                technical("fact_sale", "product_key", LakeType.BIGINT, ColumnRole.FOREIGN_KEY),
                technical("fact_sale", "order_date_key", LakeType.INT, ColumnRole.FOREIGN_KEY),
                quantity);
        Load load = load(
                "load_fact_sale",
                "shop.order_lines",
                "l",
                List.of(
                        Load.LoadColumn.copy("order_id", new ColumnRef("l", "order_id")),
                        Load.LoadColumn.copy("line_no", new ColumnRef("l", "line_no")),
                        new Load.LoadColumn(
                                "order_date_key", List.of(new ColumnRef("o", "ordered_at")), new Transform.DateKey()),
                        Load.LoadColumn.copy("quantity", new ColumnRef("l", "quantity"))),
                List.of(new Load.Lookup(
                        "product_key",
                        "dim_product",
                        List.of(new ColumnRef("l", "product_id")),
                        Optional.of(new ColumnRef("o", "ordered_at")))),
                LoadStrategy.FACT_MERGE,
                2);
        Load joined = load.withFrom(new Load.LoadFrom(
                "l",
                "shop.order_lines",
                List.of(new Load.Join(
                        "o",
                        "shop.orders",
                        List.of(new Load.JoinPair(new ColumnRef("l", "order_id"), "order_id")),
                        io.lakewright.core.model.JoinType.LEFT)),
                List.of()));
        TableCommon common = new TableCommon(
                "fact_sale",
                "fact_sale",
                "fact.transaction",
                Layer.GOLD,
                "Sales.",
                List.of(LINES),
                columns,
                Keys.primary(List.of("order_id", "line_no"))
                        .withForeign(List.of(
                                new ModelForeignKey(
                                        List.of("product_key"),
                                        "dim_product",
                                        List.of("product_key"),
                                        Optional.empty()),
                                new ModelForeignKey(
                                        List.of("order_date_key"),
                                        "dim_date",
                                        List.of("date_key"),
                                        Optional.of("order")))),
                SurrogateKind.NONE,
                List.of(joined),
                Physical.none(),
                List.of());
        return new TableSpec.Fact(
                common, FactType.TRANSACTION, new Grain("one row per order line", List.of("order_id", "line_no")));
    }

    private static Load load(
            String name,
            String table,
            String alias,
            List<Load.LoadColumn> columns,
            List<Load.Lookup> lookups,
            LoadStrategy strategy,
            int order) {
        return new Load(
                name,
                new Load.LoadFrom(alias, table, List.of(), List.of()),
                columns,
                lookups,
                Optional.empty(),
                strategy,
                Optional.empty(),
                false,
                DeleteHandling.IGNORE,
                order);
    }

    private static ModelColumn technical(String table, String name, LakeType type, ColumnRole role) {
        return ModelColumn.technical(table, name, type, false, role, "Technical.");
    }

    private static ModelColumn carried(
            String table,
            String name,
            LakeType type,
            ColumnRole role,
            TableName from,
            String column,
            boolean nullable) {
        return new ModelColumn(
                table + "." + name,
                name,
                type,
                nullable,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ColumnOrigin(from, column)),
                Optional.of("Carried."),
                List.of());
    }
}
