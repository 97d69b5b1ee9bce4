package io.lakewright.optimizer.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.optimizer.features.FeatureQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code recommend_delta_features}. */
record RecommendDeltaFeatures(
        @JsonUnwrapped AboutTable about,

        @Describe("What the table is for, in words.") Optional<String> useCase,

        @Describe("How often rows change, in words.") Optional<String> changeFrequency,

        @Describe("How rows arrive, such as insert_only or MERGE.")
        Optional<String> load,

        @Describe("How many jobs read row changes.")
        @Accepts({JsonForm.NUMBER, JsonForm.BOOLEAN, JsonForm.ARRAY})
        @Example("0")
        Optional<JsonNode> consumersOfChanges,

        @Describe("Whether rows are updated or deleted.") Optional<Boolean> updates,

        @Describe("What reads the table, in words.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY})
        @Example("\"incremental reader\"")
        Optional<JsonNode> downstream,

        @Describe("The key in words, such as BIGINT IDENTITY or surrogate.")
        Optional<String> key,

        @Describe("How many jobs write the table.")
        @Accepts({JsonForm.STRING, JsonForm.NUMBER, JsonForm.BOOLEAN})
        @Example("1")
        Optional<JsonNode> writers,

        @Describe("How many loaders run side by side.")
        @Accepts({JsonForm.STRING, JsonForm.NUMBER, JsonForm.BOOLEAN})
        @Example("3")
        Optional<JsonNode> parallelLoaders,

        @Describe("Whether several jobs change rows at once.")
        @Accepts({JsonForm.BOOLEAN, JsonForm.NUMBER})
        @Example("true")
        Optional<JsonNode> concurrentUpdates,

        @Describe("Whether the table is partitioned.") Optional<Boolean> partitioned,

        @Describe("How Iceberg clients read the table, such as uniform_v2.")
        @Accepts({JsonForm.STRING, JsonForm.BOOLEAN, JsonForm.ARRAY})
        @Example("\"uniform_v2\"")
        Optional<JsonNode> externalIcebergReaders,

        @Describe("Whether deletion vectors are on.") Optional<Boolean> deletionVectors,

        @Describe("Names of the columns.")
        @Accepts({JsonForm.ARRAY, JsonForm.STRING})
        @Example("[\"order_date\", \"quantity\"]")
        Optional<JsonNode> columnNames,

        @Describe("Columns with types: an object, or a list of names or of {name, type}.")
        @Accepts({JsonForm.OBJECT, JsonForm.ARRAY})
        @Example("{\"payload\": \"VARIANT\"}")
        Optional<JsonNode> columns,

        @Describe("A change of type: {col, from, to}.")
        @Accepts(JsonForm.OBJECT)
        @Example("{\"col\": \"id\", \"from\": \"INT\", \"to\": \"BIGINT\"}")
        Optional<JsonNode> change,

        @Describe("A wish in words, such as keep 60 days of time travel.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY})
        @Example("\"read row changes incrementally\"")
        Optional<JsonNode> want) {

    FeatureQuestion question() {
        Map<String, String> all = new LinkedHashMap<>(Told.named(columnNames));
        all.putAll(Told.named(columns));
        Optional<Double> jobs = Stream.of(Told.number(writers), Told.number(parallelLoaders))
                .flatMap(Optional::stream)
                .reduce(Math::max)
                .or(() -> Told.flag(parallelLoaders).filter(several -> several).map(several -> 2.0));
        String wish = Stream.of(useCase, changeFrequency, Optional.of(String.join(". ", Told.texts(want))))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(". "));
        boolean concurrent = Told.number(concurrentUpdates)
                .map(count -> count > 1)
                .orElse(Told.flag(concurrentUpdates).orElse(false));
        return new FeatureQuestion(
                about.facts(),
                load.orElse(""),
                consumersOfChanges.map(JsonNode::isBoolean).orElse(false)
                        ? Told.flag(consumersOfChanges).map(some -> some ? 1.0 : 0.0)
                        : Told.number(consumersOfChanges),
                updates,
                String.join(", ", Told.texts(downstream)),
                key.orElse(""),
                jobs,
                concurrent,
                partitioned,
                Told.flag(externalIcebergReaders).orElse(false) ? Told.words(externalIcebergReaders) : "",
                deletionVectors,
                all,
                change.flatMap(RecommendDeltaFeatures::typeChange),
                wish);
    }

    private static Optional<FeatureQuestion.TypeChange> typeChange(JsonNode node) {
        String column = node.path("col").asString(node.path("column").asString(""));
        String from = node.path("from").asString("");
        String to = node.path("to").asString("");
        return List.of(column, from, to).contains("")
                ? Optional.empty()
                : Optional.of(new FeatureQuestion.TypeChange(column, from, to));
    }
}
