package io.lakewright.optimizer.server;

import io.lakewright.core.document.Json;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.optimizer.ddl.DdlContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code validate_ddl}. */
record ValidateDdl(
        @Describe("One or a few statements.") @Example("\"CREATE TABLE c.s.t (k BIGINT NOT NULL) CLUSTER BY (k)\"")
        String ddl,

        @Describe("The target: {unity_catalog, unique_preview}.")
        @Accepts(JsonForm.OBJECT)
        @Example("{\"unity_catalog\": true, \"unique_preview\": false}")
        Optional<JsonNode> target,

        @Describe(
                "The table as it stands: {column: type and constraints}, {clustering: [...]}, {columns: {...}}; or its name.")
        @Accepts({JsonForm.OBJECT, JsonForm.STRING})
        @Example("{\"id\": \"INT NOT NULL\"}")
        Optional<JsonNode> table,

        @Describe("The key of a foreign key's parent: names, or names with types.")
        @Accepts({JsonForm.ARRAY, JsonForm.OBJECT, JsonForm.STRING})
        @Example("[\"id\"]")
        Optional<JsonNode> parentPk,

        @Describe("Tests that guard the load, such as unique.")
        @Accepts({JsonForm.ARRAY, JsonForm.STRING, JsonForm.BOOLEAN, JsonForm.OBJECT})
        @Example("[\"unique\"]")
        Optional<JsonNode> tests,

        @Describe("Compute that queries the table, such as classic, pro or serverless.")
        Optional<String> warehouse,

        @Describe("Databricks Runtime version.") @Accepts({JsonForm.STRING, JsonForm.NUMBER}) @Example("\"15.4\"")
        Optional<JsonNode> dbr,

        @Describe("Whether Unity Catalog manages the table.")
        Optional<Boolean> managed,

        @Describe("Whether predictive optimization runs on the table.")
        Optional<Boolean> po,

        @Describe("Table format: delta or iceberg.") Optional<String> format,

        @Describe("Compressed size in bytes.") Optional<Double> sizeBytes,

        @Describe("Modelling style of the table.")
        @Accepts({JsonForm.STRING, JsonForm.OBJECT})
        @Example("\"data_vault\"")
        Optional<JsonNode> model,

        @Describe("Engines outside Databricks that read the table.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY, JsonForm.BOOLEAN})
        @Example("[\"trino\"]")
        Optional<JsonNode> externalReaders) {

    private static final Set<String> ABOUT_TABLE = Set.of(
            "clustering",
            "cluster_by",
            "kind",
            "primary_key",
            "pk",
            "columns",
            "properties",
            "name",
            "auto",
            "clusterByAuto",
            "cluster_by_auto",
            "current_auto");

    DdlContext context() {
        JsonNode stands = table.filter(JsonNode::isObject).orElse(Json.object());
        Map<String, String> columns = new LinkedHashMap<>(
                Told.named(Optional.of(stands.path("columns")).filter(node -> !node.isMissingNode())));
        stands.properties().forEach(entry -> {
            if (!ABOUT_TABLE.contains(entry.getKey()) && entry.getValue().isString()) {
                columns.put(entry.getKey(), entry.getValue().asString(""));
            }
        });
        List<String> clustering = new ArrayList<>(Told.texts(present(stands.path("clustering"))));
        clustering.addAll(Told.texts(present(stands.path("cluster_by"))));
        if (Stream.of("auto", "clusterByAuto", "cluster_by_auto", "current_auto")
                .anyMatch(name -> stands.path(name).asBoolean(false))) {
            clustering.add("AUTO");
        }
        boolean keyed = columns.values().stream()
                        .anyMatch(text -> text.toUpperCase(Locale.ROOT).contains("PRIMARY KEY"))
                || !Told.texts(present(stands.path("primary_key"))).isEmpty()
                || !Told.texts(present(stands.path("pk"))).isEmpty();
        JsonNode unity = target.map(node -> node.path("unity_catalog")).orElse(stands.path("-"));
        return new DdlContext(
                unity.isBoolean() ? Optional.of(unity.asBoolean()) : Optional.empty(),
                target.map(node -> node.path("unique_preview").asBoolean(false)).orElse(false),
                columns,
                clustering,
                stands.path("kind").asString(""),
                keyed,
                parentPk.map(node -> Told.texts(Optional.of(node))),
                parentTypes(columns),
                Told.words(tests),
                warehouse.orElse(""),
                Told.version(dbr).map(version -> version.isBefore(15, 4)).orElse(false));
    }

    /** Types of the parent's key: beside its names, or of columns that are told as parent.column. */
    private Map<String, String> parentTypes(Map<String, String> columns) {
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach((name, type) -> {
            if (name.contains(".")) {
                types.put(name.substring(name.lastIndexOf('.') + 1), type);
            }
        });
        parentPk.filter(JsonNode::isObject).ifPresent(node -> types.putAll(Told.named(Optional.of(node))));
        return types;
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
