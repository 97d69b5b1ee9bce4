package io.lakewright.assistant;

import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.core.document.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls that finish a draft, always built the same way, so that a brain which has made one already is answered
 * from the turn's cache.
 */
public final class SuggestionCalls {

    private SuggestionCalls() {}

    /** A call of a tool that takes a model, here by reference. */
    public static ToolCall onModel(String server, String tool, Draft draft, String dialect) {
        ObjectNode arguments = Json.object();
        String argument = tool.equals("generate_reactflow_nodes") ? "model_spec" : "model";
        arguments.set(argument, TurnLoop.reference(draft.ref()));
        if (tool.equals("generate_templates")) {
            arguments
                    .putArray("template_types")
                    .add("ddl")
                    .add("etl")
                    .add("dml")
                    .add("test");
            arguments.put("dialect", dialect);
        }
        return new ToolCall(server, tool, arguments);
    }
}
