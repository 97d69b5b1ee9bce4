package io.lakewright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import io.lakewright.core.schema.TableName;
import io.lakewright.databricks.RecordedWorkspace;
import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.Statement;
import io.lakewright.engine.StatementResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of a SQL warehouse runs on Spark, and its answers are read for what they are. */
@Tag("spark")
class WarehouseFiguresOnSparkTest {

    private static final TableName ORDERS = new TableName("sales", "orders");

    @Test
    void measuresAndSamplesATableInTheWarehouse() throws Exception {
        try (RecordedWorkspace workspace = new RecordedWorkspace();
                Engine engine = Engine.ofBuild(
                        Path.of(System.getProperty("lakewright.root", "..")).toAbsolutePath());
                EngineSession session = engine.session(List.of("main"))) {
            run(session, "CREATE SCHEMA main.sales");
            run(
                    session,
                    "CREATE TABLE main.sales.orders (order_id bigint, customer_id bigint, amount decimal(12,2), "
                            + "tags array<string>, payload struct<a:int,b:string>, at timestamp) USING delta");
            run(
                    session,
                    "INSERT INTO main.sales.orders SELECT id, id % 10, "
                            + "CASE WHEN id % 4 = 0 THEN NULL ELSE CAST(id / 2 AS decimal(12,2)) END, array('x'), "
                            + "named_struct('a', CAST(id AS int), 'b', 'it''s'), timestamp'2026-01-01 00:00:00' "
                            + "+ make_interval(0, 0, 0, CAST(id AS int)) FROM range(200)");
            workspace.runStatements(sent -> answer(session, sent));
            SourceRows rows = SourceReaders.open(
                            "databricks://" + workspace.host() + "/main?warehouse=abc1",
                            new ReadOptions(
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(RecordedWorkspace.TOKEN)))
                    .rows();

            TableFigures figures = rows.measure(ORDERS).orElseThrow();

            assertThat(figures.rows()).isEqualTo(200);
            ColumnFigures customer = figures.column("customer_id").orElseThrow();
            assertThat(customer.profile().distinctCount()).contains(10L);
            assertThat(customer.profile().minimum()).contains("0");
            assertThat(customer.quantiles()).containsExactly("0", "2", "4", "7", "9");
            ColumnFigures amount = figures.column("amount").orElseThrow();
            assertThat(amount.profile().nullShare()).contains(0.25);
            assertThat(amount.profile().maximum()).contains("99.50");
            ColumnFigures at = figures.column("at").orElseThrow();
            assertThat(at.profile().minimum()).contains("2026-01-01 00:00:00");
            assertThat(at.quantiles()).hasSize(5);
            assertThat(figures.column("payload").orElseThrow().lengths()).isPresent();
            assertThat(rows.sample(ORDERS, 7).orElseThrow().values()).hasSize(7);
        }
    }

    private static void run(EngineSession session, String sql) {
        StatementResult result = session.execute(Statement.of(sql));
        assertThat(result.failure()).as(sql).isEmpty();
    }

    /** The engine's rows as the Statement Execution API gives them; what asks the catalogue is answered as recorded. */
    private static String answer(EngineSession session, String sent) {
        String sql = Json.read(sent).path("statement").asString("");
        if (!sql.contains("`orders`")) {
            return "";
        }
        StatementResult result = session.execute(Statement.of(sql));
        ObjectNode answer = Json.object().put("statement_id", "01f1");
        boolean failed = result.failure().isPresent();
        answer.set("status", Json.tree(Map.of("state", failed ? "FAILED" : "SUCCEEDED")));
        ArrayNode rows = answer.putObject("result").putArray("data_array");
        result.rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(cells::add);
        });
        return failed ? answer.put("why", result.failure().toString()).toString() : answer.toString();
    }
}
