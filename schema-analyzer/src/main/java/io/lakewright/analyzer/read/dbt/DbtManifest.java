package io.lakewright.analyzer.read.dbt;

import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads {@code target/manifest.json} of dbt, versions 10 to 12: its sources, or its models where no source has columns. */
public final class DbtManifest {

    private static final Pattern VERSION = Pattern.compile(".*/manifest/v(\\d+)\\.json");
    private static final Set<String> KNOWN = Set.of("10", "11", "12");

    private DbtManifest() {}

    /** Whether the document is a manifest. */
    public static boolean isManifest(JsonNode document) {
        return VERSION.matcher(
                        document.path("metadata").path("dbt_schema_version").asString(""))
                .matches();
    }

    /**
     * @param schemas schemas that were asked for; with any, models count too
     * @throws io.lakewright.core.ProblemException LW-1523 when no table with columns is described
     */
    public static SchemaReading read(JsonNode document, List<String> schemas, String origin) {
        JsonNode metadata = document.path("metadata");
        DbtTables tables = new DbtTables(metadata.path("adapter_type").asString(""));
        Matcher version = VERSION.matcher(metadata.path("dbt_schema_version").asString(""));
        if (!version.matches() || !KNOWN.contains(version.group(1))) {
            tables.warn("The manifest is of a version that nobody tried; it was read as version 12.");
        }
        document.path("sources").properties().forEach(entry -> source(tables, entry.getKey(), entry.getValue()));
        if (tables.isEmpty() || !schemas.isEmpty()) {
            document.path("nodes").properties().forEach(entry -> model(tables, entry.getKey(), entry.getValue()));
        }
        document.path("nodes").valueStream().forEach(node -> test(tables, node));
        return tables.build(DbtTables.text(metadata, "project_name").orElse("dbt"), origin);
    }

    private static void source(DbtTables tables, String id, JsonNode node) {
        String name = DbtTables.text(node, "identifier")
                .or(() -> DbtTables.text(node, "name"))
                .orElse("");
        add(tables, id, name, node);
    }

    private static void model(DbtTables tables, String id, JsonNode node) {
        if (Set.of("model", "seed", "snapshot")
                .contains(node.path("resource_type").asString(""))) {
            add(
                    tables,
                    id,
                    DbtTables.text(node, "alias")
                            .or(() -> DbtTables.text(node, "name"))
                            .orElse(""),
                    node);
        }
    }

    private static void add(DbtTables tables, String id, String name, JsonNode node) {
        if (!name.isEmpty()) {
            String schema = DbtTables.text(node, "schema").orElse("public");
            tables.add(id, new TableName(schema, name), node, id);
        }
    }

    private static void test(DbtTables tables, JsonNode node) {
        JsonNode test = node.path("test_metadata");
        if (!node.path("resource_type").asString("").equals("test") || test.isMissingNode()) {
            return;
        }
        String kind = test.path("name").asString("");
        JsonNode arguments = test.path("kwargs");
        String column = DbtTables.text(node, "column_name")
                .or(() -> DbtTables.text(arguments, "column_name"))
                .orElse("");
        List<String> uses = node.path("depends_on")
                .path("nodes")
                .valueStream()
                .map(used -> used.asString(""))
                .toList();
        String tested = DbtTables.text(node, "attached_node").orElseGet(() -> uses.isEmpty() ? "" : uses.getLast());
        if (kind.equals("relationships")) {
            String target =
                    uses.stream().filter(id -> !id.equals(tested)).findFirst().orElse(tested);
            DbtTables.text(arguments, "field").ifPresent(field -> tables.relationship(tested, column, target, field));
        } else {
            tables.test(kind, tested, column);
        }
    }
}
