package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The order of the loads as sentences. */
public final class LoadOrder {

    // Hash keys need no lookup, so all of a vault loads side by side; facts and bridges look up dimensions.
    private static final List<List<String>> STAGES = List.of(
            List.of("date_dimension", "reference", "dimension", "hub", "link", "satellite"),
            List.of("bridge"),
            List.of("fact"));

    private LoadOrder() {}

    /** One line a step, from what the generator said, or else from the kinds of the tables. */
    public static ArrayNode lines(JsonNode steps, JsonNode model) {
        ArrayNode lines = Json.array();
        for (JsonNode step : steps.values()) {
            List<String> tables = new ArrayList<>();
            step.path("tables").values().forEach(t -> tables.add("`" + t.asString("") + "`"));
            String why = step.path("why").asString("");
            String together = step.path("parallel").asBoolean(false) && tables.size() > 1 ? " in parallel" : "";
            lines.add(String.join(", ", tables) + together + (why.isBlank() ? "" : ": " + why));
        }
        return lines.isEmpty() ? byKind(model) : lines;
    }

    private static ArrayNode byKind(JsonNode model) {
        ArrayNode lines = Json.array();
        for (List<String> stage : STAGES) {
            List<String> tables = new ArrayList<>();
            for (JsonNode table : model.path("tables").values()) {
                if (stage.contains(table.path("kind").asString(""))) {
                    tables.add("`" + table.path("name").asString("") + "`");
                }
            }
            if (!tables.isEmpty()) {
                lines.add(String.join(", ", tables) + (tables.size() > 1 ? " in parallel" : ""));
            }
        }
        return lines;
    }
}
