package io.lakewright.runtime.cli;

import io.lakewright.analyzer.KeyHiding;
import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.server.SchemaAnalyzerServer;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SchemaDrift;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolClient;
import io.lakewright.mcp.ToolServers;
import io.lakewright.runtime.Workspaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schema analysis in the response format of the product brief. */
@Command(name = "analyze", description = "Reads a source: tables, keys, relationships, what each table is.")
final class AnalyzeCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<String> DEPTHS = List.of("known", "sample", "exact");

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Option(names = "--tables", split = ",", paramLabel = "a,b", description = "only these tables")
    List<String> tables = new ArrayList<>();

    @Option(names = "--ignore-declared-keys", description = "hide declared foreign keys, so that they are inferred")
    boolean ignoreDeclaredKeys;

    @Option(names = "--ignore-primary-keys", description = "hide primary keys")
    boolean ignorePrimaryKeys;

    @Option(
            names = "--profile",
            arity = "0..1",
            paramLabel = "DEPTH",
            fallbackValue = "sample",
            description = "add figures of each table's values: known, sample (default) or exact")
    @Nullable
    String profile;

    @Option(names = "--patterns", description = "add the patterns, conventions and models that stand already")
    boolean patterns;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "write the star or vault that stands already as a model document")
    @Nullable
    Path model;

    @Option(names = "--save", paramLabel = "FILE", description = "keep what was read, for a later --since")
    @Nullable
    Path save;

    @Option(names = "--since", paramLabel = "FILE", description = "tell what has changed since that was saved")
    @Nullable
    Path since;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    String format = "text";

    @Override
    public Integer call() {
        if (!format.equals("text") && !format.equals("json")) {
            throw Problem.invalid("LW-2131", "--format is text or json.", "Choose one of them.")
                    .exception();
        }
        if (profile != null && !DEPTHS.contains(profile)) {
            throw Problem.invalid("LW-2144", "--profile is known, sample or exact.", "Choose one of them.")
                    .exception();
        }
        SourceReaders.OpenedSource opened = source.open();
        opened.warnings().forEach(line -> System.err.println("warning: " + line));
        Optional<SchemaDrift> drift = Optional.ofNullable(since).map(file -> Snapshots.since(file, opened.schema()));
        if (save != null) {
            Snapshots.save(opened.schema(), save);
        }
        SourceSchema schema = KeyHiding.hide(opened.schema(), ignoreDeclaredKeys, ignorePrimaryKeys);
        Workspaces catalog = source.catalog(opened.withSchema(schema));
        try (ToolClient client = ToolServers.inMemory(SchemaAnalyzerServer.create(catalog))) {
            ObjectNode result = analysis(client);
            if (patterns) {
                result.set(
                        "patterns",
                        client.call("detect_modeling_patterns", Json.object(), LIMIT)
                                .orThrow());
            }
            if (format.equals("json")) {
                drift.ifPresent(found -> result.set("drift", Snapshots.json(found)));
                System.out.print(Json.pretty(result));
            } else {
                drift.ifPresent(found -> Snapshots.print(found, String.valueOf(since), System.out));
                AnalysisText.print(result, System.out);
                ProfileLines.print(result, System.out);
                StandingModels.print(result.path("patterns"), System.out);
            }
        }
        if (model != null) {
            StandingModels.write(schema, model);
        }
        return Exit.DONE;
    }

    /** All pages of the answer put together. */
    private ObjectNode analysis(ToolClient client) {
        ObjectNode arguments = Json.object();
        if (!tables.isEmpty()) {
            arguments.set("tables", Json.tree(tables));
        }
        ObjectNode whole = Json.object();
        String cursor = "";
        do {
            if (!cursor.isEmpty()) {
                arguments.put("cursor", cursor);
            }
            ToolAnswer answer = client.call("analyze_schema", arguments, LIMIT);
            JsonNode page = answer.orThrow();
            merge(whole, page);
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        JsonNode missing = whole.path("missing");
        if (missing.isArray() && !missing.isEmpty()) {
            throw unknown(missing.get(0));
        }
        if (profile != null) {
            addProfiles(client, whole, profile);
        }
        return whole;
    }

    private static void merge(ObjectNode whole, JsonNode page) {
        page.properties().forEach(entry -> {
            JsonNode before = whole.path(entry.getKey());
            if (before.isArray() && entry.getValue().isArray()) {
                entry.getValue().forEach(((tools.jackson.databind.node.ArrayNode) before)::add);
            } else if (!entry.getKey().equals("next_cursor")) {
                whole.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    /** A table that cannot be profiled says why instead. */
    private static void addProfiles(ToolClient client, ObjectNode whole, String depth) {
        for (JsonNode table : whole.path("tables").values()) {
            ObjectNode arguments = Json.object()
                    .put("table_name", table.path("qualified_name").asString(""))
                    .put("depth", depth);
            ToolAnswer answer = client.call("profile_table", arguments, LIMIT);
            if (!answer.error()) {
                ((ObjectNode) table).set("profile", answer.structured());
            } else {
                System.err.println("warning: " + PlainText.of(answer.text()));
            }
        }
    }

    private static RuntimeException unknown(JsonNode missing) {
        List<String> nearest = missing.path("nearest")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        return new Problem.NotFound(
                        "LW-2134",
                        "There is no table \"" + missing.path("name").asString("") + "\".",
                        nearest.isEmpty()
                                ? "List the tables with analyze."
                                : "Did you mean " + String.join(", ", nearest) + "?",
                        nearest.isEmpty() ? Map.of() : Map.of("nearest", String.join(", ", nearest)))
                .exception();
    }
}
