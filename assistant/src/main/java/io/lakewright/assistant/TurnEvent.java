package io.lakewright.assistant;

import io.lakewright.core.Copies;
import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client of a turn sees, in order. {@link #json()} is the frame of the HTTP API. */
public sealed interface TurnEvent {

    /** The first event of every turn. */
    record Turn(String turnId, String conversationId) implements TurnEvent {}

    /** A piece of the answer, to be appended. */
    record Content(String text) implements TurnEvent {}

    record ToolCall(String id, String server, String tool, JsonNode arguments) implements TurnEvent {}

    record ToolResult(String id, boolean ok, String summary, long ms) implements TurnEvent {}

    /** The turn needs an answer before it can go on; the options are complete messages. */
    record Question(String id, String text, List<Choice> options) implements TurnEvent {
        public Question {
            options = Copies.list(options);
        }
    }

    record Suggestion(JsonNode suggestion) implements TurnEvent {}

    record Proof(String suggestionId, JsonNode receipt) implements TurnEvent {}

    /** Tokens and their price in US dollars; all zero for the built-in planner. */
    record Usage(long input, long cached, long output, BigDecimal cost) implements TurnEvent {

        public static Usage none() {
            return new Usage(0, 0, 0, BigDecimal.ZERO);
        }

        public Usage plus(Usage other) {
            return new Usage(input + other.input, cached + other.cached, output + other.output, cost.add(other.cost));
        }
    }

    record Failure(String code, String message, Optional<String> nextStep, boolean retryable) implements TurnEvent {}

    /** The last event of every turn. */
    record Done() implements TurnEvent {}

    /** A button: what it says and the message it sends. */
    record Choice(String label, String message) {}

    /** The frame as the HTTP API carries it, with its {@code type}. */
    default ObjectNode json() {
        ObjectNode frame = Json.object();
        switch (this) {
            case Turn turn ->
                frame.put("type", "turn").put("turn_id", turn.turnId).put("conversation_id", turn.conversationId);
            case Content content -> frame.put("type", "content").put("text", content.text);
            case ToolCall call ->
                frame.put("type", "tool_call")
                        .put("id", call.id)
                        .put("server", call.server)
                        .put("tool", call.tool)
                        .set("arguments", call.arguments);
            case ToolResult result ->
                frame.put("type", "tool_result")
                        .put("id", result.id)
                        .put("ok", result.ok)
                        .put("summary", result.summary)
                        .put("ms", result.ms);
            case Question question ->
                frame.put("type", "question")
                        .put("id", question.id)
                        .put("text", question.text)
                        .set("options", Json.tree(question.options));
            case Suggestion suggestion -> frame.put("type", "suggestion").set("suggestion", suggestion.suggestion);
            case Proof proof ->
                frame.put("type", "proof")
                        .put("suggestion_id", proof.suggestionId)
                        .set("receipt", proof.receipt);
            case Usage usage ->
                frame.put("type", "usage")
                        .put("input", usage.input)
                        .put("cached", usage.cached)
                        .put("output", usage.output)
                        .put("cost", usage.cost);
            case Failure failure -> {
                frame.put("type", "error").put("code", failure.code).put("message", failure.message);
                failure.nextStep.ifPresent(step -> frame.put("next_step", step));
                frame.put("retryable", failure.retryable);
            }
            case Done _ -> frame.put("type", "done");
        }
        return frame;
    }
}
