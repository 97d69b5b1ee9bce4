package io.lakewright.runtime.cli;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The analysis as a page of text: a line a table, then the relationships. */
final class AnalysisText {

    private AnalysisText() {}

    static void print(JsonNode analysis, PrintStream out) {
        out.printf(Locale.ROOT, "%-44s %12s %8s  %s%n", "table", "rows", "columns", "looks like");
        for (JsonNode table : analysis.path("tables").values()) {
            JsonNode rows = table.path("row_count");
            out.printf(
                    Locale.ROOT,
                    "%-44s %12s %8d  %s%n",
                    table.path("qualified_name").asString(table.path("name").asString("")),
                    rows.isNumber() ? String.format(Locale.ROOT, "%,d", rows.asLong()) : "unknown",
                    table.path("columns").size(),
                    table.path("modeling_suggestions").path("type").asString("").replace("_candidate", ""));
        }
        out.println();
        for (JsonNode relationship : analysis.path("relationships").values()) {
            out.printf(
                    Locale.ROOT,
                    "%s -> %s (%s%s)%n",
                    relationship.path("from").asString(""),
                    relationship.path("to").asString(""),
                    relationship.path("type").asString("").replace('_', ' '),
                    relationship.path("declared").asBoolean(true) ? "" : ", inferred");
        }
    }
}
