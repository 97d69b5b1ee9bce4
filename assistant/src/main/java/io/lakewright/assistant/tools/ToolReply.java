package io.lakewright.assistant.tools;

import io.lakewright.core.Copies;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came back from a tool.
 *
 * @param content the structured result, an empty object when the call failed
 * @param text the short text for a brain
 * @param problem why the call failed
 */
public record ToolReply(boolean ok, JsonNode content, String text, Optional<Problem> problem) {

    public ToolReply {
        problem = Copies.optional(problem);
    }

    public static ToolReply of(JsonNode content, String text) {
        return new ToolReply(true, content, text, Optional.empty());
    }

    public static ToolReply failed(Problem problem) {
        return new ToolReply(
                false,
                Json.object(),
                problem.code() + ": " + problem.message() + " " + problem.nextStep(),
                Optional.of(problem));
    }

    /** The structured result; throws the problem when the call failed. */
    public JsonNode orThrow() {
        if (problem.isPresent()) {
            throw problem.get().exception();
        }
        return content;
    }
}
