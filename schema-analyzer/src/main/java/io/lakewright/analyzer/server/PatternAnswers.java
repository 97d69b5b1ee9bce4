package io.lakewright.analyzer.server;

import io.lakewright.analyzer.existing.ExistingModel;
import io.lakewright.analyzer.understand.SchemaPatterns;
import io.lakewright.analyzer.understand.SchemaPatterns.Pattern;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Patterns in the form that answers have. */
final class PatternAnswers {

    private static final int MOST_NAMES = 200;
    private static final int MOST_ENTRIES = 200;

    private PatternAnswers() {}

    /**
     * @param warehouse patterns of warehouses
     * @param existing the model that stands already
     */
    static ObjectNode answer(SchemaPatterns found, List<Pattern> warehouse, Optional<DataModel> existing) {
        ObjectNode answer = Json.object();
        ArrayNode patterns = answer.putArray("patterns");
        Stream.concat(warehouse.stream(), found.patterns().stream()).forEach(pattern -> {
            ObjectNode node = patterns.addObject().put("pattern", pattern.pattern());
            names(node.putArray("tables"), pattern.tables());
            node.put("table_count", pattern.tables().size());
            node.put("evidence", pattern.evidence()).put("confidence", pattern.confidence());
        });
        answer.set("naming", naming(found.naming()));
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
        existing.ifPresent(model -> answer.set("existing_model", model(model)));
        return answer;
    }

    private static ObjectNode naming(SchemaPatterns.Naming naming) {
        ObjectNode node = Json.object();
        ObjectNode coverage = Json.object();
        convention(node, coverage, "table_case", naming.tableCase());
        convention(node, coverage, "column_case", naming.columnCase());
        convention(node, coverage, "table_number", naming.tableNumber());
        convention(node, coverage, "key_columns", naming.keyColumns());
        convention(node, coverage, "reference_endings", naming.referenceEndings());
        ArrayNode prefixes = node.putArray("table_prefixes");
        naming.tablePrefixes()
                .forEach(prefix -> prefixes.addObject()
                        .put("prefix", SafeText.name(prefix.form()))
                        .put("coverage", prefix.coverage()));
        node.put("column_prefixes", naming.columnPrefixes());
        node.set("coverage", coverage);
        return node;
    }

    private static void convention(
            ObjectNode node, ObjectNode coverage, String name, SchemaPatterns.Convention convention) {
        node.put(name, convention.form());
        coverage.put(name, convention.coverage());
    }

    /** The model as a document where there is room for it, and always what it holds. */
    private static ObjectNode model(DataModel model) {
        ObjectNode node = Json.object()
                .put("style", model.style().name().toLowerCase(Locale.ROOT))
                .put("summary", model.description());
        ArrayNode tables = node.putArray("tables");
        int left = AnswerRoom.fill(
                tables,
                model.tables(),
                table -> Json.object()
                        .put("name", table.sources().getFirst().text())
                        .put("kind", table.kind().name().toLowerCase(Locale.ROOT)));
        if (left > 0) {
            node.put("omitted_tables", left);
        }
        ObjectNode document = ModelDocuments.toTree(model);
        int room = AnswerRoom.CHARACTERS - node.toString().length();
        if (document.toString().length() <= room) {
            node.set("model", document.path("model"));
        } else {
            node.put(
                    "model_omitted",
                    "The model has too many tables for one answer; ask with tables to get a part of it.");
        }
        return node;
    }

    static String text(SchemaPatterns found, List<Pattern> warehouse, Optional<DataModel> existing) {
        String patterns = Stream.concat(warehouse.stream(), found.patterns().stream())
                .map(pattern -> pattern.pattern() + ": " + pattern.evidence() + " ("
                        + pattern.tables().stream()
                                .limit(8)
                                .map(table -> SafeText.name(table.text()))
                                .collect(Collectors.joining(", "))
                        + (pattern.tables().size() > 8 ? ", ..." : "") + ")")
                .collect(Collectors.joining("\n"));
        SchemaPatterns.Naming naming = found.naming();
        return existing.map(model -> "Stands already: " + ExistingModel.counts(model.tables()) + ".\n")
                        .orElse("")
                + "Names: tables " + words(naming.tableCase()) + " and " + words(naming.tableNumber())
                + ", columns " + words(naming.columnCase())
                + ", keys " + words(naming.keyColumns())
                + ", references end with " + words(naming.referenceEndings())
                + ".\n" + patterns;
    }

    private static String words(SchemaPatterns.Convention convention) {
        return SafeText.name(convention.form()) + " (" + Math.round(convention.coverage() * 100) + " %)";
    }

    private static void names(ArrayNode array, List<TableName> tables) {
        tables.stream().limit(MOST_NAMES).forEach(table -> array.add(table.text()));
    }
}
