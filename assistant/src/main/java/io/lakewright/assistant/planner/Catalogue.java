package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The schema of this workspace as {@code analyze_schema} told it. */
record Catalogue(String workspace, List<Table> tables, List<Relation> relations) {

    /** A table; {@code rows} is below zero when nobody knows. */
    record Table(
            String id,
            String schema,
            String name,
            long rows,
            List<String> primaryKey,
            List<Column> columns,
            String candidate,
            String reason,
            Set<String> forms) {

        Optional<Column> column(String columnName) {
            return columns.stream()
                    .filter(c -> c.name().equalsIgnoreCase(columnName))
                    .findFirst();
        }

        boolean fact() {
            return candidate.startsWith("fact");
        }
    }

    record Column(String name, String type, boolean primary, boolean foreign) {}

    /** A relationship from the many side to the one side, with both column lists. */
    record Relation(String from, String to, List<String> fromColumns, List<String> toColumns, boolean declared) {}

    Catalogue {
        tables = List.copyOf(tables);
        relations = List.copyOf(relations);
    }

    static Catalogue read(JsonNode content) {
        List<String> names = new ArrayList<>();
        content.path("tables").values().forEach(t -> names.add(t.path("name").asString("")));
        String prefix = sharedPrefix(names);
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : content.path("tables").values()) {
            tables.add(table(table, prefix));
        }
        Map<String, String> ids =
                tables.stream().collect(Collectors.toMap(Table::id, Table::id, (a, b) -> a, LinkedHashMap::new));
        List<Relation> relations = new ArrayList<>();
        for (JsonNode relation : content.path("relationships").values()) {
            relation(relation, ids).ifPresent(relations::add);
        }
        return new Catalogue(
                content.path("workspace").asString(""),
                tables,
                relations.stream().distinct().toList());
    }

    private static Table table(JsonNode json, String prefix) {
        String name = json.path("name").asString("");
        String schema = json.path("schema").asString("");
        String id = json.path("qualified_name").asString(schema.isEmpty() ? name : schema + "." + name);
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : json.path("columns").values()) {
            columns.add(new Column(
                    column.path("name").asString(""),
                    column.path("type").asString(""),
                    column.path("is_primary_key").asBoolean(false),
                    column.path("is_foreign_key").asBoolean(false)));
        }
        JsonNode suggestion = json.path("modeling_suggestions");
        return new Table(
                id,
                schema,
                name,
                json.path("row_count").asLong(-1),
                Reading.texts(json.path("primary_key")),
                List.copyOf(columns),
                suggestion.path("type").asString(""),
                suggestion.path("reason").asString(""),
                forms(name, prefix));
    }

    private static Set<String> forms(String name, String prefix) {
        List<String> words = Names.words(name);
        Set<String> forms = new LinkedHashSet<>(NameForms.of(words));
        boolean technical = words.size() > 1
                && (words.getFirst().equals(prefix)
                        || Set.of("tbl", "t", "src", "dbo").contains(words.getFirst()));
        if (technical) {
            forms.addAll(NameForms.of(words.subList(1, words.size())));
        }
        return forms;
    }

    private static String sharedPrefix(List<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : names) {
            List<String> words = Names.words(name);
            if (words.size() > 1) {
                counts.merge(words.getFirst(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(e -> names.size() >= 3 && e.getValue() * 10 >= names.size() * 6)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Optional<Relation> relation(JsonNode json, Map<String, String> ids) {
        String type = json.path("type").asString("many_to_one");
        boolean turned = type.equals("one_to_many");
        String from = json.path(turned ? "to" : "from").asString("");
        String to = json.path(turned ? "from" : "to").asString("");
        Optional<String> child = owner(from, ids);
        Optional<String> parent = owner(to, ids);
        if (child.isEmpty() || parent.isEmpty() || type.equals("many_to_many")) {
            return Optional.empty();
        }
        return Optional.of(new Relation(
                child.get(),
                parent.get(),
                columns(from, child.get()),
                columns(to, parent.get()),
                json.path("declared").asBoolean(false)));
    }

    private static Optional<String> owner(String path, Map<String, String> ids) {
        return ids.keySet().stream()
                .filter(id -> path.startsWith(id + ".")
                        || (id.contains(".") && path.startsWith(id.substring(id.indexOf('.') + 1) + ".")))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    private static List<String> columns(String path, String owner) {
        String short1 = owner.substring(owner.indexOf('.') + 1);
        String rest =
                path.startsWith(owner + ".") ? path.substring(owner.length() + 1) : path.substring(short1.length() + 1);
        return List.of(rest.split(","));
    }

    Optional<Table> table(String idOrName) {
        return tables.stream()
                .filter(t -> t.id().equalsIgnoreCase(idOrName))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(t -> t.name().equalsIgnoreCase(idOrName))
                        .findFirst());
    }

    /** The tables that a table points at, direct ones only. */
    List<String> parents(String id) {
        return relations.stream()
                .filter(r -> r.from().equals(id) && !r.to().equals(id))
                .map(Relation::to)
                .distinct()
                .toList();
    }

    /** How many tables point at a table. */
    int children(String id) {
        return (int) relations.stream()
                .filter(r -> r.to().equals(id))
                .map(Relation::from)
                .distinct()
                .count();
    }

    /** The richest events first: those with most to analyse them by, then those with most rows. */
    Comparator<Table> eventful() {
        return Comparator.comparingInt((Table t) -> parents(t.id()).size())
                .thenComparingLong(Table::rows)
                .reversed();
    }

    /** Tables from one to the other along the arrows, both ends included; empty when there is no way. */
    List<String> path(String from, String to) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        cameFrom.put(from, from);
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            if (here.equals(to)) {
                return trail(cameFrom, from, to);
            }
            for (String parent : parents(here)) {
                if (cameFrom.putIfAbsent(parent, here) == null) {
                    open.addLast(parent);
                }
            }
        }
        return List.of();
    }

    private static List<String> trail(Map<String, String> cameFrom, String from, String to) {
        List<String> trail = new ArrayList<>(List.of(to));
        String here = to;
        while (!here.equals(from)) {
            here = cameFrom.getOrDefault(here, from);
            trail.addFirst(here);
        }
        return trail;
    }

    /** The table and everything it points at, up to that many steps. */
    Set<String> withParents(String id, int steps) {
        Set<String> all = new LinkedHashSet<>(List.of(id));
        Set<String> edge = Set.of(id);
        for (int i = 0; i < steps; i++) {
            Set<String> next = new LinkedHashSet<>();
            edge.forEach(here -> parents(here).stream().filter(all::add).forEach(next::add));
            edge = next;
        }
        return all;
    }
}
