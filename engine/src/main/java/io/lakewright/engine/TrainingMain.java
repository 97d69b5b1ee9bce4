package io.lakewright.engine;

import io.lakewright.engine.internal.WorkerTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Prepares the worker's start cache after a build, so that the engine starts and warms up faster. The one argument is
 * the repository root; exit code 1 means that there is no cache, which costs time but nothing else.
 */
public final class TrainingMain {

    private TrainingMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<EngineSettings> settings = EngineSettings.ofBuild(Path.of(arguments[0]));
        Optional<Path> cache = settings.flatMap(EngineSettings::startCache);
        boolean trained = cache.isPresent() && WorkerTraining.train(settings.get(), cache.get());
        System.exit(trained ? 0 : 1);
    }
}
