package io.lakewright.app.store;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The model of a workspace, its versions and the positions of its nodes.
 *
 * <p>Rules: MODEL-1 versions only rise. MODEL-2 undo and redo move along the models the workspace went through; a new
 * model forgets what could be redone. MODEL-3 an idempotency key is carried out once and answers the same again.
 * MODEL-4 a stale base version changes nothing.
 */
@Component
public class ModelStore {

    private final JdbcClient sql;
    private final Clock clock;

    ModelStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The model as it stands.
     *
     * @param version 0 when there never was one
     * @param model empty when there is none, or when the first one was undone
     */
    public record Head(
            Optional<String> modelId,
            int version,
            Optional<JsonNode> model,
            Optional<JsonNode> receipt,
            boolean canUndo,
            boolean canRedo) {}

    /** One line of the history. */
    public record Version(int version, String createdAt, String summary, String origin) {}

    /** A place on the canvas. */
    public record Point(double x, double y) {}

    public Head head(String workspaceId) {
        return sql.sql("""
                SELECT h.model_id, h.version, h.cursor, s.document, s.receipt,
                       (SELECT max(position) FROM model_state m WHERE m.workspace_id = h.workspace_id) AS last
                FROM model_head h JOIN model_state s ON s.workspace_id = h.workspace_id AND s.position = h.cursor
                WHERE h.workspace_id = ?""")
                .param(workspaceId)
                .query((row, index) -> new Head(
                        Optional.of(row.getString("model_id")),
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("document")).map(Json::read),
                        Optional.ofNullable(row.getString("receipt"))
                                .filter(text -> !text.isEmpty())
                                .map(Json::read),
                        row.getInt("cursor") > 0,
                        row.getInt("cursor") < row.getInt("last")))
                .optional()
                .orElseGet(() -> new Head(Optional.empty(), 0, Optional.empty(), Optional.empty(), false, false));
    }

    /** The version that an idempotency key has made before. */
    public Optional<Integer> appliedBefore(String idempotencyKey) {
        return sql.sql("SELECT version FROM application WHERE idempotency_key = ?")
                .param(idempotencyKey)
                .query(Integer.class)
                .optional();
    }

    /** What to make the model of a workspace. */
    public record Application(
            String workspaceId,
            String suggestionId,
            String idempotencyKey,
            int baseVersion,
            JsonNode model,
            Optional<JsonNode> receipt,
            String summary) {}

    /** @throws io.lakewright.core.ProblemException Conflict LW-2201 when the base version is not the current one */
    @Transactional
    public int apply(Application application) {
        Optional<Integer> before = appliedBefore(application.idempotencyKey());
        if (before.isPresent()) {
            return before.get();
        }
        String workspace = application.workspaceId();
        Head head = head(workspace);
        if (head.version() != application.baseVersion()) {
            throw new Problem.Conflict(
                            "LW-2201",
                            "The model is at version " + head.version() + ", the suggestion was made for version "
                                    + application.baseVersion() + ".",
                            "Look at the difference and apply it on top of the current version.",
                            Map.of("version", Integer.toString(head.version())))
                    .exception();
        }
        int cursor = startHistory(workspace) + 1;
        sql.sql("DELETE FROM model_state WHERE workspace_id = ? AND position >= ?")
                .params(workspace, cursor)
                .update();
        sql.sql("INSERT INTO model_state (workspace_id, position, document, receipt) VALUES (?, ?, ?, ?)")
                .params(
                        workspace,
                        cursor,
                        Json.compact(application.model()),
                        application.receipt().map(Json::compact).orElse(""))
                .update();
        int version = advance(workspace, cursor, "suggestion", application.summary());
        sql.sql("INSERT INTO application (idempotency_key, workspace_id, suggestion_id, version) VALUES (?, ?, ?, ?)")
                .params(application.idempotencyKey(), workspace, application.suggestionId(), version)
                .update();
        return version;
    }

    @Transactional
    public void undo(String workspaceId) {
        if (!head(workspaceId).canUndo()) {
            throw Problem.invalid("LW-2202", "There is nothing to undo.", "Apply a suggestion first.")
                    .exception();
        }
        advance(workspaceId, cursor(workspaceId) - 1, "undo", "Undone");
    }

    @Transactional
    public void redo(String workspaceId) {
        if (!head(workspaceId).canRedo()) {
            throw Problem.invalid("LW-2203", "There is nothing to redo.", "Undo something first.")
                    .exception();
        }
        advance(workspaceId, cursor(workspaceId) + 1, "redo", "Redone");
    }

    public List<Version> versions(String workspaceId) {
        return sql.sql("""
                SELECT version, created_at, summary, origin FROM model_version
                WHERE workspace_id = ? ORDER BY version DESC LIMIT 200""")
                .param(workspaceId)
                .query((row, index) -> new Version(
                        row.getInt("version"),
                        row.getString("created_at"),
                        row.getString("summary"),
                        row.getString("origin")))
                .list();
    }

    public Map<String, Point> positions(String workspaceId) {
        Map<String, Point> positions = new LinkedHashMap<>();
        sql.sql("SELECT node_id, x, y FROM node_position WHERE workspace_id = ? ORDER BY node_id")
                .param(workspaceId)
                .query(row -> {
                    positions.put(row.getString("node_id"), new Point(row.getDouble("x"), row.getDouble("y")));
                });
        return positions;
    }

    @Transactional
    public void savePositions(String workspaceId, Map<String, Point> positions) {
        positions.forEach((node, point) ->
                sql.sql("""
                INSERT INTO node_position (workspace_id, node_id, x, y) VALUES (?, ?, ?, ?)
                ON CONFLICT (workspace_id, node_id) DO UPDATE SET x = excluded.x, y = excluded.y""").params(workspaceId, node, point.x(), point.y()).update());
    }

    private int cursor(String workspaceId) {
        return sql.sql("SELECT cursor FROM model_head WHERE workspace_id = ?")
                .param(workspaceId)
                .query(Integer.class)
                .single();
    }

    /** Position 0 is the empty canvas, so that the first model can be undone too. */
    private int startHistory(String workspaceId) {
        sql.sql("INSERT INTO model_state (workspace_id, position) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(workspaceId)
                .update();
        sql.sql(
                        "INSERT INTO model_head (workspace_id, model_id, version, cursor) VALUES (?, ?, 0, 0) ON CONFLICT DO NOTHING")
                .params(workspaceId, UUID.randomUUID().toString())
                .update();
        return cursor(workspaceId);
    }

    private int advance(String workspaceId, int cursor, String origin, String summary) {
        sql.sql("UPDATE model_head SET version = version + 1, cursor = ? WHERE workspace_id = ?")
                .params(cursor, workspaceId)
                .update();
        int version = head(workspaceId).version();
        sql.sql("""
                INSERT INTO model_version (workspace_id, version, position, origin, summary, created_at)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        workspaceId,
                        version,
                        cursor,
                        origin,
                        summary,
                        clock.instant().toString())
                .update();
        return version;
    }
}
