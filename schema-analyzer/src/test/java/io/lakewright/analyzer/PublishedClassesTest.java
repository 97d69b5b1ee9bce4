package io.lakewright.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Facts and dimensions against what published warehouses made of the same source tables. */
class PublishedClassesTest {

    private static final Map<String, String> WAREHOUSES =
            Map.of("sakila_dwh_kettle", "pagila", "ssb", "tpch", "adventureworks_pair", "adventureworks");

    /** How often a kind was given rightly, given wrongly, and missed. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        double f1() {
            return 2.0 * right / (2.0 * right + wrong + missed);
        }
    }

    @Test
    void tellsFactsAndDimensionsAsPublishedWarehousesDo() throws IOException {
        Map<Kind, Score> scores = new HashMap<>();
        for (Map.Entry<String, String> warehouse : WAREHOUSES.entrySet()) {
            SchemaUnderstanding understanding = SchemaUnderstanding.of(SharedSchemas.schema(warehouse.getValue()));
            labels(warehouse.getKey()).forEach((name, label) -> {
                Kind kind = understanding
                        .classOf(understanding.names().tables(name).getFirst().name())
                        .kind();
                for (Kind counted : new Kind[] {Kind.FACT, Kind.DIMENSION}) {
                    Score score = scores.computeIfAbsent(counted, any -> new Score());
                    score.right += kind == counted && label == counted ? 1 : 0;
                    score.wrong += kind == counted && label != counted ? 1 : 0;
                    score.missed += kind != counted && label == counted ? 1 : 0;
                }
            });
        }
        assertThat(Objects.requireNonNull(scores.get(Kind.FACT)).f1()).isGreaterThanOrEqualTo(0.9);
        assertThat(Objects.requireNonNull(scores.get(Kind.DIMENSION)).f1()).isGreaterThanOrEqualTo(0.9);
    }

    /** A table that is both a fact and a dimension somewhere is a fact. */
    private static Map<String, Kind> labels(String warehouse) throws IOException {
        JsonNode truth = Json.read(
                Files.readString(SharedSchemas.folder().resolveSibling("truth").resolve(warehouse + ".json")));
        Map<String, Kind> labels = new HashMap<>();
        for (JsonNode dimension : truth.path("dimensions").values()) {
            if (isFed(dimension) && !dimension.path("role").asString("").equals("date")) {
                dimension.path("source_tables").forEach(table -> labels.put(name(table), Kind.DIMENSION));
                put(labels, dimension, Kind.DIMENSION);
            }
        }
        truth.path("bridges").forEach(bridge -> put(labels, bridge, Kind.BRIDGE));
        for (JsonNode fact : truth.path("facts").values()) {
            if (isFed(fact)) {
                put(labels, fact, Kind.FACT);
            }
        }
        return labels;
    }

    private static boolean isFed(JsonNode target) {
        return !target.path("no_source").asBoolean(false);
    }

    private static void put(Map<String, Kind> labels, JsonNode target, Kind kind) {
        if (target.hasNonNull("anchor_table")) {
            labels.put(name(target.path("anchor_table")), kind);
        }
    }

    private static String name(JsonNode table) {
        return table.asString("").toLowerCase(Locale.ROOT);
    }
}
