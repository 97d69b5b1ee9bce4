package io.lakewright.engine.worker;

import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineSettings;
import io.lakewright.engine.WorkerEngine;
import java.nio.file.Path;
import java.time.Duration;

/** One worker for all tests of this room; the process ends with the tests. */
final class SharedEngine {

    private static final WorkerEngine ENGINE = new WorkerEngine(settings());

    private SharedEngine() {}

    static WorkerEngine engine() {
        return ENGINE;
    }

    static EngineSettings settings() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return EngineSettings.of(Path.of(System.getProperty("java.home")), classPath);
    }

    static void awaitWarm(Engine engine, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!engine.status().text().equals("warm") && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }
}
