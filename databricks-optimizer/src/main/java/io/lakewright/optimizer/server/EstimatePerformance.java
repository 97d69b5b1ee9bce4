package io.lakewright.optimizer.server;

import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.mcp.Range;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.estimate.Compute;
import io.lakewright.optimizer.estimate.EstimateRequest;
import io.lakewright.optimizer.estimate.PerformanceEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code estimate_performance}. */
record EstimatePerformance(
        @Describe(
                "The model whose loads are estimated: the object that generate_* returned, or {\"model_ref\": ...} where the host resolves references; or a style in words.")
        @Accepts({JsonForm.OBJECT, JsonForm.STRING})
        @Example("{\"model_ref\": \"sha256:0f...\"}")
        Optional<JsonNode> model,

        @Describe("The workload in words, such as 1000 changes a day or 5% change daily.")
        @Accepts({JsonForm.STRING, JsonForm.OBJECT})
        @Example("\"1000 changes a day\"")
        Optional<JsonNode> queryWorkload,

        @Describe("Table the question is about.") Optional<String> tableName,

        @Describe("The same as table_name.") Optional<String> table,

        @Describe("Compressed size of the table that is read; the same as table_bytes.")
        Optional<Double> sizeBytes,

        @Describe("Number of rows of the table that is read; used when its size is unknown.")
        Optional<Double> rowCount,

        @Describe("Whether Unity Catalog manages the table.")
        Optional<Boolean> managed,

        @Describe("Whether predictive optimization runs on the table.")
        Optional<Boolean> po,

        @Describe("Databricks Runtime version.") @Accepts({JsonForm.STRING, JsonForm.NUMBER}) @Example("\"15.4\"")
        Optional<JsonNode> dbr,

        @Describe("Table format: delta or iceberg.") Optional<String> format,

        @Describe("Engines outside Databricks that read the table.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY, JsonForm.BOOLEAN})
        @Example("[\"trino\"]")
        Optional<JsonNode> externalReaders,

        @Describe("Size of the SQL warehouse.") @Example("\"Medium\"")
        Optional<String> warehouse,

        @Describe("serverless, pro, classic, jobs, jobs serverless, all-purpose or pipelines core, pro or advanced.")
        Optional<String> type,

        @Describe("Number of clusters of the warehouse; 1 unless said.") @Range(min = 1, max = 1000)
        Optional<Integer> clusters,

        @Describe("Hours that it runs.") Optional<Double> hours,

        @Describe("AWS, AZURE or GCP.") Optional<String> cloud,

        @Describe("Region of the cloud.") @Example("\"us-east-1\"")
        Optional<String> region,

        @Describe("Premium or Enterprise.") Optional<String> tier,

        @Describe("Compressed size of the table that is read.")
        Optional<Double> tableBytes,

        @Describe("Today's layout, such as CLUSTER BY (order_date), PARTITIONED BY (day) or unclustered.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY})
        @Example("\"CLUSTER BY (order_date)\"")
        Optional<JsonNode> layout,

        @Describe("The query in words, or {filter, selectivity, rows_fraction}.")
        @Accepts({JsonForm.OBJECT, JsonForm.STRING})
        @Example("{\"filter\": \"order_date\", \"selectivity\": 0.01}")
        Optional<JsonNode> query,

        @Describe("A claimed speed-up, to be judged.") Optional<String> claim,

        @Describe("What shall be known, in words.") Optional<String> question,

        @Describe("Measured work of comparable queries: {read_bytes, task_seconds, cores}.")
        @Accepts(JsonForm.OBJECT)
        @Example("{\"read_bytes\": 5e11, \"task_seconds\": 4000, \"cores\": 32}")
        Optional<JsonNode> history,

        @Describe("Bytes that are stored.") Optional<Double> storageBytes,

        @Describe("Months that they are stored; 1 unless said.")
        Optional<Double> months) {

    private static final Pattern LISTED = Pattern.compile(
            "(cluster(?:ed)?\\s+by|partition(?:ed)?\\s+by)\\s*\\(?\\s*([\\w`.]+(?:\\s*,\\s*[\\w`.]+)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Set<String> NO_COLUMNS = Set.of(
            "and", "or", "in", "between", "like", "is", "not", "null", "day", "days", "month", "week", "year", "date");
    private static final double ASSUMED_BYTES_PER_ROW = 100;

    Advice estimate() {
        return PerformanceEstimate.answer(new EstimateRequest(
                model.filter(JsonNode::isObject).flatMap(EstimatePerformance::read),
                Told.words(queryWorkload),
                new Compute(warehouse, type, clusters.orElse(1), cloud, region, tier),
                hours.filter(value -> value >= 0),
                Stream.of(tableBytes, sizeBytes, rowCount.map(rows -> rows * ASSUMED_BYTES_PER_ROW))
                        .flatMap(Optional::stream)
                        .filter(value -> value > 0)
                        .findFirst(),
                inLayout("c"),
                inLayout("p"),
                words(),
                filtered(),
                selectivity(),
                measured(),
                claim.orElse(""),
                storageBytes.filter(value -> value >= 0),
                months.filter(value -> value >= 0)));
    }

    /** A model that only names its style has nothing to estimate. */
    private static Optional<DataModel> read(JsonNode node) {
        boolean whole = node.has("tables") || node.path("model").has("tables");
        return whole || node.has("model_ref") ? Optional.of(ModelDocuments.fromTree(node)) : Optional.empty();
    }

    private Optional<String> words() {
        return query.map(node -> node.isObject() ? "" : node.asString(""))
                .or(() -> hours.isPresent() || storageBytes.isPresent() || model.isPresent()
                        ? Optional.empty()
                        : question);
    }

    private List<String> inLayout(String letter) {
        Matcher matcher = LISTED.matcher(Told.words(layout));
        List<String> columns = new ArrayList<>();
        while (matcher.find()) {
            boolean meant = matcher.group(1).toLowerCase(Locale.ROOT).startsWith(letter);
            if (meant && !matcher.group(2).equalsIgnoreCase("auto")) {
                columns.addAll(Arrays.stream(matcher.group(2).replace("`", "").split(","))
                        .map(String::strip)
                        .toList());
            }
        }
        return columns;
    }

    /** Columns by which the query filters: what its filter names, or known columns in its words. */
    private List<String> filtered() {
        List<String> columns = new ArrayList<>();
        query.ifPresent(node -> {
            List<String> texts = node.isObject() ? Told.texts(Optional.of(node.path("filter"))) : List.of();
            texts.forEach(text -> columns.addAll(columnsOf(text)));
        });
        words().ifPresent(text -> {
            List<String> known = new ArrayList<>(inLayout("c"));
            known.addAll(inLayout("p"));
            boolean unfiltered = text.toLowerCase(Locale.ROOT).matches("(?s).*(unfiltered|no filter|without).*");
            Matcher matcher = WORD.matcher(text);
            while (matcher.find() && !unfiltered) {
                String word = matcher.group();
                boolean behindFilter = text.substring(0, matcher.start())
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*(where|filter(s|ed|ing)?( by| on)?|lookup (by|on))\\s*$");
                if (behindFilter || known.stream().anyMatch(word::equalsIgnoreCase)) {
                    columns.add(word);
                }
            }
        });
        return columns;
    }

    private static List<String> columnsOf(String text) {
        List<String> columns = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.replaceAll("'[^']*'", " "));
        while (matcher.find()) {
            if (!NO_COLUMNS.contains(matcher.group().toLowerCase(Locale.ROOT))) {
                columns.add(matcher.group());
            }
        }
        return columns;
    }

    private Optional<Double> selectivity() {
        return query.filter(JsonNode::isObject)
                .flatMap(node -> Stream.of("selectivity", "rows_fraction", "fraction")
                        .map(node::path)
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asDouble)
                        .findFirst());
    }

    private Optional<EstimateRequest.History> measured() {
        return history.map(node -> new EstimateRequest.History(
                node.path("read_bytes").asDouble(0), node.path("task_seconds").asDouble(0)));
    }
}
