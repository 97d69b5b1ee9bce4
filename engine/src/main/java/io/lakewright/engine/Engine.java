package io.lakewright.engine;

import io.lakewright.core.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Parses and runs Databricks SQL on a real Spark and Delta.
 *
 * <p>Statements that do not parse or fail are results, not exceptions. A {@link io.lakewright.core.ProblemException} is
 * thrown when the engine itself fails: LW-1401 it did not start, LW-1402 it is busy, LW-1403 it died, LW-1404 it hung
 * and was replaced, LW-1405 the session is over, LW-1406 there is no engine, LW-1407 a catalog name it cannot serve.
 * All methods may be called from any thread.
 */
public interface Engine extends AutoCloseable {

    /** How far the engine is; never starts it and never waits long. */
    EngineStatus status();

    /** Starts and warms the engine in the background if it is not running; returns at once. */
    void warmUp();

    /**
     * Parses with Delta's parser without running; one entry for each statement, empty where it parses. Starts the
     * engine if need be; does not wait for sessions of others.
     */
    List<Optional<SqlFailure>> parse(List<String> statements);

    /**
     * An empty lakehouse of one's own, in which three-level names of these catalogs work as written. Waits for its turn,
     * first come first served; the caller closes it.
     */
    EngineSession session(List<String> catalogs);

    /** Ends the engine; later calls fail with LW-1406. */
    @Override
    void close();

    /** An engine that is never there; calls fail with LW-1406 and the reason. */
    static Engine unavailable(String reason) {
        return new Engine() {
            @Override
            public EngineStatus status() {
                return EngineStatus.of(EngineStatus.State.OFF, reason);
            }

            @Override
            public void warmUp() {}

            @Override
            public List<Optional<SqlFailure>> parse(List<String> statements) {
                throw missing();
            }

            @Override
            public EngineSession session(List<String> catalogs) {
                throw missing();
            }

            @Override
            public void close() {}

            private RuntimeException missing() {
                return Problem.upstream(
                                "LW-1406", "There is no engine: " + reason, "Build the project, then try again.")
                        .exception();
            }
        };
    }

    /** The engine that was built below this repository root, or one that is unavailable and says why. */
    static Engine ofBuild(Path root) {
        return EngineSettings.ofBuild(root)
                .<Engine>map(WorkerEngine::new)
                .orElseGet(() -> unavailable("the engine worker has not been built."));
    }
}
