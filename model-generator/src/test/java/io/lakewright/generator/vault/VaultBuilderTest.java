package io.lakewright.generator.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.generator.design.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VaultBuilderTest {

    private static Design build(String... tables) {
        return VaultBuilder.build(
                ShopSchema.schema(),
                VaultRequest.of(Arrays.stream(tables).map(ShopSchema::name).toList()));
    }

    private static TableSpec table(DataModel model, String name) {
        return model.table(name)
                .orElseThrow(() -> new AssertionError(name + " is missing in "
                        + model.tables().stream().map(TableSpec::name).toList()));
    }

    private static List<String> columns(DataModel model, String name) {
        return table(model, name).columns().stream().map(ModelColumn::name).toList();
    }

    @Test
    void makesHubsLinkAndSatellitesForParentAndChild() {
        DataModel model = build("products", "categories").model();
        assertThat(model.tables().stream().map(TableSpec::name))
                .containsExactly(
                        "hub_product",
                        "hub_category",
                        "link_product_category",
                        "sat_product_details",
                        "sat_category_details");
        assertThat(columns(model, "hub_product"))
                .containsExactly("product_hk", "product_id", "load_date", "record_source");
        assertThat(columns(model, "link_product_category"))
                .containsExactly("link_product_category_hk", "product_hk", "category_hk", "load_date", "record_source");
        assertThat(columns(model, "sat_product_details"))
                .containsExactly(
                        "product_hk", "load_date", "hash_diff", "sku", "unit_price", "updated_at", "record_source");
    }

    @Test
    void saysInCommentsWhereKeysComeFrom() {
        DataModel model = build("orders", "order_lines", "employees").model();
        assertThat(comment(model, "hub_order", "order_id"))
                .isEqualTo("Business key of order: order_id of shop.orders.");
        assertThat(comment(model, "link_order_customer_employee", "employee_hk"))
                .isEqualTo("Hash key of hub_employee, from employee_id; the zero key where it is empty.");
        assertThat(comment(model, "link_employee_reports_to", "reports_to_employee_hk"))
                .startsWith("Hash key of hub_employee as reports to, from reports_to");
        assertThat(comment(model, "link_order_line", "line_no"))
                .isEqualTo("Tells the rows of shop.order_lines apart beside the hubs (dependent child key).");
    }

    private static String comment(DataModel model, String table, String column) {
        return table(model, table).column(column).flatMap(ModelColumn::comment).orElse("");
    }

    @Test
    void loadsAHubAlsoFromTheTablesThatReferToIt() {
        TableSpec hub = table(build("products", "categories").model(), "hub_category");
        assertThat(hub.loads().stream().map(l -> l.from().table())).containsExactly("shop.categories", "shop.products");
        assertThat(hub.loads().getLast().from().where())
                .as("an empty reference is no key")
                .hasSize(1);
        assertThat(hub.loads().getLast().recordSource()).contains("shop.shop.products");
    }

    @Test
    void keepsBookkeepingTimestampsOutOfTheChangeHash() {
        TableSpec.Satellite satellite =
                (TableSpec.Satellite) table(build("products", "categories").model(), "sat_product_details");
        assertThat(satellite.hash().inputs()).containsExactly("sku", "unit_price");
    }

    @Test
    void leavesBinaryColumnsOutWithAReason() {
        DataModel model = build("categories").model();
        assertThat(columns(model, "sat_category_details")).doesNotContain("picture");
        assertThat(model.excluded()).anyMatch(e -> e.table().equals("shop.categories.picture"));
    }

    @Test
    void makesALinkWithAChildKeyOfALineTable() {
        DataModel model = build("orders", "order_lines", "products").model();
        TableSpec.Link link = (TableSpec.Link) table(model, "link_order_line");
        assertThat(link.parents()).containsExactly("hub_order", "hub_product");
        assertThat(link.hash().inputs()).containsExactly("order_id", "product_id", "line_no");
        assertThat(link.hash().childKey()).contains("line_no");
        assertThat(columns(model, "sat_link_order_line")).contains("quantity").doesNotContain("line_no", "order_id");
    }

    @Test
    void keepsALineTableALinkWhereItsProductIsNotNamed() {
        DataModel model = build("orders", "order_lines").model();
        assertThat(table(model, "link_order_line").parents()).containsExactly("hub_order", "hub_product");
        assertThat(table(model, "hub_product").loads()).hasSize(1);
        assertThat(columns(model, "sat_link_order_line")).contains("quantity").doesNotContain("product_id");
    }

    @Test
    void makesAJunctionALinkWithoutHubOrEmptySatellite() {
        DataModel model = build("products", "tags", "product_tags").model();
        assertThat(table(model, "link_product_tag").parents()).containsExactly("hub_product", "hub_tag");
        assertThat(model.table("hub_product_tag")).isEmpty();
        assertThat(model.table("sat_link_product_tag")).isEmpty();
        assertThat(model.excluded()).anyMatch(e -> e.table().equals("shop.product_tags.updated_at"));
    }

    @Test
    void joinsAHubWithItselfForASelfReference() {
        TableSpec.Link link = (TableSpec.Link) table(build("employees").model(), "link_employee_reports_to");
        assertThat(link.parents()).containsExactly("hub_employee", "hub_employee");
        assertThat(link.columns().stream().map(ModelColumn::name)).contains("employee_hk", "reports_to_employee_hk");
        assertThat(link.loads().getFirst().from().where()).hasSize(1);
    }

    @Test
    void hangsASubtypeOnTheHubOfItsParent() {
        DataModel model = build("customers", "vip_customers", "employees").model();
        assertThat(model.table("hub_vip_customer")).isEmpty();
        assertThat(table(model, "sat_customer_vip_customer").parents()).containsExactly("hub_customer");
        assertThat(table(model, "link_vip_customer_employee").parents())
                .containsExactly("hub_customer", "hub_employee");
    }

    @Test
    void keepsAllReferencesOfARowInOneLink() {
        DataModel model = build("orders", "customers", "employees").model();
        TableSpec link = table(model, "link_order_customer_employee");
        assertThat(link.parents()).containsExactly("hub_order", "hub_customer", "hub_employee");
        assertThat(link.common().decisions())
                .anyMatch(d -> d.rule().equals("D23") && d.choice().contains("employee_id"));
    }

    @Test
    void fetchesANamedBusinessKeyByAJoin() {
        DataModel model = VaultBuilder.build(
                        ShopSchema.schema(),
                        new VaultRequest(
                                List.of(
                                        ShopSchema.name("order_lines"),
                                        ShopSchema.name("orders"),
                                        ShopSchema.name("products")),
                                Map.of(ShopSchema.name("products"), List.of("SKU")),
                                List.of(),
                                Map.of(),
                                Optional.empty(),
                                List.of()))
                .model();
        assertThat(table(model, "hub_product").businessKey()).containsExactly("sku");
        assertThat(table(model, "hub_product").loads()).hasSize(1);
        Load load = table(model, "link_order_line").loads().getFirst();
        assertThat(load.from().joins()).singleElement().satisfies(join -> {
            assertThat(join.table()).isEqualTo("shop.products");
            assertThat(join.type()).isEqualTo(JoinType.LEFT);
        });
        assertThat(columns(model, "sat_product_details")).contains("product_id");
    }

    @Test
    void usesRelationshipsThatTheSchemaDoesNotDeclare() {
        DataModel model = VaultBuilder.build(
                        ShopSchema.schema(),
                        new VaultRequest(
                                List.of(ShopSchema.name("tags"), ShopSchema.name("categories")),
                                Map.of(),
                                List.of(new VaultRequest.Relation(
                                        ShopSchema.name("tags"),
                                        ForeignKey.inferred(
                                                List.of("tag_id"),
                                                ShopSchema.name("categories"),
                                                List.of("category_id"),
                                                0.8,
                                                "told"))),
                                Map.of(),
                                Optional.empty(),
                                List.of()))
                .model();
        assertThat(table(model, "sat_category_tag").parents()).containsExactly("hub_category");
    }

    @Test
    void namesWhatHasNoKeyAndAsks() {
        Design design = build("tags", "import_log");
        assertThat(design.model().excluded()).anyMatch(e -> e.table().equals("shop.import_log"));
        assertThat(design.questions()).anyMatch(q -> q.text().contains("shop.import_log"));
    }

    @Test
    void asksForTheBusinessKeyWhereACodeStandsBesideASurrogate() {
        assertThat(build("products").questions())
                .singleElement()
                .satisfies(q -> assertThat(q.options()).anyMatch(o -> o.label().equals("Use sku")));
    }

    @Test
    void tagsPersonalDataOnly() {
        TableSpec satellite = table(build("customers", "orders").model(), "sat_customer_details");
        assertThat(satellite.column("email").orElseThrow().tags()).containsExactly(PersonalData.TAG);
        assertThat(table(build("categories").model(), "sat_category_details")
                        .column("title")
                        .orElseThrow()
                        .tags())
                .isEmpty();
    }

    @Test
    void refusesUnknownNamesWithNearOnes() {
        assertThatThrownBy(() -> build("product"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().details().get("nearest")).contains("shop.products"));
        assertThatThrownBy(() -> build("import_log")).isInstanceOf(ProblemException.class);
    }

    @Test
    void putsEveryTableOnceIntoTheSlice() {
        DataModel model = build("orders", "orders", "customers").model();
        assertThat(model.source().tables()).hasSize(2);
        assertThat(model.tables().stream().filter(t -> t.kind() == TableKind.HUB))
                .hasSize(2);
    }
}
