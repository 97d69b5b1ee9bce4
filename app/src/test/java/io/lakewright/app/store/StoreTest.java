package io.lakewright.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.assistant.ConversationStore.Message;
import io.lakewright.assistant.TurnEvent;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.JsonNode;

class StoreTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private SqlConversationStore conversations;
    private TurnEvents events;
    private ModelStore models;

    @BeforeEach
    void open() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("store.db"));
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient sql = JdbcClient.create(source);
        conversations = new SqlConversationStore(sql, new TurnSignals());
        events = new TurnEvents(sql);
        models = new ModelStore(sql, Clock.systemUTC());
    }

    private void startTurn() {
        conversations.create("c", Optional.of("w"), AT);
        conversations.appendMessage("c", new Message("m1", "t", "user", "design it", AT, "complete"));
        conversations.appendMessage("c", new Message("m2", "t", "assistant", "", AT, "streaming"));
        conversations.appendEvent("c", "t", 1, new TurnEvent.Turn("t", "c"));
        conversations.appendEvent("c", "t", 2, new TurnEvent.Content("Found "));
        conversations.appendEvent("c", "t", 3, new TurnEvent.Content("47 rows"));
    }

    @Test
    void aTurnThatARestartCutOffEndsWithAnErrorAndKeepsItsText() {
        startTurn();
        open();
        conversations.closeInterruptedTurns();
        assertThat(events.after("t", 0))
                .extracting(TurnEvents.Stored::type)
                .containsExactly("turn", "content", "content", "error", "done");
        assertThat(events.after("t", 3).getFirst().frame()).contains("LW-2290", "\"retryable\":true");
        assertThat(events.stepFrames("t"))
                .extracting(frame -> frame.path("code").asString(""))
                .containsExactly("LW-2290");
        Message answer = conversations.messages("c").getLast();
        assertThat(answer.status()).isEqualTo("interrupted");
        assertThat(answer.content()).isEqualTo("Found 47 rows");
    }

    @Test
    void aFinishedTurnIsLeftAloneByARestart() {
        startTurn();
        conversations.appendEvent("c", "t", 4, new TurnEvent.Done());
        conversations.completeMessage("c", new Message("m2", "t", "assistant", "Found 47 rows", AT, "complete"));
        conversations.closeInterruptedTurns();
        assertThat(events.after("t", 3)).hasSize(1);
        assertThat(conversations.messages("c").getLast().status()).isEqualTo("complete");
    }

    @Test
    void aProofJoinsTheSuggestionItBelongsTo() {
        startTurn();
        conversations.appendEvent(
                "c",
                "t",
                4,
                new TurnEvent.Suggestion(Json.read("{\"id\":\"s\",\"receipt\":{\"status\":\"checked\"}}")));
        conversations.appendEvent("c", "t", 5, new TurnEvent.Proof("s", Json.read("{\"status\":\"proved\"}")));
        assertThat(events.suggestion("s").orElseThrow().at("/receipt/status").asString())
                .isEqualTo("proved");
        assertThat(events.suggestionOfTurn("t")).isPresent();
    }

    @Test
    void waitingReadersWakeWhenAnEventIsStored() throws InterruptedException {
        startTurn();
        TurnSignals signals = new TurnSignals();
        long start = System.nanoTime();
        try (TurnSignals.Watch watch = signals.watch("t")) {
            Thread.ofVirtual().start(() -> signals.stored("t", 4));
            watch.await(3, Duration.ofSeconds(20));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    private static JsonNode model(String name) {
        return Json.object().put("name", name);
    }

    private int apply(String name, int base) {
        return models.apply(new ModelStore.Application(
                "w", "s-" + name, "key-" + name, base, model(name), Optional.empty(), "1 table"));
    }

    private String current() {
        return models.head("w").model().map(m -> m.path("name").asString()).orElse("none");
    }

    @Test
    void undoAndRedoWalkAlongTheModelsAndVersionsOnlyRise() {
        assertThat(apply("a", 0)).isEqualTo(1);
        assertThat(apply("b", 1)).isEqualTo(2);
        models.undo("w");
        assertThat(current()).isEqualTo("a");
        models.undo("w");
        assertThat(current()).isEqualTo("none");
        assertThat(models.head("w").canUndo()).isFalse();
        models.redo("w");
        models.redo("w");
        assertThat(current()).isEqualTo("b");
        assertThat(models.head("w").version()).isEqualTo(6);
        assertThat(models.versions("w"))
                .extracting(ModelStore.Version::origin)
                .containsExactly("redo", "redo", "undo", "undo", "suggestion", "suggestion");
    }

    @Test
    void aNewModelForgetsWhatCouldBeRedone() {
        apply("a", 0);
        apply("b", 1);
        models.undo("w");
        apply("c", 3);
        assertThat(models.head("w").canRedo()).isFalse();
        models.undo("w");
        assertThat(current()).isEqualTo("a");
    }

    @Test
    void theSameKeyAppliesOnce() {
        assertThat(apply("a", 0)).isEqualTo(1);
        assertThat(apply("a", 0)).isEqualTo(1);
        assertThat(models.versions("w")).hasSize(1);
    }

    @Test
    void aStaleBaseChangesNothing() {
        apply("a", 0);
        assertThatThrownBy(() -> apply("b", 0))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem())
                .isInstanceOf(Problem.Conflict.class);
        assertThat(current()).isEqualTo("a");
    }

    @Test
    void positionsAreKeptByNode() {
        models.savePositions("w", Map.of("dim_a", new ModelStore.Point(1, 2)));
        models.savePositions("w", Map.of("dim_a", new ModelStore.Point(3, 4), "dim_b", new ModelStore.Point(5, 6)));
        assertThat(models.positions("w"))
                .containsEntry("dim_a", new ModelStore.Point(3, 4))
                .hasSize(2);
    }
}
