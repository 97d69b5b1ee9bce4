package io.lakewright.optimizer.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.optimizer.partitioning.PartitioningQuestion;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code recommend_partitioning}. */
record RecommendPartitioning(
        @JsonUnwrapped AboutTable about,

        @Describe("How the table is read, in words.") Optional<String> accessPattern,

        @Describe("Date columns of the table.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"order_date\"]")
        Optional<JsonNode> dateColumns,

        @Describe("Column or expression considered as partition.")
        Optional<String> candidate,

        @Describe("Type of the candidate.") Optional<String> type,

        @Describe("Number of distinct values of the candidate.")
        Optional<Double> ndv,

        @Describe("Columns that queries filter by, or an object with the share of queries for each.")
        @Accepts({JsonForm.ARRAY, JsonForm.OBJECT, JsonForm.STRING})
        @Example("[\"event_date\"]")
        Optional<JsonNode> filters,

        @Describe("Whether the filter by the candidate will never change.")
        Optional<Boolean> stable,

        @Describe("Who writes the table: engines by name, or a number of jobs.")
        @Accepts({JsonForm.STRING, JsonForm.NUMBER, JsonForm.ARRAY})
        @Example("\"databricks\"")
        Optional<JsonNode> writers,

        @Describe("Whether the candidate dates the versions of an SCD type 2 dimension.")
        Optional<Boolean> scd2,

        @Describe("Whether the candidate is an identity column.")
        Optional<Boolean> identity,

        @Describe("Whether rows are only ever added.") Optional<Boolean> insertOnly,

        @Describe("Today's partition columns.") @Accepts({JsonForm.ARRAY, JsonForm.STRING}) @Example("[\"load_date\"]")
        Optional<JsonNode> partitionedBy,

        @Describe("Whether several jobs change rows at once: yes or no, or their number.")
        @Accepts({JsonForm.BOOLEAN, JsonForm.NUMBER})
        @Example("true")
        Optional<JsonNode> concurrentMerges) {

    PartitioningQuestion question() {
        List<String> today = Told.texts(partitionedBy);
        List<String> dates = Told.texts(dateColumns);
        String considered = candidate
                .or(() -> today.stream().findFirst())
                .or(() -> dates.stream().findFirst())
                .orElse("");
        boolean numbered = writers.map(JsonNode::isNumber).orElse(false);
        boolean several = Told.number(concurrentMerges)
                .map(count -> count > 1)
                .orElse(Told.flag(concurrentMerges).orElse(false));
        return new PartitioningQuestion(
                about.facts(),
                considered,
                type,
                ndv,
                Told.texts(filters),
                stable.orElse(false),
                numbered ? List.of() : Told.texts(writers),
                scd2.orElse(false),
                identity.orElse(false),
                insertOnly.orElse(false),
                today,
                several);
    }
}
