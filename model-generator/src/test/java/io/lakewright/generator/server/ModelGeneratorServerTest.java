package io.lakewright.generator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.generator.vault.ShopSchema;
import io.lakewright.mcp.SampleCall;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolServer;
import io.lakewright.mcp.ToolServerContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ModelGeneratorServerTest extends ToolServerContract {

    private static final SchemaCatalog SHOP = new SchemaCatalog() {
        @Override
        public List<String> workspaces() {
            return List.of("shop");
        }

        @Override
        public SourceSchema schema(String workspaceId) {
            return ShopSchema.schema();
        }

        @Override
        public SourceRows rows(String workspaceId) {
            return SourceRows.none();
        }
    };

    private static final String DIMENSION = "{\"source_tables\": [\"products\", \"categories\"]}";

    @Override
    protected ToolServer server() {
        return ModelGeneratorServer.create(SHOP);
    }

    @Override
    protected List<SampleCall> samples() {
        JsonNode model = call(server(), "generate_dimensional_model", DIMENSION)
                .structured()
                .path("model");
        return List.of(
                SampleCall.of("generate_dimensional_model", DIMENSION),
                SampleCall.of("generate_data_vault_model", "{\"source_tables\": [\"products\", \"categories\"]}"),
                on("refine_model", model)
                        .with(
                                Json.read(
                                        "{\"edits\": [{\"op\": \"set_scd_type\", \"table\": \"dim_product\", \"scd_type\": 1}]}")),
                on("validate_model", model).done(),
                new SampleCall(
                        "diff_models",
                        Json.object().<ObjectNode>set("before", model).set("after", model)),
                on("generate_reactflow_nodes", model).with(Json.read("{\"layout\": \"force\"}")),
                on("generate_yaml_metadata", model).done(),
                on("generate_templates", model).with(Json.read("{\"template_types\": [\"ddl\", \"etl\"]}")),
                on("generate_documentation", model).done(),
                on("export_project", model).with(Json.read("{\"to\": \"dbml\"}")));
    }

    private record OnModel(String tool, JsonNode model) {
        SampleCall done() {
            return with(Json.object());
        }

        SampleCall with(JsonNode more) {
            ObjectNode args = Json.object();
            args.set("model", model);
            args.setAll((ObjectNode) more);
            return new SampleCall(tool, args);
        }
    }

    private static OnModel on(String tool, JsonNode model) {
        return new OnModel(tool, model);
    }

    private static ToolAnswer call(ToolServer server, String tool, String arguments) {
        return server.answer(server.tool(tool).orElseThrow(), Json.read(arguments));
    }

    @Test
    void answersInTheFormOfTheBriefAndFollowsTheModelSchema() {
        JsonNode answer =
                call(server(), "generate_dimensional_model", DIMENSION).orThrow();

        assertThat(answer.at("/reactflow_model/nodes/0/position/x").isNumber()).isTrue();
        assertThat(answer.path("templates")
                        .valueStream()
                        .map(t -> t.path("type").asString()))
                .contains("ddl", "dml", "etl", "test");
        assertThat(answer.path("yaml_metadata").asString()).contains("kind: DataModel");
        assertThat(answer.at("/summary/brief_deviations").isEmpty()).isFalse();
        ObjectNode document = Json.object();
        document.set("model", answer.path("model"));
        assertThat(ModelSchema.violations(document)).isEmpty();
        DataModel model = ModelDocuments.fromTree(document);
        assertThat(ModelDocuments.reference(model))
                .isEqualTo(answer.path("model_ref").asString());
        assertThat(model.byId("dim_product").orElseThrow().physical().clustering())
                .containsExactly("product_id");
    }

    @Test
    void makesAStarWhenAnEventIsAmongTheTables() {
        JsonNode answer = call(
                        server(),
                        "generate_dimensional_model",
                        "{\"source_tables\": [\"order_lines\", \"orders\", \"products\", \"customers\"]}")
                .orThrow();

        assertThat(answer.at("/summary/tables")
                        .valueStream()
                        .map(t -> t.path("name").asString()))
                .contains("fact_order_line", "dim_product", "dim_customer", "dim_date");
        assertThat(answer.at("/load_order/1/tables/0").asString()).isEqualTo("fact_order_line");
    }

    @Test
    void takesAModelByItsReference() {
        ToolServer server = server();
        String reference = call(server, "generate_dimensional_model", DIMENSION)
                .orThrow()
                .path("model_ref")
                .asString();

        JsonNode refined = call(
                        server,
                        "refine_model",
                        "{\"model\": {\"model_ref\": \"" + reference
                                + "\"}, \"edits\": [{\"op\": \"set_scd_type\", \"table\": \"dim_product\", \"scd_type\": 1}]}")
                .orThrow();

        assertThat(refined.at("/diff/updated/0/table").asString()).isEqualTo("dim_product");
        assertThat(refined.at("/model/tables/0/scd_type").asInt()).isEqualTo(1);
        assertThat(refined.path("model_ref").asString()).isNotEqualTo(reference);
    }

    @Test
    void offersNearNamesForATableThatIsNotThere() {
        Problem problem = call(server(), "generate_dimensional_model", "{\"source_tables\": [\"produkts\"]}")
                .problem()
                .orElseThrow();

        assertThat(problem.code()).isEqualTo("LW-1851");
        assertThat(problem.details().get("nearest")).contains("products");
    }

    @Test
    void readsOpenArgumentsInEveryForm() {
        for (String grain : List.of("\"one row per order line\"", "{\"columns\": [\"order_id\", \"line_no\"]}")) {
            JsonNode answer = call(
                            server(),
                            "generate_dimensional_model",
                            "{\"source_tables\": [\"order_lines\", \"products\"], \"kind\": \"star\", \"grain\": "
                                    + grain + ", \"dimension_attributes\": \"sku\"}")
                    .orThrow();
            JsonNode product = answer.at("/model/tables")
                    .valueStream()
                    .filter(t -> t.path("id").asString().equals("dim_product"))
                    .findFirst()
                    .orElseThrow();
            assertThat(product.path("columns")
                            .valueStream()
                            .map(c -> c.path("name").asString()))
                    .contains("sku")
                    .doesNotContain("unit_price");
        }
    }
}
