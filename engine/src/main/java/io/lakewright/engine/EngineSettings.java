package io.lakewright.engine;

import io.lakewright.core.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What to start and how far it may go.
 *
 * @param javaHome a JDK 25 or newer
 * @param classPath the worker's own class path
 * @param heapMegabytes its largest heap
 * @param cores how many tasks run side by side
 * @param folder where its working folder is made; it is deleted when the worker ends
 * @param startCache an AOT cache of the JDK for a faster start, used when the file is there
 * @param startLimit how long a start may take
 * @param turnLimit how long to wait for the sessions of others
 */
public record EngineSettings(
        Path javaHome,
        String classPath,
        int heapMegabytes,
        int cores,
        Path folder,
        Optional<Path> startCache,
        Duration startLimit,
        Duration turnLimit) {

    private static final Path MEMORY_FOLDER = Path.of("/dev/shm");
    private static final long MEMORY_FOLDER_NEEDS = 1_000_000_000L;

    /** The usual limits: 1536 MB, two cores, three minutes to start, ten minutes for others. */
    public static EngineSettings of(Path javaHome, String classPath) {
        return new EngineSettings(
                javaHome,
                classPath,
                1536,
                2,
                fastFolder(),
                Optional.empty(),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10));
    }

    /** The same with an AOT cache. */
    public EngineSettings withStartCache(Path file) {
        return new EngineSettings(
                javaHome, classPath, heapMegabytes, cores, folder, Optional.of(file), startLimit, turnLimit);
    }

    /** The worker that was built below this repository root, run by the JDK of this process; empty when not built. */
    public static Optional<EngineSettings> ofBuild(Path root) {
        Path target = root.resolve("engine-worker").resolve("target");
        Path file = target.resolve("worker.classpath");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String libraries = read(file);
        // A class path with folders was written by a build that stopped before the jars: then our own part is one too.
        boolean folders =
                Arrays.stream(libraries.split(File.pathSeparator)).anyMatch(entry -> Files.isDirectory(Path.of(entry)));
        Path own = folders ? target.resolve("classes") : target.resolve("engine-worker.jar");
        return Optional.of(of(Path.of(System.getProperty("java.home")), libraries + File.pathSeparator + own)
                .withStartCache(root.resolve(".lakewright").resolve("engine-worker.aot")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Problem.upstream(
                            "LW-1401",
                            "The class path of the engine cannot be read from " + file.getFileName() + ".",
                            "Build the project again.")
                    .exception();
        }
    }

    /** Delta writes many small files and waits for each, so a folder in memory is used where there is room. */
    private static Path fastFolder() {
        if (Files.isWritable(MEMORY_FOLDER) && MEMORY_FOLDER.toFile().getUsableSpace() > MEMORY_FOLDER_NEEDS) {
            return MEMORY_FOLDER;
        }
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
