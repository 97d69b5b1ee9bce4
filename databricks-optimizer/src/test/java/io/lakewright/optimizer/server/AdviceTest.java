package io.lakewright.optimizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.optimizer.Models;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the tools answer, by the ids of the rules. */
class AdviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            P-01: small                | {"table": "visit", "size_bytes": 9e10, "candidate": "day", "ndv": 80} | PART_NOT_RECOMMENDED
            P-04: nested               | {"table": "visit", "size_bytes": 2e12, "candidate": "s.f"} | PART_COMPLEX_TYPE
            P-05: expression           | {"table": "visit", "size_bytes": 2e12, "candidate": "year(seen_on)"} | PART_EXPR_NOT_ALLOWED
            P-06: two values           | {"table": "visit", "size_bytes": 2e12, "candidate": "open", "ndv": 2} | PART_BOOLEAN_USELESS
            P-08: concurrent merges    | {"table": "visit", "size_bytes": 2e12, "candidate": "d", "ndv": 9, "concurrent_merges": true} | PART_NO_ROW_CONCURRENCY
            P-09: insert only          | {"table": "visit", "size_bytes": 2e11, "insert_only": true} | INGEST_TIME_CLUSTERING
            P-10: foreign writers      | {"table": "visit", "size_bytes": 2e12, "candidate": "d", "ndv": 90, "writers": "spark outside"} | PART_ALLOWED
            L-15: in place             | {"table": "visit", "size_bytes": 2e12, "partitioned_by": "d", "dbr": 18.1} | LC_CONVERT_IN_PLACE
            L-16: by copy              | {"table": "visit", "size_bytes": 2e12, "partitioned_by": "d", "dbr": "17.3"} | LC_CONVERT_BY_CTAS
            """)
    void weighsPartitions(String rule, String arguments, String code) {
        assertThat(codes(call("recommend_partitioning", arguments))).as(rule).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            L-04 | {"table": "visit", "current_auto": true, "statement": "create or replace table visit (a int)"} | LC_REPLACE_LOSES_AUTO
            L-07 | {"table": "visit", "requested_keys": ["a", "b"], "correlation": 0.97} | LC_CORRELATED_KEYS
            L-12 | {"table": "visit", "old_keys": ["a"], "statement": "optimize visit zorder by (a)"} | LC_WITH_ZORDER_CONFLICT
            L-24 | {"table": "visit", "filters": {"a": 1}, "size_bytes": 1e11, "external_readers": "duckdb"} | LC_PROTOCOL_WARNING
            Z-01 | {"table": "visit", "layout": "zordered by a", "size_bytes": 1e11} | ZORDER_LEGACY_ONLY
            """)
    void weighsKeys(String rule, String arguments, String code) {
        assertThat(codes(call("recommend_clustering", arguments))).as(rule).contains(code);
    }

    @Test
    void namesAreQuotedWhereTheyMustBe() {
        JsonNode answer = call(
                "recommend_clustering",
                "{\"table\": \"c.s.select\", \"size_bytes\": 1e11, \"filters\": {\"wei`rd\": 1}}");

        assertThat(answer.path("sql").path(0).asString(""))
                .isEqualTo("ALTER TABLE c.s.`select` CLUSTER BY (`wei``rd`)");
    }

    @Test
    void proseWordsAreNoColumns() {
        JsonNode answer = call(
                "recommend_clustering",
                "{\"table\": \"visit\", \"row_count\": 90000000, \"query_patterns\": [\"please make the reports on visits quick\", \"where seen_on between a and b\"]}");

        assertThat(answer.path("sql").path(0).asString("")).isEqualTo("ALTER TABLE visit CLUSTER BY (seen_on)");
        assertThat(answer.path("assumptions").path(0).asString("")).startsWith("X-01");
    }

    @Test
    void asksForVolumeAndFiltersWhenNothingWasSaid() {
        JsonNode answer = call("recommend_clustering", "{\"table_name\": \"visit\"}");

        assertThat(answer.path("sql")).isEmpty();
        assertThat(answer.path("explanation").asString("")).contains("Name the columns");
        assertThat(answer.path("assumptions").path(0).asString("")).contains("Neither size nor row count");
    }

    @Test
    void aChangeFeedIsNeitherHistoryNorSetWithoutUse() {
        JsonNode archive =
                call("recommend_delta_features", "{\"table\": \"visit\", \"want\": \"CDF as audit archive\"}");
        JsonNode silent = call("recommend_delta_features", "{\"table\": \"visit\"}");

        assertThat(codes(archive)).contains("CDF_NOT_HISTORY").doesNotContain("CDF_ENABLE");
        assertThat(archive.path("sql")).isEmpty();
        assertThat(silent.path("findings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TINYINT,INT,true",
        "BIGINT,INT,false",
        "'DECIMAL(10,2)','DECIMAL(12,3)',true",
        "'DECIMAL(10,2)','DECIMAL(10,3)',false",
        "INT,'DECIMAL(10,0)',true",
        "BIGINT,'DECIMAL(12,0)',false",
        "DATE,TIMESTAMP_NTZ,true",
        "DATE,TIMESTAMP,false",
        "STRING,INT,false"
    })
    void widensOnlyWhatDeltaWidens(String from, String to, boolean widens) {
        ObjectNode arguments = Json.object().put("table", "visit");
        arguments.putObject("change").put("col", "c").put("from", from).put("to", to);

        assertThat(codes(call("recommend_delta_features", arguments)))
                .as("T-08")
                .containsExactly(widens ? "TYPE_WIDENING_OK" : "TYPE_WIDENING_UNSUPPORTED");
    }

    @Test
    void estimatesTheLoadsOfAModelAsBands() {
        JsonNode answer = estimate(Optional.of(3_000_000L));
        JsonNode numbers = answer.path("numbers");

        for (String number : List.of(
                "initial_load_seconds", "incremental_load_seconds", "usd_per_run", "storage_bytes", "seconds", "usd")) {
            assertThat(numbers.path(number).path("low").asDouble())
                    .as(number)
                    .isPositive()
                    .isLessThan(numbers.path(number).path("expected").asDouble());
            assertThat(numbers.path(number).path("high").asDouble())
                    .as(number)
                    .isGreaterThan(numbers.path(number).path("expected").asDouble());
        }
        assertThat(answer.path("assumptions").size()).isGreaterThan(4);
    }

    @Test
    void overheadRulesSmallModelsAndUncountedRowsAreAskedFor() {
        JsonNode small = estimate(Optional.of(500L));
        JsonNode unknown = estimate(Optional.empty());

        assertThat(small.path("explanation").asString("")).contains("fixed overhead of a job start");
        assertThat(codes(small)).doesNotContain("EST_INSUFFICIENT_INPUT");
        assertThat(codes(unknown)).contains("EST_INSUFFICIENT_INPUT");
        assertThat(unknown.path("assumptions").toString()).contains("100,000 rows");
    }

    @Test
    void morePlausiblyTakesLongerWithMoreRows() {
        assertThat(estimate(Optional.of(900_000_000L))
                        .at("/numbers/initial_load_seconds/expected")
                        .asDouble())
                .isGreaterThan(estimate(Optional.of(90_000_000L))
                        .at("/numbers/initial_load_seconds/expected")
                        .asDouble());
    }

    @Test
    void measuredHistoryNarrowsTheBand() {
        String query = "\"table_bytes\": 2e12, \"warehouse\": \"Large\", \"query\": \"whole table\"";
        JsonNode guessed = call("estimate_performance", "{" + query + "}").at("/numbers/seconds");
        JsonNode measured = call(
                        "estimate_performance",
                        "{" + query + ", \"history\": {\"read_bytes\": 1e12, \"task_seconds\": 9000, \"cores\": 64}}")
                .at("/numbers/seconds");

        assertThat(width(measured)).isLessThan(width(guessed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            CREATE TABLE c.s.visit (a INT, b MAP<STRING, INT>) CLUSTER BY (b) | LC_KEY_TYPE_UNSUPPORTED | false
            CREATE TABLE c.s.visit (a INT) CLUSTER BY AUTO COMMENT 'PARTITIONED BY nothing' | LC_WITH_PARTITION_CONFLICT | absent
            CREATE TABLE c.s.visit (a INT, CHECK (a > 0 AND a < 9), CONSTRAINT p PRIMARY KEY (a), PRIMARY KEY (a)) | PK_MULTIPLE | false
            CREATE TABLE hive_metastore.s.visit (a INT NOT NULL PRIMARY KEY) | KEYS_NEED_UC | false
            CREATE TABLE c.s.visit (v VARIANT) CLUSTER BY (v) | VARIANT_LIMITS | false
            CREATE TABLE c.s.visit (a SERIAL) | UNSUPPORTED_TYPE | false
            CREATE TABLE c.s.visit (n INT DEFAULT (SELECT 1)) | DEFAULT_EXPR_INVALID | false
            ALTER TABLE c.s.visit ADD COLUMN k BIGINT GENERATED ALWAYS AS IDENTITY | IDENT_ADD_COLUMN | false
            VACUUM c.s.visit RETAIN 200 HOURS | VACUUM_TOO_SHORT | absent
            CREATE TABLE c.s.visit (a INT, b INT) | NAME_CASE_COLLISION | absent
            """)
    void readsStatementsAsDatabricksWould(String ddl, String code, String verdict) {
        JsonNode answer = call("validate_ddl", Json.object().put("ddl", ddl));

        if (verdict.equals("absent")) {
            assertThat(codes(answer)).doesNotContain(code);
        } else {
            assertThat(codes(answer)).contains(code);
            assertThat(answer.path("valid").asBoolean(true)).isFalse();
        }
    }

    @Test
    void correctsWhatItCanAndKeepsTheRest() {
        JsonNode answer = call(
                "validate_ddl",
                Json.object()
                        .put(
                                "ddl",
                                "CREATE TABLE c.s.visit (a INT NOT NULL, n INT DEFAULT 0, CHECK (n >= 0), m MAP<STRING, INT>) COMMENT 'it''s' CLUSTER BY (a)"));

        assertThat(answer.path("sql").path(0).asString("")).isEqualTo("""
                CREATE TABLE c.s.visit (
                  a INT NOT NULL,
                  n INT DEFAULT 0,
                  m MAP<STRING, INT>
                )
                CLUSTER BY (a)
                COMMENT 'it''s'
                TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported')""");
        assertThat(answer.path("sql").path(1).asString(""))
                .isEqualTo("ALTER TABLE c.s.visit ADD CONSTRAINT chk_visit_1 CHECK (n >= 0)");
    }

    private static JsonNode estimate(Optional<Long> rows) {
        ObjectNode arguments = Json.object();
        arguments.set("model", ModelDocuments.toTree(Models.ofEveryKind(rows)));
        return call("estimate_performance", arguments);
    }

    private static double width(JsonNode band) {
        return band.path("high").asDouble() / band.path("low").asDouble();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString(""))
                .toList();
    }

    private static JsonNode call(String tool, String arguments) {
        return call(tool, Json.read(arguments));
    }

    private static JsonNode call(String tool, JsonNode arguments) {
        return DatabricksOptimizerServer.create().tools().stream()
                .filter(it -> it.name().equals(tool))
                .findFirst()
                .orElseThrow()
                .answer(arguments)
                .structured();
    }
}
