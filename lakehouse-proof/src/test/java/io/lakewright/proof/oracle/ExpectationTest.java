package io.lakewright.proof.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.PostgresTypes;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.dimensional.DimensionalBuilder;
import io.lakewright.proof.rows.Row;
import io.lakewright.proof.rows.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final TableName FARES = new TableName("ferry", "fares");
    private static final SourceTable TABLE = new SourceTable(
            FARES,
            List.of(column("fare_id", "integer", false), column("fare_price", "numeric", true)),
            List.of("fare_id"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, type, PostgresTypes.toLakeType(type), nullable);
    }

    private static void deliver(Expectation expectation, @Nullable String price) {
        expectation.deliver(Map.of(FARES, new TableRows(TABLE, List.of(new Row(Arrays.asList("1", price))))));
    }

    /** The price is held with four decimals, so what stands behind them makes no version. */
    @Test
    void countsAVersionOnlyForWhatTheTableHolds() {
        SourceSchema schema = new SourceSchema("ferry", "", "test", List.of(TABLE));
        TableSpec fare = DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, List.of(FARES)))
                .model()
                .byId("dim_fare")
                .orElseThrow();
        Expectation expectation = new Expectation(fare);
        deliver(expectation, "4.5");
        deliver(expectation, "4.500000001");
        assertThat(expectation.rowsGained()).contains(1L);
        deliver(expectation, "4.51");
        assertThat(expectation.rowsGained()).contains(2L);
    }

    @Test
    void namesOnlyWhatTheRowsWentThrough() {
        SourceSchema schema = new SourceSchema("ferry", "", "test", List.of(TABLE));
        Expectation expectation =
                new Expectation(DimensionalBuilder.build(schema, DesignRequest.of(Kind.DIMENSION, List.of(FARES)))
                        .model()
                        .byId("dim_fare")
                        .orElseThrow());
        deliver(expectation, "4.5");
        deliver(expectation, "4.5");
        assertThat(expectation.met()).isEmpty();
        deliver(expectation, "5.5");
        assertThat(expectation.met()).containsExactly(Hazard.CHANGED_ATTRIBUTE);
        deliver(expectation, null);
        assertThat(expectation.met()).containsExactly(Hazard.CHANGED_ATTRIBUTE, Hazard.NULL_FLIP);
        expectation.deliver(Map.of(FARES, new TableRows(TABLE, List.of(new Row(List.of("2", "1"))))));
        assertThat(expectation.met())
                .containsExactly(Hazard.CHANGED_ATTRIBUTE, Hazard.NULL_FLIP, Hazard.NEW_KEY, Hazard.MISSING_KEY);
    }
}
