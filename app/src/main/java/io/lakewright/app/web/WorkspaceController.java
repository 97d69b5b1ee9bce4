package io.lakewright.app.web;

import io.lakewright.core.document.Json;
import io.lakewright.engine.EngineStatus;
import io.lakewright.runtime.Composition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Workspaces, their schemas, and how the server is. */
@RestController
class WorkspaceController {

    private final Composition composition;

    WorkspaceController(Composition composition) {
        this.composition = composition;
    }

    @GetMapping("/api/workspaces")
    ResponseEntity<String> workspaces() {
        JsonNode listed = composition.call("schema-analyzer", "list_sources", Json.object());
        ObjectNode body = Json.object();
        ArrayNode workspaces = body.putArray("workspaces");
        for (JsonNode source : listed.path("sources").values()) {
            ObjectNode workspace = (ObjectNode) source.deepCopy();
            workspace.set("id", source.path("workspace_id"));
            workspaces.add(workspace);
        }
        return Answers.json(body);
    }

    @GetMapping("/api/workspaces/{workspaceId}/schema")
    ResponseEntity<String> schema(@PathVariable String workspaceId) {
        ObjectNode arguments = Json.object().put("workspace_id", workspaceId);
        return Answers.json(composition.call("schema-analyzer", "analyze_schema", arguments));
    }

    @GetMapping("/api/health")
    ResponseEntity<String> health() {
        EngineStatus status = composition.engine().status();
        ObjectNode body = Json.object()
                .put("status", "up")
                .put("version", Composition.version())
                .put("brain", composition.brain());
        body.putObject("engine").put("status", status.text()).put("detail", status.detail());
        return Answers.json(body);
    }
}
