package io.lakewright.app.store;

import io.lakewright.core.document.Json;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what turns have left behind. */
@Component
public class TurnEvents {

    private final JdbcClient sql;

    TurnEvents(JdbcClient sql) {
        this.sql = sql;
    }

    /** One stored event: its number in the turn, its type and its frame as JSON text. */
    public record Stored(long number, String type, String frame) {}

    /** The events of a turn after a number, in order. */
    public List<Stored> after(String turnId, long number) {
        return sql.sql("SELECT number, type, frame FROM turn_event WHERE turn_id = ? AND number > ? ORDER BY number")
                .params(turnId, number)
                .query((row, index) -> new Stored(row.getLong("number"), row.getString("type"), row.getString("frame")))
                .list();
    }

    public boolean exists(String turnId) {
        return sql.sql("SELECT count(*) FROM turn_event WHERE turn_id = ?")
                        .param(turnId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What a turn did beside its words, in order: tool calls and results, its question, what went wrong. */
    public List<JsonNode> stepFrames(String turnId) {
        return sql.sql("""
                SELECT frame FROM turn_event
                WHERE turn_id = ? AND type IN ('tool_call', 'tool_result', 'question', 'error')
                ORDER BY number""").param(turnId).query(Texts.FIRST_COLUMN).list().stream()
                .map(Json::read)
                .toList();
    }

    /** The last suggestion of a turn, with its newest receipt. */
    public Optional<JsonNode> suggestionOfTurn(String turnId) {
        return sql.sql("SELECT document FROM suggestion WHERE turn_id = ? ORDER BY rowid DESC LIMIT 1")
                .param(turnId)
                .query(Texts.FIRST_COLUMN)
                .optional()
                .map(Json::read);
    }

    public Optional<JsonNode> suggestion(String suggestionId) {
        return sql.sql("SELECT document FROM suggestion WHERE id = ?")
                .param(suggestionId)
                .query(Texts.FIRST_COLUMN)
                .optional()
                .map(Json::read);
    }

    /** A conversation's id and when it began. */
    public record Listed(String id, String createdAt) {}

    /** Conversations of a workspace, newest first. */
    public List<Listed> conversations(String workspaceId) {
        return sql.sql(
                        "SELECT id, created_at FROM conversation WHERE workspace_id = ? ORDER BY created_at DESC, rowid DESC")
                .param(workspaceId)
                .query((row, index) -> new Listed(row.getString("id"), row.getString("created_at")))
                .list();
    }

    /** The version that applying a suggestion made, if it was applied. */
    public Optional<Integer> appliedVersion(String suggestionId) {
        return sql.sql("SELECT max(version) FROM application WHERE suggestion_id = ?")
                .param(suggestionId)
                .query(Integer.class)
                .optional();
    }

    public void keepFeedback(String suggestionId, int rating, Optional<String> comment, String at) {
        sql.sql("INSERT INTO feedback (suggestion_id, rating, comment, created_at) VALUES (?, ?, ?, ?)")
                .params(suggestionId, rating, comment.orElse(""), at)
                .update();
    }
}
