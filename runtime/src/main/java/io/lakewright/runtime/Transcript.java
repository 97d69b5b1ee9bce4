package io.lakewright.runtime;

import io.lakewright.assistant.TurnOutcome;
import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.document.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down a conversation: messages, and every tool call with arguments, result and time. Safe for concurrent use. */
public final class Transcript {

    private final ArrayNode messages = Json.array();
    private final ArrayNode calls = Json.array();
    private Optional<ObjectNode> lastSuggestion = Optional.empty();

    public synchronized void user(String message) {
        messages.addObject().put("role", "user").put("content", message);
    }

    public synchronized void assistant(TurnOutcome outcome) {
        ObjectNode message = messages.addObject()
                .put("role", "assistant")
                .put("content", outcome.message())
                .put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
        outcome.question().ifPresent(question -> message.set("question", question.json()));
        outcome.suggestion().ifPresent(suggestion -> {
            message.put("suggestion_id", suggestion.path("id").asString(""));
            lastSuggestion = Optional.of((ObjectNode) suggestion);
        });
    }

    /** The newest suggestion of the conversation. */
    public synchronized Optional<ObjectNode> lastSuggestion() {
        return lastSuggestion;
    }

    public synchronized ObjectNode json() {
        ObjectNode document = Json.object();
        document.set("messages", messages.deepCopy());
        document.set("tool_calls", calls.deepCopy());
        return document;
    }

    /** The same server, with every call written down here. */
    ConnectedServer recording(String name, ConnectedServer server) {
        return new ConnectedServer() {
            @Override
            public List<ToolDescription> tools() {
                return server.tools();
            }

            @Override
            public ToolReply call(String tool, JsonNode arguments, Duration timeout) {
                long start = System.nanoTime();
                ToolReply reply = server.call(tool, arguments, timeout);
                record(name, tool, arguments, reply, Duration.ofNanos(System.nanoTime() - start));
                return reply;
            }
        };
    }

    private synchronized void record(String server, String tool, JsonNode arguments, ToolReply reply, Duration took) {
        ObjectNode call = calls.addObject().put("server", server).put("tool", tool);
        call.set("arguments", arguments);
        call.put("ok", reply.ok()).put("ms", took.toMillis());
        call.set("result", reply.content());
    }
}
