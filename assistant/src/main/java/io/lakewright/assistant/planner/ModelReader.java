package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the model under discussion. */
final class ModelReader {

    private final JsonNode model;

    ModelReader(JsonNode model) {
        this.model = model;
    }

    List<JsonNode> tables() {
        return Reading.items(model.path("tables"));
    }

    List<String> names() {
        return tables().stream().map(ModelReader::name).toList();
    }

    String style() {
        return model.path("style").asString("");
    }

    Optional<JsonNode> table(String name) {
        return tables().stream().filter(t -> name(t).equalsIgnoreCase(name)).findFirst();
    }

    List<JsonNode> ofKind(String kind) {
        return tables().stream().filter(t -> kind(t).equals(kind)).toList();
    }

    /** The tables of the model that carry columns of a source table. */
    List<JsonNode> from(String source) {
        return tables().stream()
                .filter(t -> Reading.texts(t.path("sources")).stream().anyMatch(s -> same(s, source)))
                .toList();
    }

    /** Ids of the source tables that the model uses, in order. */
    List<String> sources() {
        Set<String> all = new LinkedHashSet<>();
        tables().forEach(t -> all.addAll(Reading.texts(t.path("sources"))));
        for (JsonNode table : model.path("source").path("tables").values()) {
            String schema = table.path("schema").asString("");
            String name = table.path("name").asString("");
            if (!name.isEmpty()) {
                all.add(schema.isEmpty() || name.contains(".") ? name : schema + "." + name);
            }
        }
        return List.copyOf(all);
    }

    /** Every decision with the table it belongs to, those of the whole model without one. */
    List<JsonNode> decisions(Optional<String> table) {
        List<JsonNode> decisions = new ArrayList<>();
        for (JsonNode one : tables()) {
            if (table.isEmpty() || name(one).equals(table.get())) {
                decisions.addAll(Reading.items(one.path("decisions")));
            }
        }
        if (table.isEmpty()) {
            decisions.addAll(Reading.items(model.path("decisions")));
        }
        return decisions;
    }

    List<JsonNode> excluded() {
        return Reading.items(model.path("excluded"));
    }

    static List<JsonNode> columns(JsonNode table) {
        return Reading.items(table.path("columns"));
    }

    static String name(JsonNode table) {
        return table.path("name").asString("");
    }

    static String kind(JsonNode table) {
        return table.path("kind").asString("");
    }

    static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other)
                || Names.snake(last(one)).equals(Names.snake(last(other)))
                        && (!one.contains(".") || !other.contains("."));
    }

    private static String last(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
