package io.lakewright.optimizer.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.optimizer.clustering.ClusteringQuestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code recommend_clustering}. */
record RecommendClustering(
        @JsonUnwrapped AboutTable about,

        @Describe("What queries look like: texts, or objects such as {\"filter\": [\"order_date\"]}.")
        @Accepts({JsonForm.ARRAY, JsonForm.STRING})
        @Example("[\"WHERE order_date BETWEEN ? AND ?\"]")
        Optional<JsonNode> queryPatterns,

        @Describe("Cardinality by column: a number of distinct values, or a word.")
        @Accepts(JsonForm.OBJECT)
        @Example("{\"customer_id\": \"high\"}")
        Optional<JsonNode> cardinality,

        @Describe("Share of queries that filter by each column.")
        @Accepts({JsonForm.OBJECT, JsonForm.ARRAY, JsonForm.STRING})
        @Example("{\"order_date\": 0.9, \"store_id\": 0.4}")
        Optional<JsonNode> filters,

        @Describe("Keys that are wanted.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"order_date\"]")
        Optional<JsonNode> requestedKeys,

        @Describe("Column types.") @Accepts(JsonForm.OBJECT) @Example("{\"order_date\": \"DATE\"}")
        Optional<JsonNode> types,

        @Describe("Ordinal of the first wanted key in the table from 1, or an object with one for each column.")
        @Accepts({JsonForm.NUMBER, JsonForm.OBJECT})
        @Example("40")
        Optional<JsonNode> columnPosition,

        @Describe("Whether the table stands and holds rows.")
        Optional<Boolean> existing,

        @Describe("Today's clustering keys.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"customer_id\"]")
        Optional<JsonNode> oldKeys,

        @Describe("Keys that shall replace today's.")
        @Accepts({JsonForm.ARRAY, JsonForm.STRING})
        @Example("[\"order_date\"]")
        Optional<JsonNode> newKeys,

        @Describe("The same as new_keys.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"order_date\"]")
        Optional<JsonNode> changeKeys,

        @Describe("TABLE, STREAMING_TABLE or MATERIALIZED_VIEW.")
        Optional<String> kind,

        @Describe("Correlation of the wanted keys, 0 to 1.")
        @Accepts({JsonForm.NUMBER, JsonForm.STRING, JsonForm.OBJECT})
        @Example("0.98")
        Optional<JsonNode> correlation,

        @Describe("DDL that is about to run.") Optional<String> statement,

        @Describe("Whether the table is CLUSTER BY AUTO today.")
        Optional<Boolean> currentAuto,

        @Describe("Today's layout in words, such as PARTITIONED BY (load_date).")
        Optional<String> layout,

        @Describe("Today's partition columns.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"load_date\"]")
        Optional<JsonNode> partitionedBy) {

    private static final double CORRELATED = 0.8;
    private static final Pattern LIST = Pattern.compile(
            "(partitioned(?:\\s+by)?|z-?order(?:ed)?(?:\\s+by)?|cluster(?:ed)?\\s+by)\\s*(?:on\\s+)?\\(?\\s*([\\w`.]+(?:\\s*,\\s*[\\w`.]+)*)?",
            Pattern.CASE_INSENSITIVE);

    ClusteringQuestion question() {
        List<String> wanted = wanted();
        Map<String, String> columnTypes = Told.named(types);
        Map<String, Double> shares = new LinkedHashMap<>(Told.shares(filters));
        if (shares.isEmpty()) {
            Set<String> known = new LinkedHashSet<>(columnTypes.keySet());
            known.addAll(Told.texts(cardinality));
            List<JsonNode> patterns = queryPatterns
                    .map(node -> node.isArray() ? node.valueStream().toList() : List.of(node))
                    .orElse(List.of());
            shares.putAll(QueryColumns.of(patterns, known, about.facts().name()));
        }
        String today = layout.orElse("");
        List<String> partitions = Told.texts(partitionedBy);
        List<String> zOrder = inLayout("z");
        List<String> old = Told.texts(oldKeys);
        boolean zOrdered = today.toLowerCase(Locale.ROOT).matches("(?s).*z-?order.*");
        boolean stands = existing.orElse(false)
                || !old.isEmpty()
                || newKeys.isPresent()
                || changeKeys.isPresent()
                || zOrdered
                || inToday("partition");
        return new ClusteringQuestion(
                about.facts(),
                shares,
                wanted,
                columnTypes,
                positions(wanted),
                correlated(wanted.isEmpty() ? List.copyOf(shares.keySet()) : wanted),
                stands,
                zOrdered ? zOrder : old.isEmpty() ? inLayout("c") : old,
                partitions.isEmpty() ? inLayout("p") : partitions,
                zOrdered,
                kindOf(),
                statement.orElse(""),
                currentAuto.orElse(inToday("cluster by auto")));
    }

    private List<String> wanted() {
        for (Optional<JsonNode> keys : List.of(newKeys, changeKeys, requestedKeys)) {
            if (!Told.texts(keys).isEmpty()) {
                return Told.texts(keys);
            }
        }
        return List.of();
    }

    private boolean inToday(String words) {
        return layout.orElse("").toLowerCase(Locale.ROOT).contains(words);
    }

    /** The columns that today's layout names behind a word with that first letter. */
    private List<String> inLayout(String letter) {
        Matcher matcher = LIST.matcher(layout.orElse(""));
        while (matcher.find()) {
            String columns = matcher.group(2);
            boolean meant = matcher.group(1).toLowerCase(Locale.ROOT).startsWith(letter);
            if (meant && columns != null && !columns.equalsIgnoreCase("auto")) {
                return Arrays.stream(columns.replace("`", "").split(","))
                        .map(String::strip)
                        .toList();
            }
        }
        return List.of();
    }

    private ClusteringQuestion.Kind kindOf() {
        String text = kind.orElse("").toLowerCase(Locale.ROOT);
        return text.contains("view")
                ? ClusteringQuestion.Kind.MATERIALIZED_VIEW
                : text.contains("streaming") ? ClusteringQuestion.Kind.STREAMING_TABLE : ClusteringQuestion.Kind.TABLE;
    }

    private Map<String, Integer> positions(List<String> wanted) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        columnPosition.ifPresent(node -> {
            if (node.isObject()) {
                node.properties()
                        .forEach(entry ->
                                positions.put(entry.getKey(), entry.getValue().asInt(1)));
            } else if (!wanted.isEmpty()) {
                positions.put(wanted.getFirst(), node.asInt(1));
            }
        });
        return positions;
    }

    private List<List<String>> correlated(List<String> wanted) {
        if (correlation.isEmpty() || wanted.size() < 2) {
            return List.of();
        }
        JsonNode node = correlation.get();
        boolean strong = node.isObject()
                ? node.valueStream().anyMatch(value -> Math.abs(value.asDouble(0)) >= CORRELATED)
                : node.isNumber()
                        ? Math.abs(node.asDouble()) >= CORRELATED
                        : node.asString("")
                                .toLowerCase(Locale.ROOT)
                                .matches(".*(high|strong|same|identical|1\\.0|0\\.[89]).*");
        return strong ? List.of(wanted.subList(0, 2)) : List.of();
    }
}
