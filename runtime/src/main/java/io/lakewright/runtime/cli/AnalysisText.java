package io.lakewright.runtime.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The analysis as a page of text: a line a table, then the relationships. */
final class AnalysisText {

    private static final int NARROWEST = 24;
    private static final int MOST_QUESTIONS = 8;

    private AnalysisText() {}

    static void print(JsonNode analysis, PrintStream out) {
        List<JsonNode> tables = analysis.path("tables").valueStream().toList();
        int width =
                tables.stream().mapToInt(table -> name(table).length()).max().orElse(0);
        String form = "%-" + Math.max(width, NARROWEST) + "s %12s %8s  %-12s %s%n";
        out.printf(Locale.ROOT, form, "table", "rows", "columns", "looks like", "primary key");
        for (JsonNode table : tables) {
            JsonNode rows = table.path("row_count");
            out.printf(
                    Locale.ROOT,
                    form,
                    name(table),
                    rows.isNumber() ? String.format(Locale.ROOT, "%,d", rows.asLong()) : "unknown",
                    table.path("columns").size(),
                    table.path("modeling_suggestions").path("type").asString("").replace("_candidate", ""),
                    key(table));
        }
        out.println();
        JsonNode relationships = analysis.path("relationships");
        if (relationships.isEmpty()) {
            out.println("No relationships: none is declared, and names and keys suggest none.");
        }
        for (JsonNode relationship : relationships.values()) {
            out.printf(
                    Locale.ROOT,
                    "%s -> %s (%s%s)%n",
                    PlainText.of(relationship.path("from").asString("")),
                    PlainText.of(relationship.path("to").asString("")),
                    relationship.path("type").asString("").replace('_', ' '),
                    relationship.path("declared").asBoolean(true) ? "" : ", inferred");
        }
        questions(tables, out);
    }

    /** What is not sure of tables, for whoever knows the source. */
    private static void questions(List<JsonNode> tables, PrintStream out) {
        List<String> questions = tables.stream()
                .flatMap(table ->
                        Stream.of(table.path("modeling_suggestions").path("question"), table.path("extraction")))
                .map(node -> node.path("text").asString(node.path("question").asString("")))
                .filter(text -> !text.isEmpty())
                .map(PlainText::of)
                .toList();
        if (questions.isEmpty()) {
            return;
        }
        out.println();
        out.println("Worth asking whoever knows the source:");
        questions.stream().limit(MOST_QUESTIONS).forEach(question -> out.println("- " + question));
        if (questions.size() > MOST_QUESTIONS) {
            out.println("- and " + (questions.size() - MOST_QUESTIONS) + " more, all in --format json");
        }
    }

    private static String name(JsonNode table) {
        return PlainText.of(
                table.path("qualified_name").asString(table.path("name").asString("")));
    }

    private static String key(JsonNode table) {
        String columns = table.path("primary_key")
                .valueStream()
                .map(column -> PlainText.of(column.asString("")))
                .collect(Collectors.joining(", "));
        String found = table.has("primary_key_evidence") ? " (found in rows)" : "";
        return columns.isEmpty() ? "none declared" : columns + found;
    }
}
