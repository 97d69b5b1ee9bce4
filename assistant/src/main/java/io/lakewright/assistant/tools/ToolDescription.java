package io.lakewright.assistant.tools;

import tools.jackson.databind.JsonNode;

/**
 * A tool as its server announces it. What the annotations claim is a claim of the server.
 *
 * @param inputSchema JSON Schema of the arguments
 */
public record ToolDescription(
        String server,
        String tool,
        String description,
        JsonNode inputSchema,
        boolean readOnly,
        boolean idempotent,
        boolean openWorld) {

    public String name() {
        return server + "__" + tool;
    }
}
