package io.lakewright.assistant;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where conversations live. Implementations are safe for concurrent use and durable when they return. */
public interface ConversationStore {

    /** Creates the conversation; does nothing when it exists. */
    void create(String conversationId, Optional<String> workspaceId, Instant at);

    void appendMessage(String conversationId, Message message);

    /** Replaces the message of the same id: the answer grows while it streams. */
    void completeMessage(String conversationId, Message message);

    /** Stores an event before it is sent; numbers of a turn rise by one from 1. */
    void appendEvent(String conversationId, String turnId, long number, TurnEvent event);

    /** Keeps what the assistant must remember between turns, as one document. */
    void saveMemory(String conversationId, JsonNode memory);

    /** The messages and the memory, or empty when there is no such conversation. */
    Optional<Conversation> load(String conversationId);

    /**
     * One message.
     *
     * @param role {@code user} or {@code assistant}
     * @param status {@code streaming}, {@code complete} or {@code interrupted}
     */
    record Message(String id, String turnId, String role, String content, Instant createdAt, String status) {}
}
