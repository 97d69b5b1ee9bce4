package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.core.document.Yaml;
import io.lakewright.core.model.DataModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Reads a model file, JSON or YAML, and holds it to the published schema. */
final class ModelFile {

    private ModelFile() {}

    static DataModel read(Path file) {
        boolean yaml = file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
        if (!yaml && !file.toString().endsWith(".json")) {
            throw Problem.invalid(
                            "LW-2137",
                            "A model is a .json or .yaml file; " + file + " is neither.",
                            "Give the model.json or model.yaml that design wrote.")
                    .exception();
        }
        String text = text(file);
        JsonNode document = yaml ? Yaml.read(text) : Json.read(text);
        ModelSchema.require(document);
        return ModelDocuments.fromTree(document);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problem.invalid("LW-2137", "The model file " + file + " cannot be read.", "Check the path.")
                    .exception();
        }
    }
}
