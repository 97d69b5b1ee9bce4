package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What {@code get_table_metadata} told, as a short list. */
final class SchemaFacts {

    private static final int TABLES = 8;
    private static final int RELATIONS = 8;

    private final PlannerTurn turn;

    SchemaFacts(PlannerTurn turn) {
        this.turn = turn;
    }

    String text(JsonNode facts) {
        StringBuilder text = new StringBuilder("From your schema:\n");
        List<JsonNode> tables = Reading.items(facts.path("tables"));
        boolean counted = tables.stream().anyMatch(SchemaFacts::isCounted);
        tables.stream()
                .limit(TABLES)
                .forEach(t -> text.append("- ").append(table(t, counted)).append('\n'));
        if (tables.size() > TABLES) {
            text.append("- and ").append(tables.size() - TABLES).append(" more tables\n");
        }
        if (!counted && !tables.isEmpty()) {
            text.append("- how many rows they have is not known: the source says nothing about it\n");
        }
        List<String> names = tables.stream()
                .map(t -> t.path("qualified_name").asString(t.path("name").asString("")))
                .toList();
        List<String> relations = new ArrayList<>();
        // What joins two of the tables says more about them than a hierarchy within one.
        List<JsonNode> joinsFirst = Reading.items(facts.path("relationships")).stream()
                .sorted(Comparator.comparing(SchemaFacts::withinOneTable))
                .toList();
        for (JsonNode relation : joinsFirst) {
            String to = relation.path("to").asString("");
            String from = relation.path("from").asString("");
            if (names.stream().anyMatch(n -> to.startsWith(n + ".") || to.startsWith(last(n) + "."))
                    && names.stream().anyMatch(n -> from.startsWith(n + ".") || from.startsWith(last(n) + "."))) {
                relations.add(relation(relation));
            }
        }
        relations.stream()
                .distinct()
                .limit(RELATIONS)
                .forEach(r -> text.append("- ").append(r).append('\n'));
        if (relations.size() > RELATIONS) {
            text.append("- and ").append(relations.size() - RELATIONS).append(" more relationships\n");
        }
        if (relations.isEmpty() && tables.size() > 1) {
            text.append("- no relationship between these tables is declared, and none could be derived\n");
        }
        return text.toString();
    }

    private static boolean withinOneTable(JsonNode relation) {
        return tableOf(relation.path("from").asString(""))
                .equals(tableOf(relation.path("to").asString("")));
    }

    private static String tableOf(String column) {
        return column.substring(0, Math.max(0, column.lastIndexOf('.')));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isCounted(JsonNode table) {
        return table.path("row_count").isNumber();
    }

    /** @param counted whether the rows of any of the tables are known; if not, that is said once for all */
    private String table(JsonNode table, boolean counted) {
        String name = Reading.code(turn.shortName(
                table.path("qualified_name").asString(table.path("name").asString(""))));
        List<String> key = Reading.texts(table.path("primary_key"));
        String found = table.hasNonNull("primary_key_evidence") ? " (found in its rows)" : "";
        if (!counted) {
            return name + " has "
                    + (key.isEmpty() ? "no primary key" : "the primary key " + Reading.codes(key) + found);
        }
        return name + " has " + rows(table)
                + (key.isEmpty() ? " and no primary key" : ", primary key " + Reading.codes(key) + found);
    }

    private static String rows(JsonNode table) {
        if (!isCounted(table)) {
            return "an unknown number of rows";
        }
        long count = table.path("row_count").asLong();
        boolean estimated = table.path("row_count_basis").asString("").matches("catalog_statistics|estimate.*");
        return (estimated ? "about " : "") + Reading.count(count) + (count == 1 ? " row" : " rows");
    }

    private static String relation(JsonNode relation) {
        String type = relation.path("type").asString("").replace('_', ' ');
        boolean declared = relation.path("declared").asBoolean(false);
        String how = declared
                ? "declared"
                : "derived, confidence "
                        + Math.round(relation.path("confidence").asDouble(0) * 100) + " %";
        return type + ": " + Reading.code(relation.path("from").asString("")) + " → "
                + Reading.code(relation.path("to").asString("")) + " (" + how + ")";
    }
}
