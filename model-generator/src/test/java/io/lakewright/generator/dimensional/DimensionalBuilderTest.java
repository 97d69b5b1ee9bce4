package io.lakewright.generator.dimensional;

import static io.lakewright.generator.vault.ShopSchema.fk;
import static io.lakewright.generator.vault.ShopSchema.name;
import static io.lakewright.generator.vault.ShopSchema.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.vault.ShopSchema;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionalBuilderTest {

    private static Design dimension(String... tables) {
        return DimensionalBuilder.build(ShopSchema.schema(), DesignRequest.of(Kind.DIMENSION, names(tables)));
    }

    private static Design star(String... tables) {
        return DimensionalBuilder.build(ShopSchema.schema(), DesignRequest.of(Kind.STAR, names(tables)));
    }

    private static List<TableName> names(String... tables) {
        return Arrays.stream(tables).map(ShopSchema::name).toList();
    }

    private static TableSpec made(Design design, String id) {
        return design.model().byId(id).orElseThrow();
    }

    private static List<String> columns(TableSpec table) {
        return table.columns().stream().map(ModelColumn::name).toList();
    }

    @Test
    void drivesADimensionByTheTableAtTheManyEnd() {
        TableSpec product = made(dimension("categories", "products"), "dim_product");

        assertThat(product.businessKey()).containsExactly("product_id");
        assertThat(columns(product))
                .containsExactly(
                        "product_key",
                        "product_id",
                        "sku",
                        "unit_price",
                        "category_title",
                        "valid_from",
                        "valid_to",
                        "is_current");
        Load load = product.loads().getFirst();
        assertThat(load.from().table()).isEqualTo("shop.products");
        assertThat(load.from().joins()).singleElement().satisfies(join -> {
            assertThat(join.table()).isEqualTo("shop.categories");
            assertThat(join.type()).isEqualTo(JoinType.LEFT);
        });
        assertThat(load.strategy()).isEqualTo(LoadStrategy.SCD2_MERGE);
    }

    @Test
    void saysOfEveryColumnWhatBecameOfIt() {
        Design design = dimension("products", "categories");

        assertThat(design.model().excluded())
                .extracting(Exclusion::table)
                .containsExactly("shop.products.category_id", "shop.products.updated_at", "shop.categories.picture");
    }

    @Test
    void keepsAReferenceToItselfWithTheNameOfTheParent() {
        SourceSchema schema = schema(table(
                "parts",
                List.of("part_id"),
                List.of(),
                List.of(fk("made_of", "parts", "part_id")),
                "part_id integer!",
                "part_name text",
                "made_of integer"));
        TableSpec part =
                made(DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, names("parts"))), "dim_part");

        assertThat(columns(part)).contains("made_of", "parent_part_name").doesNotContain("parent_made_of");
    }

    @Test
    void tellsParentsApartByTheRolesTheyPlay() {
        SourceSchema schema = schema(
                table("cities", List.of("city_id"), List.of(), List.of(), "city_id integer!", "city text"),
                table(
                        "routes",
                        List.of("route_id"),
                        List.of(),
                        List.of(fk("start_city_id", "cities", "city_id"), fk("end_city_id", "cities", "city_id")),
                        "route_id integer!",
                        "start_city_id integer!",
                        "end_city_id integer!"));
        TableSpec route = made(
                DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, names("routes", "cities"))),
                "dim_route");

        assertThat(columns(route)).contains("start_city_city", "end_city_city");
        assertThat(route.loads().getFirst().from().joins()).hasSize(2).allMatch(join -> join.type() == JoinType.LEFT);
    }

    @Test
    void joinsByAllColumnsOfACompositeKey() {
        SourceSchema schema = schema(
                table(
                        "bins",
                        List.of("hall", "bin"),
                        List.of(),
                        List.of(),
                        "hall integer!",
                        "bin integer!",
                        "colour text"),
                table(
                        "boxes",
                        List.of("box_id"),
                        List.of(),
                        List.of(ForeignKey.declared(List.of("hall", "bin"), name("bins"), List.of("hall", "bin"))),
                        "box_id integer!",
                        "hall integer",
                        "bin integer"));
        TableSpec box = made(
                DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, names("boxes", "bins"))), "dim_box");

        assertThat(box.loads().getFirst().from().joins().getFirst().via()).hasSize(2);
        assertThat(columns(box)).contains("hall", "bin", "bin_colour");
    }

    @Test
    void findsAWayOverATableThatWasNotNamed() {
        SourceSchema schema = schema(
                table("groups", List.of("group_id"), List.of(), List.of(), "group_id integer!", "group_label text"),
                table(
                        "families",
                        List.of("family_id"),
                        List.of(),
                        List.of(fk("group_id", "groups", "group_id")),
                        "family_id integer!",
                        "family_label text",
                        "group_id integer!"),
                table(
                        "items",
                        List.of("item_id"),
                        List.of(),
                        List.of(fk("family_id", "families", "family_id")),
                        "item_id integer!",
                        "family_id integer"));
        Design design = DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, names("items", "groups")));

        assertThat(design.model().tables()).hasSize(1);
        assertThat(columns(made(design, "dim_item"))).contains("family_label", "group_label");
        assertThat(design.assumptions()).anyMatch(a -> a.contains("shop.families"));
    }

    @Test
    void makesADimensionOfEachOfTwoUnrelatedTables() {
        assertThat(dimension("customers", "tags").model().tables())
                .extracting(TableSpec::id)
                .containsExactly("dim_customer", "dim_tag");
    }

    @Test
    void mergesADocumentIntoItsLines() {
        Design design = star("order_lines", "orders", "products", "customers", "employees");
        TableSpec.Fact fact = (TableSpec.Fact) made(design, "fact_order_line");

        assertThat(fact.grain().columns()).containsExactly("order_id", "line_no");
        assertThat(fact.factType()).isEqualTo(FactType.TRANSACTION);
        assertThat(columns(fact))
                .contains("product_key", "customer_key", "employee_key", "ordered_date_key", "quantity");
        assertThat(design.model().tables())
                .extracting(TableSpec::id)
                .containsExactlyInAnyOrder(
                        "dim_product", "dim_customer", "dim_employee", "dim_date", "fact_order_line");
        assertThat(fact.loads().getFirst().lookups())
                .extracting(Load.Lookup::asOf)
                .allMatch(asOf -> asOf.equals(java.util.Optional.of(new ColumnRef("order", "ordered_at"))));
        assertThat(fact.loads().getFirst().order())
                .isGreaterThan(made(design, "dim_product").loads().getFirst().order());
    }

    @Test
    void makesDocumentsTheFactWhenThatGrainIsAskedFor() {
        DesignRequest request = DesignRequest.of(Kind.STAR, names("order_lines", "orders", "customers"))
                .withGrain(new DesignRequest.WantedGrain("one row per order", List.of()));
        Design design = DimensionalBuilder.build(ShopSchema.schema(), request);

        assertThat(made(design, "fact_order").keys().primary()).containsExactly("order_id");
        assertThat(design.model().excluded()).extracting(Exclusion::table).contains("shop.order_lines");
    }

    @Test
    void leavesOutATableThatWouldMultiplyRowsAndSaysSo() {
        Design design = star("order_lines", "products", "product_tags", "tags");

        assertThat(design.model().excluded()).extracting(Exclusion::table).contains("shop.product_tags", "shop.tags");
    }

    @Test
    void leavesAmountsOfADocumentToTheDocumentAndMultipliesOutTheLine() {
        SourceSchema schema = schema(
                table(
                        "invoices",
                        List.of("invoice_id"),
                        List.of(),
                        List.of(fk("shop_id", "shops", "shop_id")),
                        "invoice_id integer!",
                        "shop_id integer!",
                        "invoice_date date!",
                        "freight numeric(9,2)"),
                table(
                        "invoice_lines",
                        List.of("invoice_id", "line_no"),
                        List.of(),
                        List.of(fk("invoice_id", "invoices", "invoice_id"), fk("thing_id", "things", "thing_id")),
                        "invoice_id integer!",
                        "line_no integer!",
                        "thing_id integer!",
                        "quantity integer!",
                        "unit_price numeric(9,2)!",
                        "discount numeric(4,3)"),
                table("things", List.of("thing_id"), List.of(), List.of(), "thing_id integer!", "thing_name text"),
                table("shops", List.of("shop_id"), List.of(), List.of(), "shop_id integer!", "shop_name text"));
        Design design = DimensionalBuilder.build(
                schema, DesignRequest.of(Kind.STAR, names("invoices", "invoice_lines", "things")));
        TableSpec fact = made(design, "fact_invoice_line");

        assertThat(columns(fact)).doesNotContain("freight").contains("net_amount", "invoice_date_key");
        assertThat(fact.loads().getFirst().columns())
                .filteredOn(c -> c.name().equals("net_amount"))
                .singleElement()
                .satisfies(c -> assertThat(c.transform()).isEqualTo(new Transform.Product(true)));
        assertThat(fact.column("unit_price").orElseThrow().additivity()).contains(Additivity.NON_ADDITIVE);
        assertThat(fact.column("quantity").orElseThrow().additivity()).contains(Additivity.ADDITIVE);
        assertThat(design.model().excluded()).anyMatch(e -> e.table().equals("shop.invoices.freight"));
    }

    @Test
    void countsEventsThatMeasureNothing() {
        SourceSchema schema = schema(
                table("pupils", List.of("pupil_id"), List.of(), List.of(), "pupil_id integer!", "pupil_name text"),
                table("courses", List.of("course_id"), List.of(), List.of(), "course_id integer!", "course text"),
                table(
                        "visits",
                        List.of("visit_id"),
                        List.of(),
                        List.of(fk("pupil_id", "pupils", "pupil_id"), fk("course_id", "courses", "course_id")),
                        "visit_id integer!",
                        "pupil_id integer!",
                        "course_id integer!",
                        "visited_at timestamp without time zone!"));
        TableSpec.Fact fact = (TableSpec.Fact) made(
                DimensionalBuilder.build(schema, DesignRequest.of(Kind.STAR, names("visits", "pupils", "courses"))),
                "fact_visit");

        assertThat(fact.factType()).isEqualTo(FactType.FACTLESS);
        assertThat(fact.column("event_count").orElseThrow().role()).isEqualTo(ColumnRole.MEASURE);
    }

    @Test
    void reachesADimensionOverATableThatOnlyTiesOthersTogether() {
        SourceSchema schema = schema(
                table("books", List.of("book_id"), List.of(), List.of(), "book_id integer!", "book_title text"),
                table(
                        "copies",
                        List.of("copy_id"),
                        List.of(),
                        List.of(fk("book_id", "books", "book_id")),
                        "copy_id integer!",
                        "book_id integer!"),
                table("readers", List.of("reader_id"), List.of(), List.of(), "reader_id integer!", "reader_name text"),
                table(
                        "loans",
                        List.of("loan_id"),
                        List.of(),
                        List.of(fk("copy_id", "copies", "copy_id"), fk("reader_id", "readers", "reader_id")),
                        "loan_id integer!",
                        "copy_id integer!",
                        "reader_id integer!",
                        "lent_at timestamp without time zone!"));
        Design design = DimensionalBuilder.build(
                schema, DesignRequest.of(Kind.STAR, names("loans", "copies", "books", "readers")));

        assertThat(made(design, "fact_loan").loads().getFirst().lookups())
                .filteredOn(l -> l.dimension().equals("dim_book"))
                .singleElement()
                .satisfies(l -> assertThat(l.naturalKey()).containsExactly(new ColumnRef("copy", "book_id")));
        assertThat(design.model().excluded()).extracting(Exclusion::table).contains("shop.copies");
    }

    @Test
    void followsTheWantedHistory() {
        DesignRequest request =
                DesignRequest.of(Kind.DIMENSION, names("products")).withScdType(ScdType.TYPE_1);
        TableSpec product = made(DimensionalBuilder.build(ShopSchema.schema(), request), "dim_product");

        assertThat(columns(product)).doesNotContain("valid_from", "is_current");
        assertThat(product.loads().getFirst().strategy()).isEqualTo(LoadStrategy.SCD1_MERGE);
    }

    @Test
    void asksWhenNothingLooksLikeAnEvent() {
        Design design = star("products", "categories");

        assertThat(design.questions()).isNotEmpty();
        assertThat(design.assumptions()).anyMatch(a -> a.contains("comes nearest"));
    }

    @Test
    void namesNearTablesForOneThatIsNotThere() {
        assertThatThrownBy(() -> dimension("produkts"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LW-1810");
    }

    @Test
    void givesTheSameDesignEveryTime() {
        assertThat(star("order_lines", "orders", "products", "customers"))
                .isEqualTo(star("order_lines", "orders", "products", "customers"));
    }

    private static SourceSchema schema(SourceTable... tables) {
        return new SourceSchema("test", "", "test", List.of(tables));
    }
}
