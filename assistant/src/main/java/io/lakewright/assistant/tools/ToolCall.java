package io.lakewright.assistant.tools;

import tools.jackson.databind.JsonNode;

/** A call as a brain makes it: references to models stand as {@code {"model_ref": ...}}. */
public record ToolCall(String server, String tool, JsonNode arguments) {

    /** The name under which brains see the tool. */
    public String name() {
        return server + "__" + tool;
    }
}
