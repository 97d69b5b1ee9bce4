package io.lakewright.app.web;

import io.lakewright.app.store.ModelStore;
import io.lakewright.app.store.TurnEvents;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.runtime.Composition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The model of a workspace over HTTP: apply, undo, redo, versions, positions, artefacts. */
@RestController
class ModelController {

    private static final String GENERATOR = "model-generator";

    private final Composition composition;
    private final ModelStore models;
    private final TurnEvents events;

    ModelController(Composition composition, ModelStore models, TurnEvents events) {
        this.composition = composition;
        this.models = models;
        this.events = events;
    }

    @GetMapping("/api/models/{workspaceId}")
    ResponseEntity<String> model(@PathVariable String workspaceId) {
        return Answers.json(view(workspaceId));
    }

    /** Validates the model again, whoever sent it, and makes it the workspace's next version. */
    @PostMapping(path = "/api/assistant/apply-suggestion", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> apply(@RequestBody String body) {
        JsonNode request = Json.read(body);
        String workspace = request.path("workspace_id").asString("");
        String suggestionId = request.path("suggestion_id").asString("");
        JsonNode suggestion = events.suggestion(suggestionId)
                .orElseThrow(() -> Problem.notFound(
                                "LW-2215", "There is no such suggestion.", "Load the conversation again.")
                        .exception());
        String key = request.path("idempotency_key")
                .asString(suggestionId + "@" + request.path("base_version").asString(""));
        Optional<Integer> before = models.appliedBefore(key);
        if (before.isPresent()) {
            return applied(workspace, before.get());
        }
        JsonNode given = request.path("model_data");
        JsonNode model = inner(given.isObject() && !given.isEmpty() ? given : suggestion.path("model"));
        JsonNode checked = composition.call(GENERATOR, "validate_model", withModel(model));
        if (!checked.path("valid").asBoolean(false)) {
            return Answers.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Problem.invalid(
                            "LW-2216",
                            "The model breaks rules that must hold.",
                            "Settle the findings and apply again."),
                    Map.of("findings", checked.path("findings")));
        }
        boolean untouched = model.equals(inner(suggestion.path("model")));
        int base = request.path("base_version")
                .asInt(suggestion.path("base_version").asInt(0));
        ModelStore.Application application = new ModelStore.Application(
                workspace,
                suggestionId,
                key,
                base,
                model,
                untouched ? Optional.of(suggestion.path("receipt")) : Optional.empty(),
                summary(model, untouched));
        try {
            return applied(workspace, models.apply(application));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                return Answers.problem(HttpStatus.CONFLICT, e.problem(), Map.of("diff", difference(workspace, model)));
            }
            throw e;
        }
    }

    @PostMapping("/api/models/{workspaceId}/undo")
    ResponseEntity<String> undo(@PathVariable String workspaceId) {
        models.undo(workspaceId);
        return Answers.json(view(workspaceId));
    }

    @PostMapping("/api/models/{workspaceId}/redo")
    ResponseEntity<String> redo(@PathVariable String workspaceId) {
        models.redo(workspaceId);
        return Answers.json(view(workspaceId));
    }

    @GetMapping("/api/models/{workspaceId}/versions")
    ResponseEntity<String> versions(@PathVariable String workspaceId) {
        return Answers.json(Json.object().set("versions", Json.tree(models.versions(workspaceId))));
    }

    @PutMapping(path = "/api/models/{workspaceId}/positions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> savePositions(@PathVariable String workspaceId, @RequestBody String body) {
        Map<String, ModelStore.Point> positions = new LinkedHashMap<>();
        Json.read(body).path("positions").properties().forEach(entry -> {
            JsonNode point = entry.getValue();
            if (!point.path("x").isNumber()
                    || !point.path("y").isNumber()
                    || entry.getKey().length() > 300) {
                throw Problem.invalid(
                                "LW-2217", "A position needs the numbers x and y.", "Send positions as {node: {x, y}}.")
                        .exception();
            }
            positions.put(
                    entry.getKey(),
                    new ModelStore.Point(
                            point.path("x").asDouble(), point.path("y").asDouble()));
        });
        models.savePositions(workspaceId, positions);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @GetMapping("/api/models/{workspaceId}/artefacts")
    ResponseEntity<String> artefacts(@PathVariable String workspaceId) {
        ModelStore.Head head = models.head(workspaceId);
        JsonNode model = head.model()
                .orElseThrow(() -> Problem.notFound(
                                "LW-2218", "There is no model on the canvas yet.", "Apply a suggestion first.")
                        .exception());
        ObjectNode arguments = withModel(model);
        ObjectNode body = Json.object();
        body.set(
                "yaml",
                composition.call(GENERATOR, "generate_yaml_metadata", arguments).path("yaml_metadata"));
        ObjectNode all = arguments.deepCopy();
        ArrayNode types = all.putArray("template_types");
        types.add("ddl").add("etl").add("dml").add("test");
        body.set(
                "templates",
                composition.call(GENERATOR, "generate_templates", all).path("templates"));
        body.set(
                "documentation",
                composition.call(GENERATOR, "generate_documentation", arguments).path("documentation"));
        body.set("receipt", head.receipt().orElse(Json.mapper().nullNode()));
        return Answers.json(body);
    }

    private ObjectNode view(String workspaceId) {
        ModelStore.Head head = models.head(workspaceId);
        ObjectNode view = Json.object();
        view.put("model_id", head.modelId().orElse(null));
        view.put("version", head.version());
        view.set("model", head.model().orElse(Json.mapper().nullNode()));
        view.set(
                "reactflow_model",
                head.model().map(this::graph).orElse(Json.mapper().nullNode()));
        view.set("positions", Json.tree(models.positions(workspaceId)));
        view.put("can_undo", head.canUndo()).put("can_redo", head.canRedo());
        return view;
    }

    private JsonNode graph(JsonNode model) {
        ObjectNode arguments = withModel(model).put("layout", "hierarchical");
        return composition.call(GENERATOR, "generate_reactflow_nodes", arguments);
    }

    private JsonNode difference(String workspaceId, JsonNode model) {
        Optional<JsonNode> current = models.head(workspaceId).model();
        if (current.isEmpty()) {
            return Json.object();
        }
        ObjectNode arguments = Json.object();
        arguments.set("before", current.get());
        arguments.set("after", model);
        return composition.call(GENERATOR, "diff_models", arguments).path("diff");
    }

    private ResponseEntity<String> applied(String workspaceId, int version) {
        String modelId = models.head(workspaceId).modelId().orElse("");
        return Answers.json(
                Json.object().put("success", true).put("model_id", modelId).put("version", version));
    }

    private static ObjectNode withModel(JsonNode model) {
        ObjectNode arguments = Json.object();
        arguments.set("model", model);
        return arguments;
    }

    private static JsonNode inner(JsonNode model) {
        return model.has("model") ? model.path("model") : model;
    }

    private static String summary(JsonNode model, boolean untouched) {
        int tables = model.path("tables").size();
        return (tables == 1 ? "1 table" : tables + " tables") + (untouched ? "" : ", edited by hand");
    }
}
