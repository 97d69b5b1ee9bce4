package io.lakewright.engine.internal;

import io.lakewright.engine.EngineSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** A run of the worker that only teaches the JDK which classes it needs (JEP 483 and 514). */
public final class WorkerTraining {

    private static final long LIMIT_MINUTES = 5;

    private WorkerTraining() {}

    /**
     * Leaves an AOT cache in the file, whole or not at all. Takes about a minute.
     *
     * @return whether there is a cache now
     */
    public static boolean train(EngineSettings settings, Path file) throws IOException, InterruptedException {
        Path target = file.toAbsolutePath();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.createDirectories(fresh.resolve("..").normalize());
        WorkingFolder folder = WorkingFolder.make(settings.folder());
        Process process = WorkerCommand.training(settings, folder.path(), fresh)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0 || !Files.isRegularFile(fresh)) {
                return false;
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            folder.delete();
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".config"));
        }
    }
}
