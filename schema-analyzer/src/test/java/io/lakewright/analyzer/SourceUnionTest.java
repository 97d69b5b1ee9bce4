package io.lakewright.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceUnionTest {

    private static final String SHOP =
            "CREATE TABLE customer (id int PRIMARY KEY, boss int REFERENCES customer (id), name text);";

    @TempDir
    Path folder;

    private OpenedSource source(String name, String script, String customers) throws IOException {
        Path rows = Files.createDirectories(folder.resolve(name));
        Files.writeString(rows.resolve("customer.csv"), customers);
        Path file = Files.writeString(folder.resolve(name + ".sql"), script);
        return SourceReaders.open(file.toString(), ReadOptions.none().withRows(rows));
    }

    @Test
    void putsTheTablesOfSeveralSourcesBesideEachOther() throws IOException {
        OpenedSource both = SourceReaders.joined(List.of(
                source("shop", SHOP + "CREATE TABLE bill (id int PRIMARY KEY);", "id,boss,name\n1,,Ann\n2,1,Bo\n"),
                source("crm", SHOP, "id,boss,name\n7,,Cy\n")));

        assertThat(both.schema().tables())
                .extracting(SourceTable::name)
                .containsExactly(
                        new TableName("public", "customer"),
                        new TableName("public", "bill"),
                        new TableName("crm_public", "customer"));
        assertThat(both.schema().name()).isEqualTo("shop_and_crm");
        SourceTable second = both.schema().tables().getLast();
        assertThat(second.foreignKeys().getFirst().references())
                .as("a reference stays within its source")
                .isEqualTo(second.name());
    }

    @Test
    void asksEachSourceForItsOwnRows() throws IOException {
        OpenedSource both = SourceReaders.joined(List.of(
                source("shop", SHOP, "id,boss,name\n1,,Ann\n2,1,Bo\n"), source("crm", SHOP, "id,boss,name\n7,,Cy\n")));
        TableName first = new TableName("public", "customer");
        TableName second = new TableName("crm_public", "customer");

        assertThat(both.rows().read(second, 10).orElseThrow().values().getFirst())
                .containsExactly("7", null, "Cy");
        assertThat(both.rows().readTogether(List.of(first, second), 10))
                .containsOnlyKeys(first, second)
                .allSatisfy((name, rows) -> assertThat(rows.values()).hasSize(name.equals(first) ? 2 : 1));
        assertThat(both.rows().measure(first).orElseThrow().rows()).isEqualTo(2);
        assertThat(both.rows().read(new TableName("public", "bill"), 1)).isEmpty();
    }

    @Test
    void leavesASingleSourceAsItIs() throws IOException {
        OpenedSource only = source("shop", SHOP, "id,boss,name\n1,,Ann\n");

        assertThat(SourceReaders.joined(List.of(only))).isSameAs(only);
    }
}
