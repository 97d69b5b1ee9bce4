package io.lakewright.runtime.cli;

import io.lakewright.core.document.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The {@code targets} argument of the generator for {@code --catalog} and {@code --target-schema}. */
final class TargetChoice {

    private static final String USUAL_CATALOG = "main";

    private TargetChoice() {}

    static ObjectNode of(Optional<String> catalog, Optional<String> schema) {
        ObjectNode targets = Json.object();
        add(targets, "bronze", catalog, "bronze");
        add(targets, "gold", catalog, schema.orElse("gold"));
        add(targets, "raw_vault", catalog, schema.orElse("raw_vault"));
        return targets;
    }

    private static void add(ObjectNode targets, String layer, Optional<String> catalog, String schema) {
        targets.putObject(layer).put("catalog", catalog.orElse(USUAL_CATALOG)).put("schema", schema);
    }
}
