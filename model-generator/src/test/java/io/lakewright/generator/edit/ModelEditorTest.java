package io.lakewright.generator.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.edit.ModelDiff;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.generator.vault.ShopSchema;
import io.lakewright.generator.vault.VaultBuilder;
import io.lakewright.generator.vault.VaultRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelEditorTest {

    private static DataModel vault() {
        return VaultBuilder.build(
                        ShopSchema.schema(),
                        VaultRequest.of(Stream.of("products", "categories", "orders", "order_lines")
                                .map(ShopSchema::name)
                                .toList()))
                .model();
    }

    private static Edited edit(DataModel model, ModelEdit... edits) {
        return ModelEditor.apply(model, List.of(edits), Optional.of(ShopSchema.schema()));
    }

    private static TableSpec table(Edited edited, String name) {
        return edited.model().table(name).orElseThrow();
    }

    private static List<String> columns(TableSpec table) {
        return table.columns().stream().map(ModelColumn::name).toList();
    }

    private static ModelEdit.AddColumn add(String table, String source, String column) {
        return new ModelEdit.AddColumn(table, ShopSchema.name(source), column, Optional.empty());
    }

    @Test
    void typeOneTakesTheHistoryAwayAndFactsLookUpWithoutTime() {
        Edited edited = edit(SmallStar.model(), new ModelEdit.SetScdType("dim_product", ScdType.TYPE_1));
        TableSpec.Dimension dimension = (TableSpec.Dimension) table(edited, "dim_product");
        assertThat(dimension.scdType()).isEqualTo(ScdType.TYPE_1);
        assertThat(dimension.history()).isEmpty();
        assertThat(columns(dimension)).containsExactly("product_key", "product_id", "sku");
        assertThat(dimension.keys().unique()).containsExactly(List.of("product_id"));
        assertThat(dimension.loads().getFirst().strategy()).isEqualTo(LoadStrategy.SCD1_MERGE);
        assertThat(table(edited, "fact_sale")
                        .loads()
                        .getFirst()
                        .lookups()
                        .getFirst()
                        .asOf())
                .isEmpty();
        assertThat(edited.findings()).anyMatch(f -> f.code().equals("HISTORY_LOST"));
        assertThat(edited.applied()).hasSize(1);
    }

    @Test
    void typeTwoBringsItBack() {
        DataModel one = edit(SmallStar.model(), new ModelEdit.SetScdType("dim_product", ScdType.TYPE_1))
                .model();
        Edited two = edit(one, new ModelEdit.SetScdType("dim_product", ScdType.TYPE_2));
        TableSpec before = SmallStar.model().table("dim_product").orElseThrow();
        TableSpec after = table(two, "dim_product");
        assertThat(columns(after)).isEqualTo(columns(before));
        assertThat(after.keys()).isEqualTo(before.keys());
        assertThat(after.loads()).isEqualTo(before.loads());
        assertThat(table(two, "fact_sale")
                        .loads()
                        .getFirst()
                        .lookups()
                        .getFirst()
                        .asOf())
                .as("the event time is found again by the date key")
                .contains(new ColumnRef("o", "ordered_at"));
    }

    @Test
    void onlyDimensionsHaveAType() {
        assertThatThrownBy(() -> edit(SmallStar.model(), new ModelEdit.SetScdType("fact_sale", ScdType.TYPE_1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void addsAColumnOfAParentByAJoinAndItsTableToTheSlice() {
        Edited edited = edit(SmallStar.model(), add("dim_product", "categories", "title"));
        TableSpec dimension = table(edited, "dim_product");
        assertThat(columns(dimension))
                .containsExactly("product_key", "product_id", "sku", "title", "valid_from", "valid_to", "is_current");
        assertThat(dimension.loads().getFirst().from().joins())
                .singleElement()
                .satisfies(j -> assertThat(j.table()).isEqualTo("shop.categories"));
        assertThat(edited.model().source().table(ShopSchema.name("categories"))).isPresent();
        assertThat(edited.model().source().extraction(ShopSchema.name("categories")))
                .isPresent();
        assertThat(dimension.sources()).contains(ShopSchema.name("categories"));
    }

    @Test
    void warnsOfAMeasureThatIsCoarserThanTheFact() {
        Edited edited = edit(SmallStar.model(), add("fact_sale", "products", "unit_price"));
        assertThat(table(edited, "fact_sale").column("unit_price").orElseThrow().additivity())
                .isPresent();
        assertThat(edited.findings()).anyMatch(f -> f.code().equals("K23"));
    }

    @Test
    void handsAColumnForAHubToItsSatelliteAndHashesItLast() {
        DataModel slim = edit(vault(), new ModelEdit.DropColumn("sat_product_details", "sku"))
                .model();
        assertThat(slim.excluded()).anyMatch(e -> e.table().equals("shop.products.sku"));
        Edited edited = edit(slim, add("hub_product", "products", "sku"));
        TableSpec.Satellite satellite = (TableSpec.Satellite) table(edited, "sat_product_details");
        assertThat(satellite.hash().inputs()).containsExactly("unit_price", "sku");
        Load.LoadColumn diff = satellite.loads().getFirst().columns().stream()
                .filter(c -> c.name().equals("hash_diff"))
                .findFirst()
                .orElseThrow();
        assertThat(diff.sources().stream().map(ColumnRef::column)).containsExactly("unit_price", "sku");
        assertThat(satellite.loads().getFirst().columns().stream().map(Load.LoadColumn::name))
                .containsExactlyElementsOf(columns(satellite));
        assertThat(edited.model().excluded()).noneMatch(e -> e.table().equals("shop.products.sku"));
    }

    @Test
    void refusesWhatIsThereAlreadyAndWhatCannotBeReached() {
        assertThatThrownBy(() -> edit(SmallStar.model(), add("dim_product", "products", "sku")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class));
        assertThatThrownBy(() -> edit(SmallStar.model(), add("dim_product", "order_lines", "quantity")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.InvalidRequest.class));
        assertThatThrownBy(() -> edit(SmallStar.model(), add("dim_product", "products", "unit_prise")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().details().get("nearest")).contains("unit_price"));
    }

    @Test
    void refusesToDropKeysAndNeededTables() {
        assertThatThrownBy(() -> edit(vault(), new ModelEdit.DropColumn("hub_product", "product_id")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> edit(SmallStar.model(), new ModelEdit.DropTable("dim_product")))
                .hasMessageContaining("fact_sale");
        assertThat(edit(SmallStar.model(), new ModelEdit.DropTable("fact_sale"))
                        .model()
                        .tables())
                .hasSize(2);
    }

    @Test
    void aRenamedColumnIsRenamedWhereverItIsNamed() {
        Edited edited = edit(
                SmallStar.model(),
                new ModelEdit.RenameColumn("dim_product", "product_key", "product_sk"),
                new ModelEdit.RenameColumn("dim_product", "valid_from", "from_time"),
                new ModelEdit.RenameColumn("fact_sale", "line_no", "line"));
        TableSpec.Dimension dimension = (TableSpec.Dimension) table(edited, "dim_product");
        assertThat(dimension.history().orElseThrow().validFrom()).isEqualTo("from_time");
        assertThat(dimension.keys().unique()).containsExactly(List.of("product_id", "from_time"));
        TableSpec.Fact fact = (TableSpec.Fact) table(edited, "fact_sale");
        assertThat(fact.keys().foreign().getFirst().referencedColumns()).containsExactly("product_sk");
        assertThat(fact.grain().columns()).containsExactly("order_id", "line");
        assertThat(fact.column("line").orElseThrow().id()).isEqualTo("fact_sale.line_no");
    }

    @Test
    void aRenamedBusinessKeyIsRenamedInTheLinksThatHashIt() {
        Edited edited = edit(vault(), new ModelEdit.RenameColumn("hub_product", "product_id", "product_number"));
        assertThat(((TableSpec.Hub) table(edited, "hub_product")).hash().inputs())
                .containsExactly("product_number");
        assertThat(((TableSpec.Link) table(edited, "link_order_line")).hash().inputs())
                .containsExactly("order_id", "product_number", "line_no");
    }

    @Test
    void aRenamedTableKeepsItsIdAndItsReferences() {
        Edited edited = edit(vault(), new ModelEdit.RenameTable("hub_product", "hub_article"));
        assertThat(table(edited, "hub_article").id()).isEqualTo("hub_product");
        assertThat(table(edited, "link_product_category").parents()).contains("hub_product");
        assertThat(table(edited, "hub_article").loads().getFirst().name()).startsWith("hub_article");
        assertThatThrownBy(() -> edit(vault(), new ModelEdit.RenameTable("hub_product", "Hub_Category")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> edit(vault(), new ModelEdit.RenameTable("hub_product", "a; drop")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void clusteringAndPartitionsExcludeEachOther() {
        Edited clustered = edit(vault(), new ModelEdit.SetClustering("hub_product", List.of("PRODUCT_HK"), false));
        assertThat(table(clustered, "hub_product").physical().clustering()).containsExactly("product_hk");
        Edited partitioned =
                edit(clustered.model(), new ModelEdit.SetPartitioning("hub_product", List.of("load_date")));
        assertThat(table(partitioned, "hub_product").physical().clustering()).isEmpty();
        assertThat(partitioned.findings()).anyMatch(f -> f.rule().equals("P-01"));
        assertThatThrownBy(() -> edit(
                        SmallStar.model(), new ModelEdit.SetClustering("dim_product", List.of("is_current"), false)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void setsCommentsPropertiesAndTargets() {
        Edited edited = edit(
                vault(),
                new ModelEdit.SetComment("hub_product", Optional.of("product_id"), "It's the \"number\""),
                new ModelEdit.SetProperty("hub_product", "delta.appendOnly", Optional.of("true")),
                new ModelEdit.SetTarget(Layer.RAW_VAULT, new Target("prod", "vault")));
        assertThat(table(edited, "hub_product")
                        .column("product_id")
                        .orElseThrow()
                        .comment())
                .contains("It's the \"number\"");
        assertThat(table(edited, "hub_product").physical().properties()).containsEntry("delta.appendOnly", "true");
        assertThat(edited.model().targets()).containsEntry(Layer.RAW_VAULT, new Target("prod", "vault"));
    }

    @Test
    void appliesAllEditsOrNone() {
        DataModel before = vault();
        assertThatThrownBy(() -> edit(
                        before,
                        new ModelEdit.RenameTable("hub_product", "hub_article"),
                        new ModelEdit.DropColumn("hub_produkt", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().details().get("nearest")).isNotEmpty());
        assertThat(before).isEqualTo(vault());
    }

    static Stream<ModelEdit> edits() {
        return Stream.of(
                new ModelEdit.SetScdType("dim_product", ScdType.TYPE_1),
                new ModelEdit.SetScdType("dim_product", ScdType.TYPE_0),
                add("dim_product", "categories", "title"),
                add("fact_sale", "customers", "email"),
                new ModelEdit.DropColumn("fact_sale", "quantity"),
                new ModelEdit.RenameTable("dim_product", "dim_article"),
                new ModelEdit.RenameColumn("dim_product", "product_id", "article_id"),
                new ModelEdit.SetClustering("fact_sale", List.of("product_key"), false),
                new ModelEdit.SetPartitioning("fact_sale", List.of("order_date_key")),
                new ModelEdit.SetProperty("fact_sale", "delta.enableChangeDataFeed", Optional.of("true")),
                new ModelEdit.DropTable("fact_sale"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void theReverseDifferenceRestoresTheTables(ModelEdit edit) {
        DataModel before = SmallStar.model();
        DataModel after = edit(before, edit).model();
        ModelDiff diff = ModelDiff.between(before, after);
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.reverse().apply(after).tables()).isEqualTo(before.tables());
    }

    @Test
    void addingAndDroppingAColumnLeavesTheLoadAsItWas() {
        DataModel before = SmallStar.model();
        DataModel added =
                edit(before, add("dim_product", "categories", "title")).model();
        DataModel dropped =
                edit(added, new ModelEdit.DropColumn("dim_product", "title")).model();
        assertThat(dropped.table("dim_product").orElseThrow().loads())
                .isEqualTo(before.table("dim_product").orElseThrow().loads());
    }
}
