package io.lakewright.analyzer.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of files, which declare none. */
class KeyCompletionTest {

    @TempDir
    Path folder;

    private SourceTable completed(String table) {
        OpenedSource source = SourceReaders.open(folder.toString(), ReadOptions.none());
        SourceSchema schema = KeyCompletion.complete(
                ReferenceCompletion.complete(source.schema(), source.rows(), new RowBudget(RowBudget.USUAL)),
                source.rows(),
                new RowBudget(RowBudget.USUAL));
        return schema.named(table).getFirst();
    }

    private void harbour() throws IOException {
        StringBuilder ships = new StringBuilder("ship_id,name\n");
        StringBuilder calls = new StringBuilder("call_id,ship_id,arrived_on\n");
        StringBuilder loads = new StringBuilder("call_id,line_no,goods,weight\n");
        for (int i = 1; i <= 30; i++) {
            ships.append(100 + 7 * i).append(",Ship ").append(i % 20).append('\n');
            calls.append(5_000 + i)
                    .append(',')
                    .append(100 + 7 * (1 + i % 9))
                    .append(",2026-01-")
                    .append(10 + i % 20)
                    .append('\n');
            for (int line = 1; line <= 3; line++) {
                loads.append(5_000 + i)
                        .append(',')
                        .append(line)
                        .append(",ore,")
                        .append(i * 1_000 + line)
                        .append(".5\n");
            }
        }
        Files.writeString(folder.resolve("ships.csv"), ships);
        Files.writeString(folder.resolve("calls.csv"), calls);
        Files.writeString(folder.resolve("call_loads.csv"), loads);
    }

    @Test
    void takesTheFewestIdentifyingColumnsThatNoTwoRowsShare() throws IOException {
        harbour();

        assertThat(completed("ships").primaryKey()).containsExactly("ship_id");
        assertThat(completed("calls").primaryKey()).containsExactly("call_id");
        assertThat(completed("call_loads").primaryKey())
                .as("a weight tells rows apart by chance")
                .containsExactly("call_id", "line_no");
        assertThat(completed("call_loads").keyEvidence()).contains("no repetition in all 90 rows");
        assertThat(completed("call_loads").foreignKeys().getFirst().references().table())
                .isEqualTo("calls");
    }

    @Test
    void claimsNoKeyThatRowsRepeat() throws IOException {
        Files.writeString(folder.resolve("gauge.csv"), "gauge_id,at\n1,2026-01-01\n1,2026-01-01\n");

        assertThat(completed("gauge").primaryKey()).isEmpty();
        assertThat(completed("gauge").keyEvidence()).isEmpty();
    }

    @Test
    void leavesDeclaredKeysAlone() throws IOException {
        Path script = Files.writeString(folder.resolve("x.sql"), "CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));");
        OpenedSource source = SourceReaders.open(script.toString(), ReadOptions.none());

        assertThat(KeyCompletion.complete(source.schema(), source.rows(), new RowBudget(RowBudget.USUAL)))
                .isEqualTo(source.schema());
    }
}
