package io.lakewright.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

    @Test
    void aSilentWorkerHoldsNoneOfTheThreadsThatCarryVirtualOnes(@TempDir Path folder) throws IOException {
        WorkerProcess worker = WorkerProcess.start(silent(folder));
        try {
            // Only platform threads are listed here.
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("engine-answers", "engine-diagnostics");
        } finally {
            worker.kill();
        }
    }

    /** A program that, like a worker between two statements, waits and says nothing. */
    private static EngineSettings silent(Path folder) throws IOException {
        Path java = Files.createDirectories(folder.resolve("home/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec cat\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return new EngineSettings(
                folder.resolve("home"),
                "",
                64,
                1,
                folder,
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }
}
