package io.lakewright.generator.dimensional;

import static io.lakewright.generator.vault.ShopSchema.fk;
import static io.lakewright.generator.vault.ShopSchema.name;
import static io.lakewright.generator.vault.ShopSchema.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.check.Finding;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.rules.ModelRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactMeasuresTest {

    @Test
    void saysThatATotalRepeatsOnEveryLineAndThatATaxMayBeARate() {
        SourceSchema schema = new SourceSchema(
                "test",
                "",
                "test",
                List.of(
                        table("menus", List.of("menu_id"), List.of(), List.of(), "menu_id integer!", "dish text"),
                        table(
                                "servings",
                                List.of("order_no", "line_no"),
                                List.of(),
                                List.of(fk("menu_id", "menus", "menu_id")),
                                "order_no integer!",
                                "line_no integer!",
                                "menu_id integer!",
                                "served_on date!",
                                "portions integer!",
                                "order_total numeric(9,2)",
                                "tax numeric(9,2)")));
        Design design =
                DimensionalBuilder.build(schema, DesignRequest.of(Kind.STAR, List.of(name("servings"), name("menus"))));
        TableSpec fact = design.model().byId("fact_serving").orElseThrow();

        assertThat(fact.column("order_total").orElseThrow().additivity()).contains(Additivity.NON_ADDITIVE);
        assertThat(fact.column("order_total").orElseThrow().comment())
                .hasValueSatisfying(c -> assertThat(c).contains("never sum"));
        assertThat(design.assumptions().subList(0, 2))
                .anyMatch(a -> a.contains("order_total"))
                .anyMatch(a -> a.contains("tax is taken as a rate"));
        assertThat(ModelRules.check(design.model()))
                .filteredOn(f -> f.rule().equals("K23"))
                .extracting(Finding::column)
                .containsExactly(Optional.of("order_total"));
    }

    @Test
    void givesAmountsWithoutPrecisionRoomForMoneyAndSaysSo() {
        SourceSchema schema = new SourceSchema(
                "test",
                "",
                "test",
                List.of(table(
                        "tariffs",
                        List.of("tariff_id"),
                        List.of(),
                        List.of(),
                        "tariff_id integer!",
                        "label text",
                        "listprice numeric",
                        "weighting numeric")));
        Design design = DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, List.of(name("tariffs"))));
        TableSpec tariff = design.model().byId("dim_tariff").orElseThrow();

        assertThat(tariff.column("listprice").orElseThrow().type()).isEqualTo(LakeType.decimal(19, 4));
        assertThat(tariff.column("weighting").orElseThrow().type()).isEqualTo(LakeType.decimal(38, 18));
        assertThat(design.assumptions())
                .anyMatch(a -> a.contains("dim_tariff.listprice") && a.contains("DECIMAL(19,4)"))
                .anyMatch(a -> a.contains("dim_tariff.weighting") && a.contains("DECIMAL(38,18)"));
    }
}
