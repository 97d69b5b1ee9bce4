package io.lakewright.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.model.*;
import io.lakewright.core.schema.*;
import io.lakewright.core.type.LakeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelDocumentsTest {

    private static final TableName THINGS = TableName.parse("shop.things");

    private static DataModel model() {
        SourceTable things = new SourceTable(
                THINGS,
                List.of(
                        Column.of("id", "integer", LakeType.INT, false),
                        Column.of("price", "numeric(9,2)", LakeType.decimal(9, 2), true)),
                List.of("id"),
                List.of(),
                List.of(),
                Optional.of(3L),
                Optional.empty());
        TableCommon common = new TableCommon(
                "dim_thing",
                "dim_thing",
                "dim.scd2",
                Layer.GOLD,
                "Things: with \"quotes\", a colon and ünïcode",
                List.of(THINGS),
                List.of(ModelColumn.technical(
                        "dim_thing", "thing_key", LakeType.BIGINT, false, ColumnRole.SURROGATE_KEY, "key")),
                Keys.primary(List.of("thing_key")),
                SurrogateKind.IDENTITY,
                List.of(new Load(
                        "load_dim_thing",
                        new Load.LoadFrom("t", "shop.things", List.of(), List.of()),
                        List.of(new Load.LoadColumn(
                                "price", List.of(new ColumnRef("t", "price")), new Transform.Product(true))),
                        List.of(),
                        Optional.empty(),
                        LoadStrategy.SCD2_MERGE,
                        Optional.empty(),
                        true,
                        DeleteHandling.IGNORE,
                        1)),
                new Physical(List.of("thing_id"), false, List.of(), Map.of("delta.enableChangeDataFeed", "true")),
                List.of(new Decision("K-02", "identity", "one writer", List.of("3 rows"), List.of("hash"))));
        TableSpec dimension = new TableSpec.Dimension(
                common,
                List.of("thing_id"),
                ScdType.TYPE_2,
                Optional.of(new History("valid_from", "valid_to", "is_current")),
                List.of(new SpecialRow(-1, "Unknown")));
        TableSpec dates = new TableSpec.DateDimension(
                common.withName("dim_date"),
                List.of("date"),
                new Calendar(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)),
                List.of());
        return new DataModel(
                1,
                "things",
                ModelStyle.DIMENSIONAL,
                "",
                new ModelSource(
                        "w",
                        "sha256:0",
                        List.of(things),
                        List.of(new Extraction(
                                THINGS, "things", ExtractionMode.FULL, Optional.empty(), DeleteHandling.IGNORE))),
                Conventions.standard(),
                Map.of(Layer.GOLD, new Target("main", "gold")),
                List.of(),
                List.of(new Exclusion("shop.log", "technical")),
                List.of(dimension, dates));
    }

    @Test
    void readsBackAnEqualModelFromJson() {
        assertThat(ModelDocuments.fromJson(ModelDocuments.toJson(model()))).isEqualTo(model());
    }

    @Test
    void readsBackAnEqualModelFromYaml() {
        assertThat(ModelDocuments.fromYaml(ModelDocuments.toYaml(model()))).isEqualTo(model());
    }

    @Test
    void writesTheFormOfTheContract() {
        assertThat(ModelDocuments.toJson(model()))
                .contains(
                        "\"scd_type\" : 2",
                        "\"kind\" : \"date_dimension\"",
                        "\"type\" : \"BIGINT\"",
                        "\"type\" : \"product\"",
                        "\"start\" : \"2020-01-01\"");
    }

    @Test
    void followsThePublishedSchema() {
        assertThat(ModelSchema.violations(ModelDocuments.toTree(model()))).isEmpty();
    }

    @Test
    void schemaRefusesATableWithoutWhatItsKindNeeds() {
        var document = ModelDocuments.toTree(model());
        ((tools.jackson.databind.node.ObjectNode) document.at("/model/tables/0")).remove("scd_type");
        assertThat(ModelSchema.violations(document)).anyMatch(line -> line.contains("scd_type"));
    }

    @Test
    void namesThePlaceOfAMistake() {
        assertThatThrownBy(() -> ModelDocuments.fromJson("{\"model\": {\"tables\": [}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void refusesAnUnknownProperty() {
        assertThatThrownBy(() -> ModelDocuments.fromJson("{\"model\": {\"tables\": [], \"nmae\": 1}}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nmae");
    }
}
