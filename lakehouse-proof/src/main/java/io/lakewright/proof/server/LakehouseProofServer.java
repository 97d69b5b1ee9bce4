package io.lakewright.proof.server;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.TableName;
import io.lakewright.engine.Engine;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Effects;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.mcp.JsonSchemas;
import io.lakewright.mcp.Tool;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolServer;
import io.lakewright.proof.Invariant;
import io.lakewright.proof.ModelProof;
import io.lakewright.proof.check.ScriptCheck;
import io.lakewright.proof.receipt.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code lakehouse-proof}: runs models and checks scripts. */
public final class LakehouseProofServer {

    private static final String NAME = "lakehouse-proof";

    private LakehouseProofServer() {}

    /** The server over a catalogue, for rows of its workspaces, and an engine. */
    public static ToolServer create(SchemaCatalog catalog, Engine engine) {
        return new ToolServer(
                NAME,
                "0.1.0",
                "Proves data models on Spark + Delta: runs their scripts over two deliveries of rows and reports what held.",
                List.of(prove(catalog, engine), check(engine), invariants()));
    }

    record ProveModel(
            @Describe(
                    "The model: the object that generate_* returned, or {\"model_ref\": \"sha256:...\"} where the host resolves references.")
            @Accepts(JsonForm.OBJECT)
            @Example("{\"model_ref\": \"sha256:0f...\"}")
            JsonNode model,

            @Describe("Workspace whose rows fill the source tables; seeded rows where it has none.")
            Optional<String> workspaceId,

            @Describe("Schema facts instead of a workspace; the source tables then get seeded rows.")
            @Accepts(JsonForm.OBJECT)
            Optional<JsonNode> schema,

            @Describe("Rows by source table: {\"schema.table\": [{\"column\": \"value\"}]}.")
            @Accepts(JsonForm.OBJECT)
            @Example("{\"public.product\": [{\"product_id\": \"1\", \"name\": \"Lamp\"}]}")
            Optional<JsonNode> rows) {}

    record CheckScripts(
            @Describe("Scripts by name, each with its SQL text.")
            List<NamedScript> scripts,

            @Describe(
                    "The model that the scripts were printed from, or {\"model_ref\": \"sha256:...\"}: then forms that only Databricks knows are checked by rule.")
            @Accepts(JsonForm.OBJECT)
            @Example("{\"model_ref\": \"sha256:0f...\"}")
            Optional<JsonNode> model) {}

    record NamedScript(
            @Describe("File name of the script.") String name,
            @Describe("SQL text.") String sql) {}

    record Nothing() {}

    private static Tool<ProveModel> prove(SchemaCatalog catalog, Engine engine) {
        return Tool.named("prove_model")
                .title("Prove a model")
                .description("Runs the DDL, loads and tests of a model on Spark + Delta: first delivery, again, changed"
                        + " delivery, again. Takes 10 to 60 seconds. Use it when a model is ready to be shown.")
                .effects(new Effects(true, false, true, false))
                .output(JsonSchemas.object("receipt:object"))
                .answering(ProveModel.class, input -> {
                    DataModel model = ModelDocuments.fromTree(input.model());
                    Receipt receipt = new ModelProof(engine).prove(model, rows(catalog, input));
                    ObjectNode answer = Json.object();
                    answer.set("receipt", Json.tree(receipt));
                    return ToolAnswer.of(summary(receipt), answer);
                });
    }

    private static Tool<CheckScripts> check(Engine engine) {
        return Tool.named("check_scripts")
                .title("Check scripts")
                .description(
                        "Checks the form of SQL scripts without running them: tokens, and Delta's parser when the engine is up.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("status:string", "level:string", "statements:array", "findings:array"))
                .answering(CheckScripts.class, input -> {
                    List<ScriptCheck.Script> scripts = input.scripts().stream()
                            .map(script -> new ScriptCheck.Script(script.name(), script.sql()))
                            .toList();
                    ScriptCheck.Report report =
                            new ScriptCheck(engine).check(scripts, input.model().map(ModelDocuments::fromTree));
                    ObjectNode answer = Json.object()
                            .put("status", report.passed() ? "checked" : "failed")
                            .put("level", report.level());
                    answer.set("statements", Json.tree(report.statements()));
                    answer.putArray("findings");
                    return ToolAnswer.of(
                            report.statements().size() + " statements "
                                    + (report.passed() ? "checked" : "checked, some failed") + " by " + report.level(),
                            answer);
                });
    }

    private static Tool<Nothing> invariants() {
        return Tool.named("list_invariants")
                .title("List invariants")
                .description(
                        "Lists what a proof shows, with ids, the tables it applies to, and where the demand comes from.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("invariants:array"))
                .answering(Nothing.class, input -> {
                    ObjectNode answer = Json.object();
                    answer.set("invariants", Json.tree(Invariant.all()));
                    return ToolAnswer.of(Invariant.all().size() + " invariants", answer);
                });
    }

    private static SourceRows rows(SchemaCatalog catalog, ProveModel input) {
        if (input.rows().isPresent()) {
            return given(input.rows().get());
        }
        if (input.schema().isPresent()) {
            return SourceRows.none();
        }
        return catalog.rows(input.workspaceId().orElse(catalog.workspaces().getFirst()));
    }

    private static SourceRows given(JsonNode document) {
        Map<TableName, SourceRows.Rows> tables = new LinkedHashMap<>();
        document.properties().forEach(entry -> tables.put(TableName.parse(entry.getKey()), rows(entry.getValue())));
        return (table, limit) -> Optional.ofNullable(tables.get(table))
                .map(all -> SourceRows.Rows.of(
                        all.columns(),
                        all.values().subList(0, Math.min(limit, all.values().size()))));
    }

    private static SourceRows.Rows rows(JsonNode array) {
        if (!array.isArray() || array.isEmpty() || !array.get(0).isObject()) {
            throw Problem.invalid(
                            "LW-1901",
                            "rows holds a list of objects for each table.",
                            "Send {\"schema.table\": [{...}]}.")
                    .exception();
        }
        List<String> columns = List.copyOf(array.get(0).propertyNames());
        List<List<@Nullable String>> values = new ArrayList<>();
        for (JsonNode row : array) {
            List<@Nullable String> line = new ArrayList<>();
            for (String column : columns) {
                JsonNode value = row.path(column);
                line.add(value.isNull() || value.isMissingNode() ? null : value.asString());
            }
            values.add(line);
        }
        return SourceRows.Rows.of(columns, values);
    }

    private static String summary(Receipt receipt) {
        long executed = receipt.statements().stream()
                .filter(line -> line.outcome() == Receipt.Outcome.EXECUTED)
                .count();
        long held = receipt.invariants().stream()
                .filter(line -> line.outcome() == Receipt.Held.HELD)
                .count();
        return switch (receipt.status()) {
            case PROVED -> "Proved: " + executed + " statements executed, " + held + " invariants held.";
            case FAILED -> "Failed: " + receipt.reason().orElse("");
            case NOT_RUN -> "Not run: " + receipt.reason().orElse("");
            case CHECKED -> "Checked without execution.";
        };
    }
}
