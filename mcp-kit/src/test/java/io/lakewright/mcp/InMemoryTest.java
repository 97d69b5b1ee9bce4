package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InMemoryTest {

    private static final Duration TIME = Duration.ofSeconds(10);

    private final ToolClient client = ToolServers.inMemory(Workshop.server());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void answersWithTextAndStructure() {
        ToolAnswer answer = call("measure_thing", "{\"thing\": \"table\", \"times\": 3, \"note\": null}");

        assertThat(answer.error()).isFalse();
        assertThat(answer.text()).isEqualTo("table measures 15.");
        assertThat(answer.structured())
                .isEqualTo(Json.read("{\"thing\": \"table\", \"total\": 15, \"sizes\": [\"small\"]}"));
    }

    @Test
    void tellsAProblemAsAnAnswer() {
        ToolAnswer answer = call("refuse", "{\"code\": \"LW-1599\"}");

        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).isEqualTo("LW-1599: There is nothing here. Look there.");
        assertThat(answer.problem().orElseThrow())
                .isEqualTo(new Problem.NotFound(
                        "LW-1599", "There is nothing here.", "Look there.", java.util.Map.of("nearest", "there")));
    }

    @Test
    void tellsACrashWithoutItsInnerWorkings() {
        ToolAnswer answer = call("crash", "{}");

        assertThat(answer.problem().orElseThrow().code()).isEqualTo("LW-1399");
        assertThat(answer.text() + answer.structured())
                .doesNotContain("inner secret")
                .doesNotContain("IllegalState");
    }

    @Test
    void announcesACut() {
        ToolAnswer answer = call("flood", "{\"characters\": 250000}");

        assertThat(answer.text()).hasSize(ToolAnswer.TEXT_LIMIT).contains("[Cut: the text had 250000 characters.");
    }

    @Test
    void refusesAnAnswerBeyondAllBounds() {
        ToolAnswer answer = call("flood", "{\"characters\": 17000000}");

        assertThat(answer.problem().orElseThrow().code()).isEqualTo("LW-1305");
    }

    @Test
    void namesTheNearestTool() {
        assertThatThrownBy(() -> call("measure_things", "{}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LW-1303")
                .extracting(e -> ((ProblemException) e).problem().nextStep())
                .isEqualTo("Did you mean \"measure_thing\"?");
    }

    @Test
    void listsWhatTheServerDeclares() {
        assertThat(client.instructions()).isEqualTo("Measures things.");
        assertThat(client.tools())
                .usingRecursiveComparison()
                .isEqualTo(Workshop.server().tools().stream().map(Tool::info).toList());
    }

    @Test
    void keepsTheCallersArgumentsAndTheServersAnswerApart() {
        JsonNode args = Json.read("{\"thing\": \"table\", \"note\": null}");
        JsonNode before = args.deepCopy();

        client.call("measure_thing", args, TIME);

        assertThat(args).isEqualTo(before);
    }

    @Test
    void answersAHundredCallsAtOnce() throws Exception {
        List<Future<ToolAnswer>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String thing = "x".repeat(i + 1);
                answers.add(callers.submit(() -> call("measure_thing", "{\"thing\": \"" + thing + "\"}")));
            }
        }
        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).get().structured().path("total").asInt()).isEqualTo(i + 1);
        }
    }

    @Test
    void stopsWaitingInTimeAndInterruptsTheTool() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ToolClient slow = ToolServers.inMemory(Workshop.waitingFor(interrupted))) {
            assertThatThrownBy(() -> slow.call("wait", Json.object(), Duration.ofMillis(100)))
                    .hasMessageContaining("LW-1311");
            assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void failsCallsThatWaitWhenClosed() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ToolAnswer> waiting = callers.submit(() -> call("wait", "{}"));
            Thread.sleep(100);
            client.close();
            assertThatThrownBy(waiting::get).hasRootCauseMessage("LW-1313: The connection to workshop is closed.");
        }
        assertThatThrownBy(() -> call("crash", "{}")).hasMessageContaining("LW-1313");
    }

    @Test
    void answersInFarLessThanAMillisecond() {
        JsonNode args = Json.read("{\"thing\": \"table\"}");
        long[] times = new long[3_000];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            client.call("measure_thing", args, TIME);
            times[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(times, 1_500, times.length);
        Arrays.sort(warm);
        System.err.println("in-memory call p50 " + warm[warm.length / 2] / 1_000 + " us, p99 "
                + warm[warm.length * 99 / 100] / 1_000 + " us");

        assertThat(warm[warm.length / 2]).isLessThan(1_000_000);
    }

    private ToolAnswer call(String tool, String args) {
        return client.call(tool, Json.read(args), TIME);
    }
}
