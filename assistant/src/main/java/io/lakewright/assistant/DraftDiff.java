package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The difference between two model documents in words, table by table, by stable id. */
public final class DraftDiff {

    private DraftDiff() {}

    /** {@code {added: [name], updated: [{table, changes}], removed: [name]}}. */
    public static ObjectNode between(Optional<JsonNode> before, JsonNode after) {
        Map<String, JsonNode> old = byId(before.map(m -> m.path("tables")).orElse(Json.array()));
        Map<String, JsonNode> now = byId(after.path("tables"));
        ObjectNode diff = Json.object();
        ArrayNode added = diff.putArray("added");
        ArrayNode updated = diff.putArray("updated");
        ArrayNode removed = diff.putArray("removed");
        for (Map.Entry<String, JsonNode> table : now.entrySet()) {
            JsonNode was = old.get(table.getKey());
            if (was == null) {
                added.add(name(table.getValue()));
            } else if (!was.equals(table.getValue())) {
                updated.addObject()
                        .put("table", name(table.getValue()))
                        .set("changes", Json.tree(changes(was, table.getValue())));
            }
        }
        old.forEach((id, table) -> {
            if (!now.containsKey(id)) {
                removed.add(name(table));
            }
        });
        return diff;
    }

    private static List<String> changes(JsonNode was, JsonNode now) {
        List<String> changes = new ArrayList<>();
        if (!name(was).equals(name(now))) {
            changes.add("renamed from " + name(was));
        }
        if (!was.path("scd_type").equals(now.path("scd_type"))) {
            changes.add("slowly changing type " + was.path("scd_type").asString("none") + " became "
                    + now.path("scd_type").asString("none"));
        }
        Map<String, JsonNode> before = byId(was.path("columns"));
        Map<String, JsonNode> after = byId(now.path("columns"));
        after.forEach((id, column) -> {
            JsonNode old = before.get(id);
            if (old == null) {
                changes.add("column " + name(column) + " added");
            } else if (!name(old).equals(name(column))) {
                changes.add("column " + name(old) + " renamed to " + name(column));
            } else if (!old.equals(column)) {
                changes.add("column " + name(column) + " changed");
            }
        });
        before.forEach((id, column) -> {
            if (!after.containsKey(id)) {
                changes.add("column " + name(column) + " removed");
            }
        });
        Set<String> parts = new LinkedHashSet<>(List.of("keys", "loads", "physical", "grain", "business_key"));
        for (String part : parts) {
            if (!was.path(part).equals(now.path(part))) {
                changes.add(part.replace('_', ' ') + " changed");
            }
        }
        return changes.isEmpty() ? List.of("details changed") : changes;
    }

    private static Map<String, JsonNode> byId(JsonNode items) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode item : items.values()) {
            byId.put(item.path("id").asString(name(item)), item);
        }
        return byId;
    }

    private static String name(JsonNode item) {
        return item.path("name").asString("");
    }
}
