package io.lakewright.app.web;

import io.lakewright.app.store.SqlConversationStore;
import io.lakewright.app.store.TurnEvents;
import io.lakewright.assistant.ConversationStore;
import io.lakewright.core.document.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations as the page shows them: messages with their tool steps, question, error and suggestion. */
@Component
class ConversationViews {

    private final SqlConversationStore store;
    private final TurnEvents events;

    ConversationViews(SqlConversationStore store, TurnEvents events) {
        this.store = store;
        this.events = events;
    }

    ObjectNode conversations(String workspaceId) {
        ArrayNode conversations = Json.array();
        for (TurnEvents.Listed listed : events.conversations(workspaceId)) {
            ObjectNode conversation = Json.object().put("id", listed.id()).put("created_at", listed.createdAt());
            ArrayNode messages = conversation.putArray("messages");
            store.messages(listed.id()).forEach(message -> messages.add(view(message)));
            conversations.add(conversation);
        }
        return Json.object().set("conversations", conversations);
    }

    private ObjectNode view(ConversationStore.Message message) {
        ObjectNode view = Json.object()
                .put("id", message.id())
                .put("role", message.role())
                .put("content", message.content())
                .put("created_at", message.createdAt().toString())
                .put("turn_id", message.turnId())
                .put("status", message.status());
        if (message.role().equals("assistant")) {
            addSteps(view, message.turnId());
            events.suggestionOfTurn(message.turnId()).ifPresent(suggestion -> {
                view.set("suggestion", suggestion);
                events.appliedVersion(suggestion.path("id").asString(""))
                        .ifPresent(version -> view.put("applied_version", version));
            });
        }
        return view;
    }

    private void addSteps(ObjectNode view, String turnId) {
        Map<String, ObjectNode> calls = new LinkedHashMap<>();
        for (JsonNode frame : events.stepFrames(turnId)) {
            String id = frame.path("id").asString("");
            switch (frame.path("type").asString("")) {
                case "tool_call" -> calls.put(id, ((ObjectNode) frame.deepCopy()).without("type"));
                case "tool_result" -> {
                    ObjectNode call = calls.get(id);
                    if (call != null) {
                        call.set("ok", frame.path("ok"));
                        call.set("summary", frame.path("summary"));
                        call.set("ms", frame.path("ms"));
                    }
                }
                case "question", "error" -> view.set(frame.path("type").asString(""), frame);
                default -> throw new IllegalStateException("not a step: " + frame.path("type"));
            }
        }
        ArrayNode steps = view.putArray("tool_calls");
        calls.values().forEach(steps::add);
    }
}
