package io.lakewright.assistant;

import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.core.document.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the whole schema of the workspace through {@code analyze_schema}, page by page. */
public final class WorkspaceSchema {

    private static final int PAGES = 20;

    private WorkspaceSchema() {}

    /** {@code {workspace, tables, relationships}} of at most 20 pages; throws the problem of a failed call. */
    public static ObjectNode read(Workbench bench, Optional<String> workspaceId) {
        ObjectNode whole = Json.object();
        ArrayNode tables = whole.putArray("tables");
        ArrayNode relationships = whole.putArray("relationships");
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            ObjectNode arguments = Json.object();
            workspaceId.ifPresent(id -> arguments.put("workspace_id", id));
            if (!cursor.isEmpty()) {
                arguments.put("cursor", cursor);
            }
            JsonNode content = bench.call(new ToolCall("schema-analyzer", "analyze_schema", arguments))
                    .orThrow();
            whole.put("workspace", content.path("workspace").asString(""));
            content.path("tables").values().forEach(tables::add);
            content.path("relationships").values().forEach(relationships::add);
            cursor = content.path("next_cursor").asString("");
            if (cursor.isEmpty()) {
                break;
            }
        }
        return whole;
    }
}
