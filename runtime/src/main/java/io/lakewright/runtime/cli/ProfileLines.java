package io.lakewright.runtime.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Figures of the values of tables as text: a block a table, a line a column. */
final class ProfileLines {

    private static final String FORM = "  %-28s %7s %12s  %-24s %s%n";
    private static final int MOST_VALUES = 4;
    private static final double RARE = 0.01;

    private ProfileLines() {}

    static void print(JsonNode analysis, PrintStream out) {
        for (JsonNode table : analysis.path("tables").values()) {
            JsonNode profile = table.path("profile");
            if (profile.isObject()) {
                out.printf(
                        Locale.ROOT,
                        "%n%s: %s%n",
                        PlainText.of(table.path("qualified_name").asString("")),
                        basis(profile));
                out.printf(Locale.ROOT, FORM, "column", "NULL", "different", "range", "often");
                profile.path("columns").forEach(column -> line(column, out));
                profile.path("keys").forEach(key -> out.println("  key " + columns(key) + " " + verdict(key)));
            }
        }
    }

    private static String basis(JsonNode profile) {
        long rows = profile.path("rows_read").asLong(0);
        return switch (profile.path("basis").asString("")) {
            case "none" -> "no figures; the source has told none, or has no rows";
            case "catalog_statistics" -> "estimates of the database";
            case "sample" -> String.format(Locale.ROOT, "%,d sampled rows", rows);
            default -> rows == 0 ? "all rows" : String.format(Locale.ROOT, "all %,d rows", rows);
        };
    }

    private static void line(JsonNode column, PrintStream out) {
        boolean personal = column.has("personal");
        out.printf(
                Locale.ROOT,
                FORM,
                PlainText.of(column.path("name").asString("")),
                column.has("null_share")
                        ? String.format(
                                Locale.ROOT,
                                "%.1f%%",
                                100 * column.path("null_share").asDouble(0))
                        : "",
                column.has("distinct_count")
                        ? String.format(
                                Locale.ROOT,
                                "%,d",
                                column.path("distinct_count").asLong(0))
                        : "",
                personal ? "looks personal" : range(column),
                personal ? "" : often(column));
    }

    private static String range(JsonNode column) {
        if (column.has("min")) {
            return PlainText.of(column.path("min").asString("") + " to "
                    + column.path("max").asString(""));
        }
        JsonNode length = column.path("length");
        if (!length.isObject()) {
            return "";
        }
        long shortest = length.path("min").asLong(0);
        long longest = length.path("max").asLong(0);
        return (shortest == longest ? "" : shortest + " to ") + longest + " characters";
    }

    private static String often(JsonNode column) {
        List<String> parts = new ArrayList<>();
        column.path("top_values")
                .valueStream()
                .filter(value -> value.path("share").asDouble(0) >= RARE)
                .limit(MOST_VALUES)
                .forEach(value -> parts.add(PlainText.of(value.path("value").asString("")) + " "
                        + Math.round(100 * value.path("share").asDouble(0)) + "%"));
        return String.join(", ", parts);
    }

    private static String columns(JsonNode key) {
        return key.path("columns")
                .valueStream()
                .map(column -> PlainText.of(column.asString("")))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String verdict(JsonNode key) {
        if (key.path("unique").asBoolean(false)) {
            return key.path("basis").asString("").equals("exact") ? "holds" : "holds in the sample";
        }
        return "does not hold: " + key.path("repeated_rows").asLong(0) + " rows repeat another's, "
                + key.path("rows_without_value").asLong(0) + " have no value";
    }
}
