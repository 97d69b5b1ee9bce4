package io.lakewright.analyzer.read.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import io.lakewright.databricks.RecordedWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnityCatalogTest {

    private RecordedWorkspace recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedWorkspace();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void readsACatalogWithAllItsKeysThroughAWarehouse() {
        OpenedSource source = open("main?warehouse=abc1", RecordedWorkspace.TOKEN);
        SourceTable orders = table(source, "orders");

        assertThat(source.schema().name()).isEqualTo("main");
        assertThat(source.schema().origin()).isEqualTo("databricks://" + recorded.host() + "/main");
        assertThat(source.schema().tables())
                .as("views hold nothing of their own")
                .hasSize(2);
        assertThat(orders.columns())
                .extracting(column -> column.name() + " " + column.type() + " " + column.lakeType())
                .containsExactly(
                        "order_id bigint BIGINT",
                        "customer_id bigint BIGINT",
                        "amount decimal(12,2) DECIMAL(12,2)",
                        "tags array<string> ARRAY<STRING>",
                        "payload struct<a:int,b:string> STRING",
                        "at timestamp TIMESTAMP");
        assertThat(orders.rowCount()).contains(1200L);
        assertThat(orders.primaryKey()).containsExactly("order_id");
        assertThat(orders.foreignKeys()).containsExactly(reference());
        assertThat(table(source, "customers").unique()).containsExactly(List.of("email"));
        assertThat(source.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.contains("schema secret was left out"))
                .anyMatch(warning -> warning.contains("cannot be seen"));
    }

    /** A warehouse costs money: only what is asked for is computed, there, with sketches for different values. */
    @Test
    void letsTheWarehouseComputeFiguresWhenAsked() {
        OpenedSource source = open("main?warehouse=abc1", RecordedWorkspace.TOKEN);
        SourceTable orders = table(source, "orders");
        int before = recorded.statements.size();

        assertThat(source.rows().read(orders.name(), 10))
                .as("no row is read unasked")
                .isEmpty();
        assertThat(recorded.statements).hasSize(before);
        recorded.answer("GET /api/2.0/sql/statements/01f0", 200, """
                {"statement_id":"01f0","status":{"state":"SUCCEEDED"},"result":{"data_array":[["1200",
                  "1200","1190","1","1200","60\\u001f300\\u001f600\\u001f900\\u001f1140",
                  "1200","88","1","90","4\\u001f20\\u001f44\\u001f66\\u001f84",
                  "900","500","0.50","99.00","1.00\\u001f5.00\\u001f9.00\\u001f20.00\\u001f80.00",
                  "0",
                  "1100","700","a 1","a 9","7","30","12.5",
                  "1200","1200","2026-01-01 00:00:00","2026-06-30 23:00:00",null]]}}
                """);
        TableFigures figures = source.rows().measure(orders.name()).orElseThrow();
        TableFigures.ColumnFigures customer = figures.column("customer_id").orElseThrow();

        assertThat(figures.rows()).isEqualTo(1_200);
        assertThat(customer.profile().distinctCount()).contains(88L);
        assertThat(customer.estimatedDistinct()).isTrue();
        assertThat(customer.quantiles()).containsExactly("4", "20", "44", "66", "84");
        assertThat(figures.column("amount").orElseThrow().profile().nullShare()).contains(0.25);
        assertThat(figures.column("tags").orElseThrow().profile().nullShare()).contains(1.0);
        assertThat(recorded.statements.getLast())
                .contains("approx_count_distinct(`customer_id`)", "FROM `main`.`sales`.`orders`");
    }

    @Test
    void asksEachTableForItsKeysWithoutAWarehouse() {
        OpenedSource source = open("main", RecordedWorkspace.TOKEN);

        assertThat(table(source, "orders").primaryKey()).containsExactly("order_id");
        assertThat(table(source, "orders").foreignKeys()).containsExactly(reference());
        assertThat(table(source, "customers").primaryKey()).containsExactly("customer_id");
        assertThat(recorded.statements).isEmpty();
        assertThat(source.warnings()).anyMatch(warning -> warning.contains("unique keys are not known"));
    }

    @Test
    void asksEachTableForItsKeysWhenTheWarehouseDoesNotAnswer() {
        recorded.answer(
                "POST /api/2.0/sql/statements", 403, "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"x\"}");
        OpenedSource source = open("main?warehouse=abc1", RecordedWorkspace.TOKEN);

        assertThat(table(source, "orders").foreignKeys()).containsExactly(reference());
        assertThat(source.warnings()).anyMatch(warning -> warning.contains("LW") || warning.contains("warehouse abc1"));
    }

    @Test
    void saysInOneSentenceWhyNothingWasRead() {
        assertThatThrownBy(() -> open("main", null)).hasMessageContaining("LW-1570");
        assertThatThrownBy(() -> open("main", "dapi-wrong")).hasMessageContaining("LW-2302");
        assertThatThrownBy(() -> open("gone", RecordedWorkspace.TOKEN)).hasMessageContaining("LW-2304");
        assertThatThrownBy(() -> open("main", RecordedWorkspace.TOKEN, "silver"))
                .hasMessageContaining("LW-1517");
        assertThatThrownBy(() -> open("main", RecordedWorkspace.TOKEN, "secret"))
                .hasMessageContaining("LW-1571");
        recorded.answer(
                "GET /api/2.1/unity-catalog/schemas?catalog_name=main&max_results=0",
                403,
                "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"x\"}");
        assertThatThrownBy(() -> open("main", RecordedWorkspace.TOKEN))
                .hasMessageContaining("LW-2303")
                .hasMessageContaining("the catalog \"main\"");
    }

    private OpenedSource open(String catalog, String token, String... schemas) {
        return SourceReaders.open(
                "databricks://" + recorded.host() + "/" + catalog,
                new ReadOptions(List.of(schemas), Optional.empty(), Optional.empty(), Optional.ofNullable(token)));
    }

    private static ForeignKey reference() {
        return ForeignKey.declared(List.of("customer_id"), new TableName("sales", "customers"), List.of("customer_id"));
    }

    private static SourceTable table(OpenedSource source, String name) {
        return source.schema().table(new TableName("sales", name)).orElseThrow();
    }
}
