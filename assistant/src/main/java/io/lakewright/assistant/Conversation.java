package io.lakewright.assistant;

import io.lakewright.core.Copies;
import io.lakewright.core.document.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A conversation as it stood before a turn: what was said, and what must be remembered.
 *
 * @param memory one document: {@code drafts} oldest first, {@code receipts} by model reference, {@code question} when
 *     one is pending, and what brains remember under keys of their own
 */
public record Conversation(
        String id,
        Optional<String> workspaceId,
        Instant createdAt,
        List<ConversationStore.Message> messages,
        JsonNode memory) {

    public Conversation {
        workspaceId = Copies.optional(workspaceId);
        messages = Copies.list(messages);
    }

    public static Conversation empty(String id, Optional<String> workspaceId, Instant at) {
        return new Conversation(id, workspaceId, at, List.of(), Json.object());
    }

    /** The drafts of the conversation, oldest first. */
    public List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode draft : memory.path("drafts").values()) {
            drafts.add(new Draft(draft.path("ref").asString(""), draft.path("model"), draft.path("summary")));
        }
        return List.copyOf(drafts);
    }

    /** The question that the last turn ended with, if it still stands. */
    public Optional<TurnEvent.Question> pendingQuestion() {
        JsonNode question = memory.path("question");
        if (!question.isObject()) {
            return Optional.empty();
        }
        List<TurnEvent.Choice> choices = new ArrayList<>();
        for (JsonNode option : question.path("options").values()) {
            choices.add(new TurnEvent.Choice(
                    option.path("label").asString(""), option.path("message").asString("")));
        }
        return Optional.of(new TurnEvent.Question(
                question.path("id").asString(""), question.path("text").asString(""), choices));
    }
}
