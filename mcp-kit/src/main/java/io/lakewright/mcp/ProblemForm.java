package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a failed call says to programs: {@code {"problem": {kind, code, message, next_step, details}}}. */
final class ProblemForm {

    /** Where it stands in the metadata of a result (names of MCP metadata carry the owner in front). */
    static final String META = "io.lakewright/problem";

    private ProblemForm() {}

    static JsonNode write(Problem problem) {
        ObjectNode root = Json.object();
        ObjectNode form = root.putObject("problem");
        form.put("kind", kind(problem))
                .put("code", problem.code())
                .put("message", problem.message())
                .put("next_step", problem.nextStep());
        ObjectNode details = form.putObject("details");
        problem.details().forEach(details::put);
        return root;
    }

    /** Reads what {@link #write} wrote; anything else becomes an upstream failure that carries the text. */
    static Problem read(JsonNode structured, String text) {
        JsonNode form = structured.path("problem");
        String code = form.path("code").asString("");
        if (code.isEmpty()) {
            String said = text.isBlank() ? "The tool reported a failure without saying why." : text;
            return Problem.upstream("LW-1314", said, "Look at the arguments of the call.");
        }
        Map<String, String> details = new LinkedHashMap<>();
        form.path("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asString("")));
        String message = form.path("message").asString(text);
        String nextStep = form.path("next_step").asString("");
        return switch (form.path("kind").asString("")) {
            case "invalid_request" -> new Problem.InvalidRequest(code, message, nextStep, details);
            case "not_found" -> new Problem.NotFound(code, message, nextStep, details);
            case "conflict" -> new Problem.Conflict(code, message, nextStep, details);
            case "limit_exceeded" -> new Problem.LimitExceeded(code, message, nextStep, details);
            case "unsafe" -> new Problem.Unsafe(code, message, nextStep, details);
            default -> new Problem.UpstreamFailed(code, message, nextStep, details);
        };
    }

    private static String kind(Problem problem) {
        return switch (problem) {
            case Problem.InvalidRequest _ -> "invalid_request";
            case Problem.NotFound _ -> "not_found";
            case Problem.Conflict _ -> "conflict";
            case Problem.LimitExceeded _ -> "limit_exceeded";
            case Problem.Unsafe _ -> "unsafe";
            case Problem.UpstreamFailed _ -> "upstream_failed";
        };
    }
}
