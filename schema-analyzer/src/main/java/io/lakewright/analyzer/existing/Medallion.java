package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.understand.SchemaPatterns.Pattern;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The layers of a lakehouse, by the names of schemas or by what the names of tables begin with. */
final class Medallion {

    private static final List<String> LAYERS = List.of("bronze", "silver", "gold");
    private static final Map<String, String> SCHEMA_WORDS = Map.ofEntries(
            Map.entry("bronze", "bronze"),
            Map.entry("landing", "bronze"),
            Map.entry("raw", "bronze"),
            Map.entry("silver", "silver"),
            Map.entry("staging", "silver"),
            Map.entry("stage", "silver"),
            Map.entry("cleansed", "silver"),
            Map.entry("refined", "silver"),
            Map.entry("conformed", "silver"),
            Map.entry("intermediate", "silver"),
            Map.entry("gold", "gold"),
            Map.entry("curated", "gold"),
            Map.entry("mart", "gold"),
            Map.entry("marts", "gold"),
            Map.entry("presentation", "gold"));
    private static final Map<String, String> TABLE_WORDS = Map.ofEntries(
            Map.entry("bronze", "bronze"),
            Map.entry("raw", "bronze"),
            Map.entry("landing", "bronze"),
            Map.entry("silver", "silver"),
            Map.entry("stg", "silver"),
            Map.entry("int", "silver"),
            Map.entry("gold", "gold"),
            Map.entry("mart", "gold"),
            Map.entry("dim", "gold"),
            Map.entry("fact", "gold"),
            Map.entry("fct", "gold"));

    private Medallion() {}

    /** The pattern with its layers; empty unless at least two layers are named. */
    static Optional<Pattern> of(SourceSchema schema) {
        Map<TableName, String> bySchema = new LinkedHashMap<>();
        Map<TableName, String> byTable = new LinkedHashMap<>();
        for (SourceTable table : schema.tables()) {
            layer(Names.words(table.name().schema()), SCHEMA_WORDS)
                    .ifPresent(layer -> bySchema.put(table.name(), layer));
            List<String> words = Names.words(table.name().table());
            if (words.size() > 1) {
                layer(words.subList(0, 1), TABLE_WORDS).ifPresent(layer -> byTable.put(table.name(), layer));
            }
        }
        return isLayered(bySchema)
                ? Optional.of(pattern(bySchema, "schemas are named after layers"))
                : isLayered(byTable)
                        ? Optional.of(pattern(byTable, "tables are named after layers"))
                        : Optional.empty();
    }

    private static boolean isLayered(Map<TableName, String> layers) {
        return layers.values().stream().distinct().count() >= 2;
    }

    private static Optional<String> layer(List<String> words, Map<String, String> meanings) {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(meanings.get(word)).stream())
                .findFirst();
    }

    private static Pattern pattern(Map<TableName, String> layers, String evidence) {
        Map<String, Long> counts =
                layers.values().stream().collect(Collectors.groupingBy(l -> l, TreeMap::new, Collectors.counting()));
        List<String> said = new ArrayList<>();
        LAYERS.stream().filter(counts::containsKey).forEach(layer -> said.add(layer + " (" + counts.get(layer) + ")"));
        return ExistingPatterns.pattern(
                "medallion", List.copyOf(layers.keySet()), evidence + ": " + String.join(", ", said), 0.85);
    }
}
