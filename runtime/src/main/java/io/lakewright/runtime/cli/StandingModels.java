package io.lakewright.runtime.cli;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.existing.ExistingModel;
import io.lakewright.core.Problem;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a source follows and what stands in it already, as lines and as a file. */
final class StandingModels {

    private StandingModels() {}

    /** @param found the answer of detect_modeling_patterns; nothing is printed without one */
    static void print(JsonNode found, PrintStream out) {
        if (!found.isObject()) {
            return;
        }
        out.println();
        JsonNode model = found.path("existing_model");
        out.println(
                model.isObject()
                        ? PlainText.of(model.path("summary").asString(""))
                        : "No star and no vault stands here already.");
        JsonNode naming = found.path("naming");
        naming.path("coverage")
                .properties()
                .forEach(entry -> out.printf(
                        Locale.ROOT,
                        "%-18s %s (%d %%)%n",
                        entry.getKey().replace('_', ' '),
                        PlainText.of(naming.path(entry.getKey()).asString("")),
                        Math.round(entry.getValue().asDouble() * 100)));
        found.path("patterns")
                .forEach(pattern -> out.printf(
                        Locale.ROOT,
                        "%-18s %s%n",
                        pattern.path("pattern").asString("").replace('_', ' '),
                        PlainText.of(pattern.path("evidence").asString(""))));
    }

    /** Writes the star or vault of a schema; a schema without one is wrong input. */
    static void write(SourceSchema schema, Path file) {
        DataModel model = ExistingModel.read(SchemaUnderstanding.of(schema))
                .orElseThrow(() -> Problem.invalid(
                                "LW-2149",
                                "No star and no vault stands in " + schema.name() + ".",
                                "Design one: lakewright design --source ... --request \"...\"")
                        .exception());
        boolean yaml = file.toString().matches(".*\\.ya?ml");
        try {
            Files.writeString(file, yaml ? ModelDocuments.toYaml(model) : ModelDocuments.toJson(model));
        } catch (IOException e) {
            throw Problem.invalid("LW-2150", "The model cannot be written to " + file + ".", "Choose another place.")
                    .exception();
        }
    }
}
