package io.lakewright.optimizer.server;

import io.lakewright.optimizer.advice.TableFacts;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The arguments that every question about a table has. */
final class Facts {

    private Facts() {}

    static TableFacts of(
            Optional<String> name,
            Optional<Double> sizeBytes,
            Optional<Double> rows,
            Optional<Boolean> managed,
            Optional<Boolean> optimized,
            Optional<JsonNode> runtime,
            Optional<String> format,
            Optional<JsonNode> model,
            Optional<JsonNode> readers) {
        return new TableFacts(
                name.map(String::strip).orElse(""),
                sizeBytes.filter(size -> size >= 0),
                rows.filter(count -> count >= 0),
                managed,
                optimized,
                Told.version(runtime),
                format,
                model.map(value -> value.isObject()
                        ? value.path("style")
                                .asString(value.path("model").path("style").asString(""))
                        : value.asString("")),
                readers(readers));
    }

    private static List<String> readers(Optional<JsonNode> readers) {
        if (!Told.flag(readers).orElse(false)) {
            return List.of();
        }
        boolean unnamed = readers.map(JsonNode::isBoolean).orElse(false);
        return unnamed ? List.of("the external readers") : Told.texts(readers);
    }
}
