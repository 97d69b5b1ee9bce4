package io.lakewright.assistant;

import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.assistant.tools.ModelShelf;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.naming.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hand-written tool servers over an invented schema; small, but true to the shapes that rooms agree on. */
public final class FakeHouse {

    /** What was called, in order: {@code server.tool} and the arguments that arrived. */
    record Seen(String tool, JsonNode arguments) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final Map<String, Function<JsonNode, ToolReply>> overrides = new LinkedHashMap<>();
    private final ObjectNode schema;

    public FakeHouse(ObjectNode schema) {
        this.schema = schema;
    }

    public Map<String, ConnectedServer> servers() {
        Map<String, ConnectedServer> servers = new LinkedHashMap<>();
        servers.put(
                "schema-analyzer",
                server(
                        "schema-analyzer",
                        List.of(
                                "analyze_schema",
                                "get_table_metadata",
                                "detect_modeling_patterns",
                                "suggest_keys",
                                "search_tables")));
        servers.put("pattern-library", server("pattern-library", List.of("get_pattern", "list_patterns")));
        servers.put(
                "model-generator",
                server(
                        "model-generator",
                        List.of(
                                "generate_dimensional_model",
                                "generate_data_vault_model",
                                "refine_model",
                                "validate_model",
                                "generate_reactflow_nodes",
                                "generate_yaml_metadata",
                                "generate_templates",
                                "generate_documentation")));
        servers.put(
                "databricks-optimizer",
                server(
                        "databricks-optimizer",
                        List.of(
                                "estimate_performance",
                                "recommend_clustering",
                                "recommend_partitioning",
                                "recommend_delta_features")));
        servers.put("lakehouse-proof", server("lakehouse-proof", List.of("check_scripts", "prove_model")));
        return servers;
    }

    private ConnectedServer server(String name, List<String> tools) {
        return new ConnectedServer() {
            @Override
            public List<ToolDescription> tools() {
                return tools.stream()
                        .map(t -> new ToolDescription(
                                name,
                                t,
                                "the tool " + t,
                                Json.object().put("type", "object"),
                                !t.equals("prove_model"),
                                true,
                                false))
                        .toList();
            }

            @Override
            public ToolReply call(String tool, JsonNode arguments, Duration timeout) {
                seen.add(new Seen(name + "." + tool, arguments));
                Function<JsonNode, ToolReply> override = overrides.get(tool);
                return override != null
                        ? override.apply(arguments)
                        : ToolReply.of(answer(tool, arguments), tool + " done");
            }
        };
    }

    private JsonNode answer(String tool, JsonNode arguments) {
        return switch (tool) {
            case "analyze_schema" -> schema;
            case "get_table_metadata" -> metadata(arguments.path("table_names"));
            case "detect_modeling_patterns" -> patterns();
            case "suggest_keys" -> keys(arguments.path("table_name").asString());
            case "search_tables" -> Json.object().set("tables", Json.array());
            case "generate_dimensional_model" -> dimensional(arguments);
            case "generate_data_vault_model" -> vault(arguments);
            case "refine_model" -> refine(arguments);
            case "validate_model" -> Json.object().put("valid", true).set("findings", Json.array());
            case "generate_reactflow_nodes" -> {
                ObjectNode graph = Json.object();
                graph.putArray("nodes");
                graph.putArray("edges");
                yield graph;
            }
            case "generate_yaml_metadata" -> Json.object().put("yaml_metadata", "kind: DataModel");
            case "generate_templates" -> templates(arguments.path("model"));
            case "generate_documentation" -> Json.object().set("documentation", Json.array());
            case "estimate_performance" -> estimate();
            case "check_scripts" -> Json.object().put("status", "checked").put("level", "tokenizer");
            case "prove_model" -> Json.object().set("receipt", Json.object().put("status", "proved"));
            case "recommend_clustering", "recommend_partitioning", "recommend_delta_features" ->
                Json.object().put("explanation", "The table is small, so no layout is needed.");
            default -> Json.object();
        };
    }

    private ObjectNode metadata(JsonNode names) {
        ObjectNode content = Json.object();
        ArrayNode tables = content.putArray("tables");
        List<String> wanted = new ArrayList<>();
        names.values().forEach(n -> wanted.add(n.asString()));
        for (JsonNode table : schema.path("tables").values()) {
            if (wanted.contains(table.path("qualified_name").asString())) {
                tables.add(table);
            }
        }
        ArrayNode relations = content.putArray("relationships");
        for (JsonNode relation : schema.path("relationships").values()) {
            if (wanted.stream().anyMatch(w -> relation.path("from").asString().startsWith(w + "."))) {
                relations.add(relation);
            }
        }
        content.putArray("missing");
        return content;
    }

    private ObjectNode patterns() {
        ObjectNode content = Json.object();
        ArrayNode pairs = content.putArray("header_detail");
        for (JsonNode table : schema.path("tables").values()) {
            String name = table.path("qualified_name").asString();
            if (name.endsWith("_header")) {
                pairs.addObject()
                        .put("header", name)
                        .put("detail", name.replace("_header", "_line"))
                        .put("via", "id");
            }
        }
        return content;
    }

    private ObjectNode keys(String table) {
        ObjectNode content = Json.object().put("table", table);
        content.putArray("primary")
                .addObject()
                .put("reason", "declared")
                .set("columns", Json.array().add("member_id"));
        content.set("recommended_business_key", Json.array().add("card_number"));
        return content;
    }

    private static ObjectNode model(String style) {
        ObjectNode model =
                Json.object().put("schema_version", 1).put("name", "draft").put("style", style);
        model.putArray("tables");
        return model;
    }

    private ObjectNode dimensional(JsonNode arguments) {
        ObjectNode model = model("dimensional");
        boolean star = arguments.path("kind").asString("").equals("star");
        List<String> facts = new ArrayList<>();
        arguments.path("facts").values().forEach(f -> facts.add(f.asString()));
        List<JsonNode> sources = sources(arguments);
        if (star) {
            for (JsonNode source : sources) {
                boolean fact = facts.contains(source.path("qualified_name").asString());
                table(
                        model,
                        (fact ? "fact_" : "dim_")
                                + Names.snake(source.path("name").asString()).replace("tbl_", ""),
                        fact ? "fact" : "dimension",
                        List.of(source),
                        2);
            }
        } else {
            String name = "dim_"
                    + Names.snake(sources.getFirst().path("name").asString()).replace("tbl_", "");
            table(
                    model,
                    arguments.path("name").asString(name),
                    "dimension",
                    sources,
                    arguments.path("scd_type").asInt(2));
        }
        return made(model);
    }

    private ObjectNode vault(JsonNode arguments) {
        ObjectNode model = model("data_vault");
        for (JsonNode source : sources(arguments)) {
            String name = Names.snake(source.path("name").asString()).replace("tbl_", "");
            table(model, "hub_" + name, "hub", List.of(source), -1);
            table(model, "sat_" + name, "satellite", List.of(source), -1);
        }
        return made(model);
    }

    private List<JsonNode> sources(JsonNode arguments) {
        List<JsonNode> sources = new ArrayList<>();
        arguments.path("source_tables").values().forEach(name -> {
            for (JsonNode table : schema.path("tables").values()) {
                if (table.path("qualified_name").asString().equals(name.asString())) {
                    sources.add(table);
                }
            }
        });
        if (sources.isEmpty()) {
            throw Problem.notFound("LW-1801", "No such table.", "Name a table.").exception();
        }
        return sources;
    }

    private static void table(ObjectNode model, String name, String kind, List<JsonNode> sources, int scd) {
        ObjectNode table = ((ArrayNode) model.path("tables"))
                .addObject()
                .put("id", name)
                .put("name", name)
                .put("kind", kind);
        if (scd >= 0 && kind.equals("dimension")) {
            table.put("scd_type", scd);
            table.putArray("decisions")
                    .addObject()
                    .put("rule", "SCD-1")
                    .put("choice", "type " + scd)
                    .put("because", "every change shall be kept");
        }
        ArrayNode from = table.putArray("sources");
        ArrayNode columns = table.putArray("columns");
        columns.addObject()
                .put("id", name + ".key")
                .put("name", name.replaceFirst("^[a-z]+_", "") + "_key")
                .put("role", "surrogate_key");
        for (JsonNode source : sources) {
            from.add(source.path("qualified_name").asString());
            for (JsonNode column : source.path("columns").values()) {
                String column1 = column.path("name").asString();
                boolean taken = columns.values().stream()
                        .anyMatch(c -> c.path("name").asString().equals(column1));
                if (!column1.contains("price") && !column1.equals("tariff")) {
                    columns.addObject()
                            .put("id", name + "." + source.path("name").asString() + "." + column1)
                            .put("name", taken ? source.path("name").asString() + "_" + column1 : column1)
                            .putObject("source")
                            .put("table", source.path("qualified_name").asString())
                            .put("column", column1);
                }
            }
        }
    }

    private ObjectNode made(ObjectNode model) {
        ObjectNode content = Json.object().put("model_ref", ModelShelf.refOf(model));
        content.set("model", model);
        content.putObject("summary");
        content.putArray("findings");
        return content;
    }

    private ObjectNode refine(JsonNode arguments) {
        ObjectNode model = arguments.path("model").deepCopy().asObject();
        ArrayNode applied = Json.array();
        for (JsonNode edit : arguments.path("edits").values()) {
            for (JsonNode table : model.path("tables").values()) {
                if (table.path("name").equals(edit.path("table"))) {
                    change((ObjectNode) table, edit, applied);
                }
            }
        }
        ObjectNode content = made(model);
        content.set("applied", applied);
        content.putObject("diff")
                .putArray("updated")
                .add(arguments.path("edits").path(0).path("table").asString());
        return content;
    }

    private static void change(ObjectNode table, JsonNode edit, ArrayNode applied) {
        String op = edit.path("op").asString();
        ArrayNode columns = (ArrayNode) table.path("columns");
        switch (op) {
            case "set_scd_type" -> table.set("scd_type", edit.path("scd_type"));
            case "rename_table" -> table.set("name", edit.path("name"));
            case "add_column" ->
                columns.addObject()
                        .put("name", edit.path("source_column").asString())
                        .putObject("source")
                        .put("table", edit.path("source_table").asString())
                        .put("column", edit.path("source_column").asString());
            case "drop_column" -> {
                for (int i = 0; i < columns.size(); i++) {
                    if (columns.path(i).path("name").equals(edit.path("column"))) {
                        columns.remove(i);
                        break;
                    }
                }
            }
            default -> {}
        }
        applied.add(op + " on " + edit.path("table").asString());
    }

    private static ObjectNode templates(JsonNode model) {
        ObjectNode content = Json.object();
        ArrayNode templates = content.putArray("templates");
        for (JsonNode table : model.path("tables").values()) {
            templates
                    .addObject()
                    .put("type", "ddl")
                    .put("name", table.path("name").asString())
                    .put("content", "CREATE TABLE {{ t }}")
                    .put("sql", "CREATE TABLE t");
        }
        return content;
    }

    private static ObjectNode estimate() {
        ObjectNode content = Json.object();
        content.putObject("numbers")
                .putObject("seconds")
                .put("low", 20)
                .put("expected", 40)
                .put("high", 90);
        content.putArray("assumptions").add("a small serverless warehouse");
        return content;
    }
}
