package io.lakewright.analyzer.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtractionAdviceTest {

    private static ExtractionAdvice advice(long rows, Column... more) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("berth_id", "integer", LakeType.INT, false)));
        columns.addAll(List.of(more));
        SourceTable table = new SourceTable(
                new TableName("harbour", "berth"),
                columns,
                List.of("berth_id"),
                List.of(),
                List.of(),
                Optional.of(rows),
                Optional.empty());
        return ExtractionAdvice.of(table, ColumnRoles.of(table, Set.of()));
    }

    private static Column time(String name, boolean nullable) {
        return Column.of(name, "timestamp with time zone", LakeType.TIMESTAMP, nullable);
    }

    @Test
    void readsASmallTableWhole() {
        ExtractionAdvice advice = advice(900_000, time("updated_at", false));

        assertThat(advice.mode()).isEqualTo(ExtractionMode.FULL);
        assertThat(advice.watermark()).contains("updated_at");
        assertThat(advice.question()).isEmpty();
    }

    @Test
    void takesWhatHasChangedOfALargeTableAndAsksAboutDeletes() {
        ExtractionAdvice advice =
                advice(40_000_000, time("checked_at", false), time("last_modified", true), time("updated_at", false));

        assertThat(advice.mode()).isEqualTo(ExtractionMode.DELTA);
        assertThat(advice.watermark()).as("one that every row has").contains("updated_at");
        assertThat(advice.question().orElseThrow()).contains("berth").contains("deleted");
        assertThat(advice(40_000_000, time("updated_at", false), time("deleted_at", true))
                        .question())
                .isEmpty();
    }

    @Test
    void asksForAChangeFeedWhereNothingTellsChangedRows() {
        ExtractionAdvice advice = advice(40_000_000, Column.of("updated_on", "date", LakeType.DATE, false));

        assertThat(advice.mode()).isEqualTo(ExtractionMode.FULL);
        assertThat(advice.watermark()).as("a day says too little").isEmpty();
        assertThat(advice.question().orElseThrow()).contains("change feed");
    }
}
