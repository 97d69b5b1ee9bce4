package io.lakewright.generator.dimensional;

import static io.lakewright.generator.vault.ShopSchema.fk;
import static io.lakewright.generator.vault.ShopSchema.name;
import static io.lakewright.generator.vault.ShopSchema.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.rules.ModelRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in a dimension, under which names, and what is said of it. */
class DimensionContentTest {

    private static final SourceTable MAKERS = table(
            "makers", List.of("maker_id"), List.of(), List.of(), "maker_id integer!", "company text", "city text");
    private static final SourceTable TOYS = table(
            "toys",
            List.of("toy_id"),
            List.of(),
            List.of(fk("maker_id", "makers", "maker_id")),
            "toy_id integer!",
            "toy_label text",
            "maker_id integer");

    private static Design dimension(List<String> names, SourceTable... tables) {
        SourceSchema schema = new SourceSchema("test", "", "test", List.of(tables));
        List<TableName> named = names.stream().map(n -> name(n)).toList();
        return DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, named));
    }

    private static List<String> columns(Design design, String id) {
        return design.model().byId(id).orElseThrow().columns().stream()
                .map(ModelColumn::name)
                .toList();
    }

    @Test
    void saysWhoseColumnAParentsColumnIs() {
        assertThat(columns(dimension(List.of("toys", "makers"), TOYS, MAKERS), "dim_toy"))
                .contains("toy_label", "maker_company", "maker_city");
    }

    @Test
    void namesAParentsColumnByItsTableAndNotByThePrefixOfItsTable() {
        SourceTable lands = table("lands", List.of("l_key"), List.of(), List.of(), "l_key integer!", "l_name text");
        SourceTable towns = table(
                "towns",
                List.of("t_key"),
                List.of(),
                List.of(fk("t_landkey", "lands", "l_key")),
                "t_key integer!",
                "t_name text",
                "t_landkey integer");

        assertThat(columns(dimension(List.of("towns", "lands"), towns, lands), "dim_town"))
                .contains("t_name", "land_name")
                .doesNotContain("t_landkey");
    }

    @Test
    void leavesOutTheNumberOfAParentWhoseColumnsStandThere() {
        Design design = dimension(List.of("toys", "makers"), TOYS, MAKERS);

        assertThat(columns(design, "dim_toy")).doesNotContain("maker_id");
        assertThat(design.model().excluded())
                .filteredOn(e -> e.table().equals("shop.toys.maker_id"))
                .extracting(Exclusion::because)
                .singleElement()
                .asString()
                .contains("shop.makers");
    }

    @Test
    void keepsTheNumberOfAParentThatWasAskedFor() {
        SourceSchema schema = new SourceSchema("test", "", "test", List.of(TOYS, MAKERS));
        Design design = DimensionalBuilder.build(
                schema,
                DesignRequest.of(Kind.DIMENSION, List.of(name("toys"), name("makers")))
                        .withAttributes(List.of("toys.maker_id", "company")));

        assertThat(columns(design, "dim_toy")).contains("maker_id", "maker_company");
    }

    @Test
    void describesAThingByTheTablesBehindIt() {
        SourceTable persons =
                table("persons", List.of("person_id"), List.of(), List.of(), "person_id integer!", "first_name text");
        SourceTable staff = table(
                "staff",
                List.of("staff_id"),
                List.of(),
                List.of(fk("staff_id", "persons", "person_id")),
                "staff_id integer!",
                "salary_grade_points integer");
        SourceTable sellers = table(
                "sellers",
                List.of("seller_id"),
                List.of(),
                List.of(fk("seller_id", "staff", "staff_id")),
                "seller_id integer!",
                "quota numeric(9,2)");
        Design design = dimension(List.of("sellers"), sellers, staff, persons);

        assertThat(columns(design, "dim_seller")).contains("quota", "first_name");
        assertThat(design.assumptions()).first().asString().contains("shop.persons");
    }

    @Test
    void saysThatADimensionHasNothingButItsKey() {
        SourceTable slots =
                table("slots", List.of("slot_id"), List.of(), List.of(), "slot_id integer!", "rowguid uuid");
        Design design = dimension(List.of("slots"), slots);

        assertThat(design.assumptions()).anyMatch(a -> a.contains("no attribute besides its key"));
        assertThat(ModelRules.check(design.model()).stream().map(f -> f.rule())).contains("K27");
    }

    @Test
    void saysOfAColumnWhatTheSourceSaysOrWhereItComesFromAndNothingElse() {
        TableSpec toy = dimension(List.of("toys", "makers"), TOYS, MAKERS)
                .model()
                .byId("dim_toy")
                .orElseThrow();

        assertThat(toy.column("toy_label").orElseThrow().comment()).isEmpty();
        assertThat(toy.column("toy_id").orElseThrow().comment()).contains("Identifies the toy in shop.toys.");
        assertThat(toy.column("maker_company").orElseThrow().comment())
                .contains("Of the maker that maker_id of the toy leads to.");
        assertThat(ModelRules.check(dimension(List.of("toys"), TOYS, MAKERS).model()).stream()
                        .map(f -> f.rule()))
                .doesNotContain("G05");
    }

    @Test
    void overwritesWhatChangesAllTheTime() {
        SourceTable accounts = table(
                "accounts",
                List.of("account_id"),
                List.of(),
                List.of(),
                "account_id integer!",
                "holder text",
                "current_balance numeric(9,2)",
                "units_in_stock integer",
                "list_price numeric(9,2)");
        TableSpec account = dimension(List.of("accounts"), accounts)
                .model()
                .byId("dim_account")
                .orElseThrow();

        assertThat(account.columns())
                .filteredOn(c -> c.scdType().equals(Optional.of(ScdType.TYPE_1)))
                .extracting(ModelColumn::name)
                .containsExactly("current_balance", "units_in_stock");
    }

    @Test
    void saysWhatBecomesOfDeletedRows() {
        TableSpec toy =
                dimension(List.of("toys"), TOYS, MAKERS).model().byId("dim_toy").orElseThrow();

        assertThat(toy.common().decisions()).extracting(Decision::rule).contains("dim.deletes");
        assertThat(toy.common().description()).contains("a deleted row stays");
    }
}
