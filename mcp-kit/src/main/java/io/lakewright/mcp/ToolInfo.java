package io.lakewright.mcp;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a caller may know of a tool before calling it.
 *
 * @param effects what the server says a call does; of a foreign server a claim, not a fact
 * @param outputSchema empty only for foreign servers that declare none
 */
public record ToolInfo(
        String name,
        String title,
        String description,
        JsonNode inputSchema,
        Optional<JsonNode> outputSchema,
        Effects effects) {}
