package io.lakewright.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.EngineSettings;
import io.lakewright.engine.EngineStatus;
import io.lakewright.engine.Statement;
import io.lakewright.engine.WorkerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor against a real worker process that is stopped, killed and replaced. */
@Tag("spark")
class WorkerEngineTest {

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private static Problem problemOf(EngineSession session, Statement statement) {
        try {
            session.execute(statement);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("The statement was answered.");
    }

    @Test
    void replacesAWorkerThatIsKilledInTheMiddleOfAStatement() throws Exception {
        WorkerEngine engine = SharedEngine.engine();
        long first;
        try (EngineSession session = engine.session(List.of("main"))) {
            first = engine.workerPid().orElseThrow();
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(1_000);
                    signal("KILL", first);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            Problem problem = problemOf(
                    session,
                    new Statement(
                            "SELECT SUM(a.id * b.id) FROM range(1000000000) AS a CROSS JOIN range(1000000) AS b",
                            Map.of(),
                            Duration.ofSeconds(60),
                            1));
            assertThat(problem).isInstanceOf(Problem.UpstreamFailed.class);
            assertThat(problem.code()).isEqualTo("LW-1403");
            assertThatThrownBy(() -> session.execute(Statement.of("SELECT 1"))).hasMessageContaining("LW-1405");
        }
        try (EngineSession session = engine.session(List.of("main"))) {
            assertThat(session.execute(Statement.of("SELECT 1")).rows()).containsExactly(List.of("1"));
            assertThat(engine.workerPid()).isPresent().get().isNotEqualTo(first);
        }
    }

    @Test
    void keepsAWarmWorkerWhenTheCallerGivesUpAStatement() throws Exception {
        WorkerEngine engine = SharedEngine.engine();
        long first;
        try (EngineSession session = engine.session(List.of("main"))) {
            first = engine.workerPid().orElseThrow();
            CompletableFuture<Problem> given = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual()
                    .start(() -> given.complete(problemOf(
                            session,
                            new Statement(
                                    "SELECT SUM(a.id * b.id) FROM range(1000000000) AS a CROSS JOIN range(1000000) AS b",
                                    Map.of(),
                                    Duration.ofSeconds(60),
                                    1))));
            Thread.sleep(1_500);
            caller.interrupt();
            assertThat(given.get(1, TimeUnit.SECONDS).code()).isEqualTo("LW-1402");
        }
        try (EngineSession session = engine.session(List.of("main"))) {
            assertThat(session.execute(new Statement("SELECT 1", Map.of(), Duration.ofSeconds(20), 1))
                            .rows())
                    .containsExactly(List.of("1"));
            assertThat(engine.workerPid()).contains(first);
        }
    }

    @Test
    void killsAndReplacesAWorkerThatHangs() throws Exception {
        WorkerEngine engine = SharedEngine.engine();
        long first;
        try (EngineSession session = engine.session(List.of("main"))) {
            first = engine.workerPid().orElseThrow();
            signal("STOP", first);
            Problem problem = problemOf(session, new Statement("SELECT 1", Map.of(), Duration.ofMillis(200), 1));
            assertThat(problem.code()).isEqualTo("LW-1404");
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        }
        try (EngineSession session = engine.session(List.of("main"))) {
            assertThat(session.execute(Statement.of("SELECT 1")).rows()).containsExactly(List.of("1"));
        }
    }

    @Test
    void warmsUpInTheBackgroundAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        EngineSettings usual = SharedEngine.settings();
        EngineSettings settings = new EngineSettings(
                usual.javaHome(),
                usual.classPath(),
                usual.heapMegabytes(),
                usual.cores(),
                folder,
                usual.startCache(),
                usual.startLimit(),
                usual.turnLimit());
        long pid;
        try (WorkerEngine engine = new WorkerEngine(settings)) {
            assertThat(engine.status().state()).isEqualTo(EngineStatus.State.OFF);
            engine.warmUp();
            SharedEngine.awaitWarm(engine, Duration.ofMinutes(2));
            EngineStatus status = engine.status();
            assertThat(status.state()).isEqualTo(EngineStatus.State.WARM);
            assertThat(status.versions()).containsEntry("spark", "4.2.0").containsEntry("delta", "4.4.0");
            pid = engine.workerPid().orElseThrow();
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path folder) throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        EngineSettings settings = EngineSettings.of(Path.of(System.getProperty("java.home")), empty.toString());
        try (WorkerEngine engine = new WorkerEngine(settings)) {
            assertThatThrownBy(() -> engine.session(List.of("main")))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo("LW-1401");
                        assertThat(e.problem().details().get("log")).contains("WorkerMain");
                    });
        }
        try (Engine engine = new WorkerEngine(EngineSettings.of(folder, empty.toString()))) {
            assertThatThrownBy(() -> engine.parse(List.of("SELECT 1"))).hasMessageContaining("LW-1401");
            assertThat(engine.status().state()).isEqualTo(EngineStatus.State.FAILED);
        }
        assertThatThrownBy(() -> Engine.unavailable("no reason").session(List.of()))
                .hasMessageContaining("LW-1406")
                .hasMessageContaining("no reason");
        assertThat(Engine.ofBuild(folder).status().state()).isEqualTo(EngineStatus.State.OFF);
    }
}
