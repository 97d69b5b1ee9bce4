package io.lakewright.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewright.assistant.claude.ClaudeBrain;
import io.lakewright.assistant.claude.ClaudeSettings;
import io.lakewright.core.document.Json;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The wire to Claude, against a scripted server that speaks its protocol. */
@Tag("node")
final class ClaudeWireTest {

    private static final Path FOLDER = Path.of("src/test/aimock").toAbsolutePath();
    private static @Nullable Process server;
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(run(List.of("node", "--version")), "Node.js is not installed: the wire to Claude was not tested");
        if (!Files.exists(FOLDER.resolve("node_modules/@copilotkit/aimock"))) {
            assumeTrue(
                    run(List.of("npm", "ci", "--no-audit", "--no-fund")),
                    "npm could not install the scripted server: the wire to Claude was not tested");
        }
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(
                        "node_modules/.bin/llmock",
                        "-p",
                        Integer.toString(port),
                        "-f",
                        "fixtures.json",
                        "--log-level",
                        "warn")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/aimock.log"))
                .start();
        assumeTrue(listening(), "the scripted server did not start: see target/aimock.log");
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listening() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static Talk talk(BigDecimal budget) {
        ClaudeSettings settings = ClaudeSettings.of(ClaudeSettings.DEFAULT_MODEL)
                .withBaseUrl("http://127.0.0.1:" + port)
                .withEffort("low");
        return new Talk(
                Schemas.library(),
                List.of(ClaudeBrain.of("test-key", settings)),
                AssistantSettings.defaults().withProof(TurnRequest.ProofLevel.NONE),
                budget);
    }

    @Test
    void streamsTextInPieces() {
        Talk talk = talk(BigDecimal.ONE);
        TurnOutcome outcome = talk.say("hello");
        assertThat(outcome.kind()).isEqualTo(TurnOutcome.Kind.ANSWERED);
        assertThat(outcome.message()).isEqualTo("Hello, which tables shall I model for you today?");
        assertThat(talk.events.stream()
                        .filter(e -> e instanceof TurnEvent.Content)
                        .count())
                .isGreaterThan(1);
        assertThat(outcome.usage().cost()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    @Test
    void carriesOutParallelToolsAndReturnsAllResultsTogether() throws Exception {
        Talk talk = talk(BigDecimal.ONE);
        TurnOutcome outcome = talk.say("two tools please");
        assertThat(talk.called())
                .containsExactlyInAnyOrder(
                        "schema-analyzer.analyze_schema",
                        "schema-analyzer.get_table_metadata",
                        "schema-analyzer.suggest_keys");
        assertThat(outcome.message()).contains("I look at both tables.").contains("`card_number`");
        JsonNode last = lastRequest();
        long results = last.path("messages").values().stream()
                .filter(m -> m.path("role").asString("").equals("tool"))
                .count();
        assertThat(results).isEqualTo(2);
        assertThat(Json.compact(last)).doesNotContain("test-key").doesNotContain("temperature");
    }

    @Test
    void flagsNamesThatStandNowhere() {
        TurnOutcome outcome = talk(BigDecimal.ONE).say("two tools please");
        assertThat(outcome.message())
                .contains("Please check: `made_up_table` stands neither in the schema nor in the design");
    }

    private static JsonNode lastRequest() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            String body = client.send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create("http://127.0.0.1:" + port + "/__aimock/journal"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
            JsonNode entries = Json.read(body);
            JsonNode list = entries.isArray() ? entries : entries.path("entries");
            JsonNode found = Json.object();
            for (JsonNode entry : list.values()) {
                if (Json.compact(entry).contains("two tools")) {
                    found = entry.path("body");
                }
            }
            return found;
        }
    }

    @Test
    void triesAgainWhenClaudeIsOverloaded() {
        assertThat(talk(BigDecimal.ONE).say("overloaded once").message()).isEqualTo("Back again.");
    }

    @Test
    void saysSoWhenClaudeStaysOverloaded() {
        TurnOutcome outcome = talk(BigDecimal.ONE).say("always overloaded");
        assertThat(outcome.kind()).isEqualTo(TurnOutcome.Kind.FAILED);
        assertThat(outcome.problem().orElseThrow().code()).isEqualTo("LW-2041");
    }

    @Test
    void stopsInTheMiddleOfAnAnswer() throws InterruptedException {
        Talk talk = talk(BigDecimal.ONE);
        TurnHandle handle = talk.assistant.turn(
                TurnRequest.of(Optional.of("w1"), Optional.empty(), "slow answer"), talk.events::add);
        for (int i = 0; i < 100 && talk.events.stream().noneMatch(e -> e instanceof TurnEvent.Content); i++) {
            Thread.sleep(50);
        }
        long before = System.nanoTime();
        assertThat(handle.cancel()).isTrue();
        TurnOutcome outcome = handle.await(Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(outcome.kind()).isEqualTo(TurnOutcome.Kind.CANCELLED);
        assertThat(outcome.message()).isNotEmpty().doesNotContain("ended");
        assertThat(talk.events.getLast()).isInstanceOf(TurnEvent.Done.class);
    }

    @Test
    void keepsAndMarksWhatArrivedBeforeTheStreamWasCut() {
        Talk talk = talk(BigDecimal.ONE);
        TurnOutcome outcome = talk.say("cut answer");
        assertThat(outcome.kind()).isEqualTo(TurnOutcome.Kind.FAILED);
        assertThat(outcome.problem().orElseThrow().code()).isEqualTo("LW-2042");
        assertThat(talk.store
                        .load(outcome.conversationId())
                        .orElseThrow()
                        .messages()
                        .getLast()
                        .status())
                .isEqualTo("interrupted");
    }

    @Test
    void asksNothingWhenTheBudgetIsUsedUp() {
        TurnOutcome outcome = talk(new BigDecimal("0.000001")).say("hello");
        assertThat(outcome.problem().orElseThrow().code()).isEqualTo("LW-2010");
        assertThat(outcome.message()).isEmpty();
    }
}
