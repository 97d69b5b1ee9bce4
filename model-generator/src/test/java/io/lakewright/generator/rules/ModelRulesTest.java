package io.lakewright.generator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Rule;
import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.edit.ModelEditor;
import io.lakewright.generator.edit.SmallStar;
import io.lakewright.generator.vault.ShopSchema;
import io.lakewright.generator.vault.VaultBuilder;
import io.lakewright.generator.vault.VaultRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRulesTest {

    private static final DataModel VAULT = VaultBuilder.build(
                    ShopSchema.schema(),
                    VaultRequest.of(Stream.of("products", "categories", "orders", "order_lines", "employees")
                            .map(ShopSchema::name)
                            .toList()))
            .model();
    private static final DataModel STAR = SmallStar.model();

    private static DataModel change(DataModel model, String table, UnaryOperator<TableSpec> change) {
        return model.withTable(change.apply(model.table(table).orElseThrow()));
    }

    private static DataModel common(DataModel model, String table, UnaryOperator<TableCommon> change) {
        return change(model, table, t -> t.withCommon(change.apply(t.common())));
    }

    private static DataModel load(DataModel model, String table, UnaryOperator<Load> change) {
        return common(
                model, table, c -> c.withLoads(c.loads().stream().map(change).toList()));
    }

    private static DataModel column(DataModel model, String table, String name, UnaryOperator<ModelColumn> change) {
        return common(
                model,
                table,
                c -> c.withColumns(c.columns().stream()
                        .map(each -> each.name().equals(name) ? change.apply(each) : each)
                        .toList()));
    }

    private static ModelColumn with(ModelColumn c, LakeType type, boolean nullable, Optional<Additivity> additivity) {
        return new ModelColumn(
                c.id(), c.name(), type, nullable, c.role(), c.scdType(), additivity, c.source(), c.comment(), c.tags());
    }

    private static DataModel physical(DataModel model, String table, List<String> clustering, List<String> partitions) {
        return common(model, table, c -> c.withPhysical(new Physical(clustering, false, partitions, Map.of())));
    }

    private static DataModel grain(Grain grain) {
        return change(STAR, "fact_sale", t -> new TableSpec.Fact(t.common(), FactType.TRANSACTION, grain));
    }

    private static ModelColumn extra(String table, String name, LakeType type, ColumnRole role) {
        return ModelColumn.technical(table, name, type, true, role, "Extra.");
    }

    private static DataModel added(DataModel model, String table, ModelColumn... columns) {
        return common(model, table, c -> {
            List<ModelColumn> all = new ArrayList<>(c.columns());
            all.addAll(List.of(columns));
            return c.withColumns(all);
        });
    }

    private static DataModel link(List<String> parents, List<String> inputs) {
        return change(VAULT, "link_product_category", t -> {
            Hash hash = ((TableSpec.Link) t).hash();
            return new TableSpec.Link(
                    t.common(), parents, new Hash(hash.profile(), inputs, Optional.empty(), Optional.empty()));
        });
    }

    private static DataModel satellite(String parent, List<String> inputs) {
        return change(VAULT, "sat_product_details", t -> {
            Hash hash = ((TableSpec.Satellite) t).hash();
            return new TableSpec.Satellite(
                    t.common(), parent, new Hash(hash.profile(), inputs, Optional.empty(), Optional.empty()));
        });
    }

    private static DataModel where(DataModel model, String table, String alias, String column) {
        return load(
                model,
                table,
                l -> l.withFrom(new Load.LoadFrom(
                        l.from().alias(),
                        l.from().table(),
                        l.from().joins(),
                        List.of(new Load.Condition(
                                new ColumnRef(alias, column),
                                Load.Condition.Operator.IS_NOT_NULL,
                                Optional.empty())))));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "R01",
                        load(
                                VAULT,
                                "hub_category",
                                l -> l.withFrom(
                                        new Load.LoadFrom(l.from().alias(), "shop.nowhere", List.of(), List.of())))),
                Arguments.of("R02", where(VAULT, "hub_category", "categories", "no_column")),
                Arguments.of(
                        "R03",
                        load(STAR, "fact_sale", l -> l.withColumns(l.columns()))
                                .withTables(List.of(STAR.table("fact_sale").orElseThrow()))),
                Arguments.of("R04", load(VAULT, "hub_category", l -> {
                    List<Load.LoadColumn> all = new ArrayList<>(l.columns());
                    all.add(Load.LoadColumn.copy("ghost", new ColumnRef(l.from().alias(), "category_id")));
                    return l.withColumns(all);
                })),
                Arguments.of("R05", common(VAULT, "hub_category", c -> c.withKeys(Keys.primary(List.of("ghost"))))),
                Arguments.of("R06", VAULT.withTargets(Map.of(Layer.BRONZE, new Target("a", "b")))),
                Arguments.of("G01", common(VAULT, "hub_category", c -> c.withPatternId(""))),
                Arguments.of(
                        "G02",
                        added(VAULT, "sat_product_details", extra("s", "ghost", LakeType.INT, ColumnRole.ATTRIBUTE))),
                Arguments.of("G04", column(VAULT, "hub_category", "category_id", c -> c.withName("LOAD_DATE"))),
                Arguments.of("G05", common(VAULT, "hub_category", c -> c.withDescription(" "))),
                Arguments.of(
                        "G06",
                        column(
                                VAULT,
                                "hub_category",
                                "category_hk",
                                c -> with(c, LakeType.BIGINT, false, Optional.empty()))),
                Arguments.of(
                        "G07",
                        VAULT.withTables(VAULT.tables().stream()
                                .filter(t -> !t.name().equals("hub_category"))
                                .toList())),
                Arguments.of(
                        "G08",
                        load(
                                STAR,
                                "dim_product",
                                l -> new Load(
                                        l.name(),
                                        l.from(),
                                        l.columns(),
                                        l.lookups(),
                                        l.recordSource(),
                                        l.strategy(),
                                        l.sequenceBy(),
                                        l.monotone(),
                                        l.deleteHandling(),
                                        9))),
                Arguments.of(
                        "G10",
                        column(
                                VAULT,
                                "sat_product_details",
                                "unit_price",
                                c -> with(c, LakeType.STRING, true, Optional.empty()))),
                Arguments.of(
                        "G11",
                        column(VAULT, "hub_category", "category_hk", c -> with(c, c.type(), true, Optional.empty()))),
                Arguments.of("G12", physical(STAR, "dim_product", List.of("is_current"), List.of())),
                Arguments.of("L-28", physical(STAR, "dim_product", List.of("product_id"), List.of())),
                Arguments.of("G13", physical(STAR, "fact_sale", List.of(), List.of("order_date_key"))),
                Arguments.of("L-11", physical(STAR, "fact_sale", List.of("order_id"), List.of("order_date_key"))),
                Arguments.of("G17", load(VAULT, "hub_category", l -> l.withStrategy(LoadStrategy.FACT_MERGE))),
                Arguments.of("N-01", common(VAULT, "hub_category", c -> c.withName("hub category"))),
                Arguments.of("N-03", common(VAULT, "hub_category", c -> c.withName("order"))),
                Arguments.of(
                        "N-04",
                        VAULT.withTargets(Map.of(
                                Layer.BRONZE,
                                new Target("main", "information_schema"),
                                Layer.RAW_VAULT,
                                new Target("a", "b")))),
                Arguments.of("N-07", common(VAULT, "hub_category", c -> c.withName("__hub"))),
                Arguments.of("K01", grain(new Grain("", List.of("order_id")))),
                Arguments.of(
                        "K04",
                        column(STAR, "fact_sale", "product_key", c -> with(c, c.type(), true, Optional.empty()))),
                Arguments.of(
                        "K05", column(STAR, "fact_sale", "quantity", c -> with(c, c.type(), true, Optional.empty()))),
                Arguments.of(
                        "K06",
                        column(
                                STAR,
                                "fact_sale",
                                "quantity",
                                c -> with(c, c.type(), true, Optional.of(Additivity.NON_ADDITIVE)))),
                Arguments.of(
                        "K08", added(STAR, "fact_sale", extra("f", "note", LakeType.STRING, ColumnRole.ATTRIBUTE))),
                Arguments.of(
                        "K10",
                        common(
                                STAR,
                                "fact_sale",
                                c -> c.withKeys(c.keys()
                                        .withForeign(List.of(new ModelForeignKey(
                                                List.of("product_key"),
                                                "fact_sale",
                                                List.of("order_id"),
                                                Optional.empty())))))),
                Arguments.of(
                        "K03",
                        common(
                                STAR,
                                "fact_sale",
                                c -> c.withKeys(
                                        c.keys().withForeign(c.keys().foreign().subList(0, 1))))),
                Arguments.of("K12", change(STAR, "dim_product", t -> {
                    TableSpec.Dimension d = (TableSpec.Dimension) t;
                    return new TableSpec.Dimension(
                            d.common(), d.businessKey(), d.scdType(), Optional.empty(), d.specialRows());
                })),
                Arguments.of(
                        "K26",
                        added(
                                STAR,
                                "fact_sale",
                                extra("f", "is_a", LakeType.BOOLEAN, ColumnRole.DEGENERATE),
                                extra("f", "is_b", LakeType.BOOLEAN, ColumnRole.DEGENERATE),
                                extra("f", "c_flag", LakeType.STRING, ColumnRole.DEGENERATE))),
                Arguments.of(
                        "K29",
                        common(STAR, "fact_sale", c -> c.withKeys(c.keys().withForeign(List.of())))),
                Arguments.of(
                        "D01",
                        common(
                                VAULT,
                                "hub_category",
                                c -> c.withColumns(c.columns().subList(0, 2)))),
                Arguments.of(
                        "D02",
                        added(VAULT, "hub_category", extra("h", "title", LakeType.STRING, ColumnRole.ATTRIBUTE))),
                Arguments.of("D04", link(List.of("hub_product"), List.of("product_id"))),
                Arguments.of("D05", satellite("nothing", List.of("sku", "unit_price"))),
                Arguments.of(
                        "D06",
                        common(
                                VAULT,
                                "sat_product_details",
                                c -> c.withKeys(
                                        new Keys(List.of("product_hk"), c.keys().foreign(), List.of())))),
                Arguments.of(
                        "D07",
                        added(
                                VAULT,
                                "sat_product_details",
                                extra("s", "load_end_date", LakeType.TIMESTAMP, ColumnRole.VALID_TO))),
                Arguments.of(
                        "D08",
                        load(
                                VAULT,
                                "hub_category",
                                l -> l.withColumns(l.columns().stream()
                                        .map(c -> c.name().equals("category_hk")
                                                ? new Load.LoadColumn(
                                                        c.name(),
                                                        List.of(
                                                                c.sources().getFirst(),
                                                                c.sources().getFirst()),
                                                        c.transform())
                                                : c)
                                        .toList()))),
                Arguments.of("D09", satellite("hub_product", List.of("sku", "unit_price", "updated_at"))),
                Arguments.of("D10", link(List.of("hub_product", "hub_category"), List.of("category_id", "product_id"))),
                Arguments.of("D22", twoLinks()),
                Arguments.of("D23", where(VAULT, "link_product_category", "products", "category_id")));
    }

    private static DataModel twoLinks() {
        TableSpec link = VAULT.table("link_product_category").orElseThrow();
        TableCommon common = link.common();
        TableCommon copy = new TableCommon(
                "link_second",
                "link_second",
                common.patternId(),
                common.layer(),
                common.description(),
                common.sources(),
                common.columns(),
                common.keys(),
                common.surrogate(),
                common.loads(),
                common.physical(),
                common.decisions());
        List<TableSpec> tables = new ArrayList<>(VAULT.tables());
        tables.add(link.withCommon(copy));
        return VAULT.withTables(tables);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenRuleIsFound(String rule, DataModel model) {
        assertThat(ModelRules.check(model)).extracting(Finding::rule).contains(rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void theSameRuleHoldsInTheUnbrokenModel(String rule, DataModel broken) {
        DataModel whole = broken.style() == VAULT.style() ? VAULT : STAR;
        assertThat(ModelRules.check(whole)).extracting(Finding::rule).doesNotContain(rule);
    }

    @Test
    void aGeneratedVaultIsValid() {
        ModelRules.Validation validation = ModelRules.validate(VAULT);
        assertThat(validation.valid()).isTrue();
        assertThat(validation.findings())
                .as("a surrogate stands for a declared code")
                .filteredOn(f -> f.severity() == Severity.WARNING)
                .extracting(Finding::rule)
                .containsExactly("D03");
        assertThat(validation.score()).isEqualTo(97);
    }

    @Test
    void errorsComeFirstAndCostTen() {
        DataModel model = common(
                common(VAULT, "hub_category", c -> c.withPatternId("")), "hub_product", c -> c.withPatternId(""));
        ModelRules.Validation validation = ModelRules.validate(model);
        assertThat(validation.valid()).isFalse();
        assertThat(validation.findings().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(validation.score()).as("one rule, however often").isEqualTo(87);
    }

    @Test
    void aFixSettlesItsFinding() {
        DataModel model = physical(STAR, "fact_sale", List.of("order_id"), List.of("order_date_key"));
        Finding finding = ModelRules.check(model).stream()
                .filter(f -> f.rule().equals("L-11"))
                .findFirst()
                .orElseThrow();
        List<ModelEdit> fix = finding.fix();
        DataModel mended = ModelEditor.apply(model, fix, Optional.empty()).model();
        assertThat(ModelRules.check(mended)).extracting(Finding::rule).doesNotContain("L-11", "G13");
    }

    @Test
    void everyRuleHasItsOwnIdAndATitle() {
        List<Rule<DataModel>> rules = ModelRules.all();
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> assertThat(rule.title()).isNotBlank());
    }
}
