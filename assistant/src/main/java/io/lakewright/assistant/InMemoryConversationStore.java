package io.lakewright.assistant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Conversations of one process, gone when it ends: for the command line and for tests. */
public final class InMemoryConversationStore implements ConversationStore {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, List<TurnEvent>> events = new LinkedHashMap<>();

    @Override
    public void create(String conversationId, Optional<String> workspaceId, Instant at) {
        guarded(() -> conversations.putIfAbsent(conversationId, Conversation.empty(conversationId, workspaceId, at)));
    }

    @Override
    public void appendMessage(String conversationId, Message message) {
        guarded(() -> conversations.computeIfPresent(conversationId, (id, was) -> {
            List<Message> messages = new ArrayList<>(was.messages());
            messages.add(message);
            return new Conversation(id, was.workspaceId(), was.createdAt(), messages, was.memory());
        }));
    }

    @Override
    public void completeMessage(String conversationId, Message message) {
        guarded(() -> conversations.computeIfPresent(conversationId, (id, was) -> {
            List<Message> messages = was.messages().stream()
                    .map(m -> m.id().equals(message.id()) ? message : m)
                    .toList();
            return new Conversation(id, was.workspaceId(), was.createdAt(), messages, was.memory());
        }));
    }

    @Override
    public void appendEvent(String conversationId, String turnId, long number, TurnEvent event) {
        guarded(() -> events.computeIfAbsent(turnId, id -> new ArrayList<>()).add(event));
    }

    @Override
    public void saveMemory(String conversationId, JsonNode memory) {
        guarded(() -> conversations.computeIfPresent(
                conversationId,
                (id, was) -> new Conversation(id, was.workspaceId(), was.createdAt(), was.messages(), memory)));
    }

    @Override
    public Optional<Conversation> load(String conversationId) {
        lock.lock();
        try {
            return Optional.ofNullable(conversations.get(conversationId));
        } finally {
            lock.unlock();
        }
    }

    /** The events of a turn so far, in order. */
    public List<TurnEvent> events(String turnId) {
        lock.lock();
        try {
            return List.copyOf(events.getOrDefault(turnId, List.of()));
        } finally {
            lock.unlock();
        }
    }

    private void guarded(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
