package io.lakewright.analyzer.server;

import io.lakewright.analyzer.understand.SchemaPatterns;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Patterns in the form that answers have. */
final class PatternAnswers {

    private static final int MOST_NAMES = 200;
    private static final int MOST_ENTRIES = 200;

    private PatternAnswers() {}

    static ObjectNode answer(SchemaPatterns found) {
        ObjectNode answer = Json.object();
        ArrayNode patterns = answer.putArray("patterns");
        found.patterns().forEach(pattern -> {
            ObjectNode node = patterns.addObject().put("pattern", pattern.pattern());
            names(node.putArray("tables"), pattern.tables());
            node.put("table_count", pattern.tables().size());
            node.put("evidence", pattern.evidence()).put("confidence", pattern.confidence());
        });
        SchemaPatterns.Naming naming = found.naming();
        answer.putObject("naming")
                .put("table_case", naming.tableCase())
                .put("column_case", naming.columnCase())
                .put("table_number", naming.tableNumber())
                .put("key_columns", naming.keyColumns())
                .put("column_prefixes", naming.columnPrefixes());
        ArrayNode details = answer.putArray("header_detail");
        found.headerDetails().stream()
                .limit(MOST_ENTRIES)
                .forEach(pair -> details.addObject()
                        .put("header", pair.header().text())
                        .put("detail", pair.detail().text())
                        .put("via", String.join(",", pair.via().fromColumns())));
        ArrayNode hierarchies = answer.putArray("hierarchies");
        found.hierarchies().stream().limit(MOST_ENTRIES).forEach(hierarchy -> {
            ObjectNode node = hierarchies.addObject();
            names(node.putArray("levels"), hierarchy.levels());
            ArrayNode via = node.putArray("via");
            hierarchy.via().forEach(via::add);
            node.put("self_reference", hierarchy.selfReference());
        });
        return answer;
    }

    static String text(SchemaPatterns found) {
        String patterns = found.patterns().stream()
                .map(pattern -> pattern.pattern() + ": " + pattern.evidence() + " ("
                        + pattern.tables().stream()
                                .limit(8)
                                .map(table -> SafeText.name(table.text()))
                                .collect(Collectors.joining(", "))
                        + (pattern.tables().size() > 8 ? ", ..." : "") + ")")
                .collect(Collectors.joining("\n"));
        return "Names: tables " + found.naming().tableCase() + " and "
                + found.naming().tableNumber() + ", columns " + found.naming().columnCase() + ", keys "
                + found.naming().keyColumns() + ".\n" + patterns;
    }

    private static void names(ArrayNode array, List<TableName> tables) {
        tables.stream().limit(MOST_NAMES).forEach(table -> array.add(table.text()));
    }
}
