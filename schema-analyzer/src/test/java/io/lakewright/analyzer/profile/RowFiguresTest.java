package io.lakewright.analyzer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import io.lakewright.core.schema.TableFigures.Counted;
import io.lakewright.core.schema.TableFigures.Lengths;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowFiguresTest {

    private static final SourceTable BERTHS = new SourceTable(
            new TableName("harbour", "berth"),
            List.of(
                    Column.of("code", "text", LakeType.STRING, false),
                    Column.of("depth", "numeric(4,1)", LakeType.decimal(4, 1), true)),
            List.of("code"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    private static ColumnFigures figures(String column, @Nullable String... values) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (@Nullable String value : values) {
            rows.add(Arrays.asList(value, value));
        }
        TableFigures all = RowFigures.of(BERTHS, SourceRows.Rows.of(List.of("code", "depth"), rows), true);
        assertThat(all.rows()).isEqualTo(values.length);
        return all.column(column).orElseThrow();
    }

    @Test
    void countsWhatIsMissingAndWhatIsDifferent() {
        ColumnProfile profile = figures("code", "A", null, "B", "A").profile();

        assertThat(profile.basis()).isEqualTo(ColumnProfile.Basis.EXACT);
        assertThat(profile.nullShare()).contains(0.25);
        assertThat(profile.distinctCount()).contains(2L);
    }

    @Test
    void ordersNumbersAsNumbersAndTakesQuantilesThatOccur() {
        ColumnFigures depth = figures("depth", "10.0", "9.5", "-2.0", null, "100.0");

        assertThat(depth.profile().minimum()).contains("-2.0");
        assertThat(depth.profile().maximum()).contains("100.0");
        assertThat(depth.quantiles()).containsExactly("-2.0", "-2.0", "9.5", "10.0", "100.0");
        assertThat(depth.lengths()).isEmpty();
    }

    @Test
    void measuresTextsInCharactersAndTellsTheirShapes() {
        ColumnFigures code = figures("code", "NO-12", "SE-7", "DK-33", "x\uD83D\uDE00");

        assertThat(code.lengths()).contains(new Lengths(2, 5, 4));
        assertThat(code.shapes()).first().isEqualTo(new Counted("AA-99", 2, 0.5));
    }

    @Test
    void keepsOnlyValuesThatOccurAgain() {
        assertThat(figures("code", "in", "in", "out", null).topValues()).containsExactly(new Counted("in", 2, 2 / 3.0));
    }

    @Test
    void saysNothingOfATableWithoutRows() {
        assertThat(RowFigures.of(BERTHS, SourceRows.Rows.of(List.of("code", "depth"), List.of()), true)
                        .columns())
                .isEmpty();
    }

    @Test
    void writesLongShapesShort() {
        assertThat(ValueShape.of("Portsmouth Harbour, North Pier")).isEqualTo("Aa+ Aa+, Aa+ Aa+");
        assertThat(ValueShape.of("a\tb\u0000c")).isEqualTo("a a a");
        assertThat(ValueShape.of("-".repeat(500) + "1").length()).isLessThan(30);
    }
}
