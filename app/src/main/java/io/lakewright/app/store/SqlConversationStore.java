package io.lakewright.app.store;

import io.lakewright.assistant.Conversation;
import io.lakewright.assistant.ConversationStore;
import io.lakewright.assistant.TurnEvent;
import io.lakewright.core.document.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations in SQL.
 *
 * <p>Rules: STORE-1 an event is on disk before its readers are woken. STORE-2 after a restart a turn that was cut off
 * ends with an error and {@code done}, and its answer is marked {@code interrupted}.
 */
@Component
public class SqlConversationStore implements ConversationStore {

    private final JdbcClient sql;
    private final TurnSignals signals;

    SqlConversationStore(JdbcClient sql, TurnSignals signals) {
        this.sql = sql;
        this.signals = signals;
    }

    @Override
    public void create(String conversationId, Optional<String> workspaceId, Instant at) {
        sql.sql("INSERT INTO conversation (id, workspace_id, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING")
                .params(conversationId, workspaceId.orElse(""), at.toString())
                .update();
    }

    @Override
    public void appendMessage(String conversationId, Message message) {
        sql.sql("""
                INSERT INTO message (id, conversation_id, position, turn_id, role, content, status, created_at)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ? FROM message WHERE conversation_id = ?""")
                .params(
                        message.id(),
                        conversationId,
                        message.turnId(),
                        message.role(),
                        message.content(),
                        message.status(),
                        message.createdAt().toString(),
                        conversationId)
                .update();
    }

    @Override
    public void completeMessage(String conversationId, Message message) {
        sql.sql("UPDATE message SET content = ?, status = ? WHERE id = ? AND conversation_id = ?")
                .params(message.content(), message.status(), message.id(), conversationId)
                .update();
    }

    @Override
    @Transactional
    public void appendEvent(String conversationId, String turnId, long number, TurnEvent event) {
        ObjectNode frame = event.json();
        sql.sql("INSERT INTO turn_event (turn_id, number, conversation_id, type, frame) VALUES (?, ?, ?, ?, ?)")
                .params(turnId, number, conversationId, frame.path("type").asString(), Json.compact(frame))
                .update();
        if (event instanceof TurnEvent.Suggestion suggestion) {
            keep(conversationId, turnId, suggestion.suggestion());
        } else if (event instanceof TurnEvent.Proof proof) {
            keepReceipt(proof);
        }
        onceReadable(() -> signals.stored(turnId, number));
    }

    // A reader that wakes before the commit would find nothing and ask again and again.
    private static void onceReadable(Runnable wake) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    @Override
    public void saveMemory(String conversationId, JsonNode memory) {
        sql.sql("UPDATE conversation SET memory = ? WHERE id = ?")
                .params(Json.compact(memory), conversationId)
                .update();
    }

    @Override
    public Optional<Conversation> load(String conversationId) {
        return sql.sql("SELECT workspace_id, created_at, memory FROM conversation WHERE id = ?")
                .param(conversationId)
                .query((row, number) -> new Conversation(
                        conversationId,
                        Optional.of(row.getString("workspace_id")).filter(id -> !id.isEmpty()),
                        Instant.parse(row.getString("created_at")),
                        messages(conversationId),
                        row.getString("memory") == null ? Json.object() : Json.read(row.getString("memory"))))
                .optional();
    }

    /** The messages of a conversation in order. */
    public List<Message> messages(String conversationId) {
        return sql.sql("""
                SELECT id, turn_id, role, content, created_at, status FROM message
                WHERE conversation_id = ? ORDER BY position""")
                .param(conversationId)
                .query((row, number) -> new Message(
                        row.getString("id"),
                        row.getString("turn_id"),
                        row.getString("role"),
                        row.getString("content"),
                        Instant.parse(row.getString("created_at")),
                        row.getString("status")))
                .list();
    }

    /** Ends what a restart cut off; called once before the first request. */
    @Transactional
    public void closeInterruptedTurns() {
        List<String> open = sql.sql("""
                SELECT DISTINCT turn_id FROM turn_event e
                WHERE NOT EXISTS (SELECT 1 FROM turn_event d WHERE d.turn_id = e.turn_id AND d.type = 'done')""").query(Texts.FIRST_COLUMN).list();
        for (String turnId : open) {
            TurnEvent cut = new TurnEvent.Failure(
                    "LW-2290",
                    "The server was stopped before this answer was finished.",
                    Optional.of("Send the message again; everything that was shown before is kept."),
                    true);
            appendAfterRestart(turnId, cut);
            appendAfterRestart(turnId, new TurnEvent.Done());
            restoreContent(turnId);
        }
        sql.sql("UPDATE message SET status = 'interrupted' WHERE status = 'streaming'")
                .update();
    }

    private void appendAfterRestart(String turnId, TurnEvent event) {
        ObjectNode frame = event.json();
        sql.sql("""
                INSERT INTO turn_event (turn_id, number, conversation_id, type, frame)
                SELECT turn_id, max(number) + 1, conversation_id, ?, ? FROM turn_event WHERE turn_id = ? GROUP BY turn_id, conversation_id""")
                .params(frame.path("type").asString(), Json.compact(frame), turnId)
                .update();
    }

    /** The answer's text as far as it had been sent: the events are ahead of the message while it streams. */
    private void restoreContent(String turnId) {
        StringBuilder text = new StringBuilder();
        sql.sql("SELECT frame FROM turn_event WHERE turn_id = ? AND type = 'content' ORDER BY number")
                .param(turnId)
                .query(Texts.FIRST_COLUMN)
                .list()
                .forEach(frame -> text.append(Json.read(frame).path("text").asString("")));
        sql.sql("UPDATE message SET content = ? WHERE turn_id = ? AND role = 'assistant' AND status = 'streaming'")
                .params(text.toString(), turnId)
                .update();
    }

    private void keep(String conversationId, String turnId, JsonNode suggestion) {
        sql.sql("""
                INSERT INTO suggestion (id, conversation_id, turn_id, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET document = excluded.document""")
                .params(suggestion.path("id").asString(), conversationId, turnId, Json.compact(suggestion))
                .update();
    }

    private void keepReceipt(TurnEvent.Proof proof) {
        sql.sql("SELECT document FROM suggestion WHERE id = ?")
                .param(proof.suggestionId())
                .query(Texts.FIRST_COLUMN)
                .optional()
                .ifPresent(document -> {
                    ObjectNode suggestion = (ObjectNode) Json.read(document);
                    suggestion.set("receipt", proof.receipt());
                    sql.sql("UPDATE suggestion SET document = ? WHERE id = ?")
                            .params(Json.compact(suggestion), proof.suggestionId())
                            .update();
                });
    }
}
