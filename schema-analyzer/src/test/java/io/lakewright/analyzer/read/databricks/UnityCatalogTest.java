package io.lakewright.analyzer.read.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
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
