package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.model.DataModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model that a command is about: {@code MODEL} or {@code --model FILE}. */
final class ModelOption {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "model.json, model.yaml or the folder that design wrote")
    @Nullable
    Path named;

    @Option(names = "--model", paramLabel = "FILE", description = "the same as MODEL")
    @Nullable
    Path option;

    /** @throws io.lakewright.core.ProblemException LW-2142 unless exactly one model is named, LW-2137 if it is none */
    DataModel read() {
        Path file = named == null ? option : named;
        if (file == null || (named != null && option != null)) {
            throw Problem.invalid(
                            "LW-2142",
                            file == null ? "No model is named." : "Two models are named; one is read.",
                            "Give the model.json that design wrote, or its folder.")
                    .exception();
        }
        return ModelFile.read(Files.isDirectory(file) ? file.resolve("model.json") : file);
    }
}
