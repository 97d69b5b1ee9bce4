package io.lakewright.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.read.CsvRows;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.analyzer.understand.RowBudget;
import io.lakewright.core.schema.SourceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowEvidenceTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatItDidNotReachInTime() throws IOException {
        SourceSchema schema = DdlReader.read(
                        "CREATE TABLE guest (guest_no int, name text); CREATE TABLE stay (stay_no int, guest_no int);",
                        "inn",
                        "inn.sql")
                .schema();
        Files.writeString(folder.resolve("guest.csv"), "guest_no,name\n1,a\n2,b\n");
        Files.writeString(folder.resolve("stay.csv"), "stay_no,guest_no\n1,1\n2,1\n");

        RowEvidence none = RowEvidence.of(schema, CsvRows.of(folder, schema), Duration.ZERO);
        RowEvidence all = RowEvidence.of(schema, CsvRows.of(folder, schema), RowBudget.USUAL);

        assertThat(none.warnings())
                .containsExactly(
                        "References from and to public.guest, public.stay are decided by names alone: reading rows took "
                                + "longer than 0 seconds.",
                        "Keys of public.guest, public.stay were not looked for: reading rows took longer than 0 seconds.");
        assertThat(none.schema().tables()).allMatch(table -> table.primaryKey().isEmpty());
        assertThat(all.warnings()).isEmpty();
        assertThat(all.schema().tables()).noneMatch(table -> table.primaryKey().isEmpty());
    }
}
