package io.lakewright.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                                                                | the document",
                "{\"name\": \"x\"}                                                                 | the document.tables",
                "{\"tables\": [{\"columns\": []}]}                                                 | tables[0].name",
                "{\"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"a\"}]}]}               | tables[0].columns[0].type",
                "{\"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"a\", \"type\": \"text\", \"nullable\": 1}]}]} | tables[0].columns[0].nullable",
                "{\"tables\": [{\"name\": \"t\", \"columns\": [], \"row_count\": -1}]}             | tables[0].row_count"
            })
    void saysWhereSchemaFactsHaveAnotherForm(String document, String place) {
        assertThatThrownBy(() -> JsonFactsReader.read(Json.read(document), "x"))
                .hasMessageContaining("LW-1504")
                .hasMessageContaining(" at " + place + ":");
    }

    @Test
    void leavesOutKeysThatDoNotHoldAndSaysSo() {
        SchemaReading reading = JsonFactsReader.read(Json.read("""
                        {"extra": true, "tables": [{"name": "t", "more": 1, "columns": [{"name": "a", "type": "integer"}],
                          "primary_key": ["b"], "unique": [["a", "a"]],
                          "foreign_keys": [{"columns": ["a"], "references_table": "gone", "references_columns": ["x"]}]}]}
                        """), "x");

        assertThat(reading.schema().tables().getFirst().primaryKey()).isEmpty();
        assertThat(reading.schema().tables().getFirst().unique()).isEmpty();
        assertThat(reading.schema().tables().getFirst().foreignKeys()).isEmpty();
        assertThat(reading.warnings()).hasSize(3);
    }

    @Test
    void refusesFactsWithoutTablesAndFilesThatAreNotJson(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"tables\": [");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"tables\": []}");

        assertThatThrownBy(() -> JsonFactsReader.read(broken)).hasMessageContaining("LW-1504");
        assertThatThrownBy(() -> JsonFactsReader.read(empty)).hasMessageContaining("LW-1505");
        assertThatThrownBy(() -> SourceReaders.open("what.is.this", ReadOptions.none()))
                .hasMessageContaining("LW-1500");
        assertThatThrownBy(() -> SourceReaders.open("no-such.json", ReadOptions.none()))
                .hasMessageContaining("LW-1501");
    }

    @Test
    void tellsNullFromTheEmptyStringInCsv(@TempDir Path folder) throws Exception {
        SourceSchema schema = DdlReader.read("CREATE TABLE s.t (id integer PRIMARY KEY, a text, b text);", "x", "x.sql")
                .schema();
        Files.writeString(folder.resolve("s.t.csv"), "id,b,more,a\n1,,z,\"\"\n2,\"x,\"\"y\"\"\nz\",,w\n");
        SourceRows rows = CsvRows.of(folder, schema);
        SourceRows.Rows read = rows.read(new TableName("s", "t"), 10).orElseThrow();

        assertThat(read.columns()).containsExactly("id", "b", "a");
        assertThat(read.values()).containsExactly(Arrays.asList("1", null, ""), List.of("2", "x,\"y\"\nz", "w"));
        assertThatThrownBy(() -> CsvRows.of(folder.resolve("no"), schema)).hasMessageContaining("LW-1520");
    }

    @Test
    void leavesOutRowsWhoseParentsFindNoRoom(@TempDir Path folder) throws Exception {
        SourceSchema schema = DdlReader.read(
                        "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE c (id integer PRIMARY KEY, p_id integer REFERENCES p);"
                                + "CREATE TABLE g (id integer PRIMARY KEY, c_id integer REFERENCES c);",
                        "x",
                        "x.sql")
                .schema();
        StringBuilder parents = new StringBuilder("id\n");
        StringBuilder children = new StringBuilder("id,p_id\n");
        StringBuilder grandchildren = new StringBuilder("id,c_id\n");
        for (int i = 1; i <= 3_000; i++) {
            parents.append(i).append('\n');
            children.append(i).append(',').append(3_001 - i).append('\n');
            grandchildren.append(i).append(',').append(i).append('\n');
        }
        Files.writeString(folder.resolve("p.csv"), parents);
        Files.writeString(folder.resolve("c.csv"), children);
        Files.writeString(folder.resolve("g.csv"), grandchildren + "4000,9999\n");
        TableName parent = new TableName("public", "p");
        TableName child = new TableName("public", "c");
        TableName grandchild = new TableName("public", "g");
        SourceRows rows = CsvRows.of(folder, schema);
        Map<TableName, SourceRows.Rows> all = rows.readTogether(List.of(parent, child, grandchild), 10);

        assertThat(values(all, parent, 0)).hasSizeLessThanOrEqualTo(10).containsAll(values(all, child, 1));
        assertThat(values(all, child, 0)).containsAll(values(all, grandchild, 1));
        assertThat(rows.read(parent, 10).orElseThrow().values())
                .as("nothing needs room beside a table that is read alone")
                .hasSize(10);
        assertThat(values(rows.readTogether(List.of(parent, grandchild), 10), grandchild, 0))
                .as("tables that are not read together do not hold each other back")
                .hasSize(10);
    }

    private static List<String> values(Map<TableName, SourceRows.Rows> rows, TableName table, int position) {
        return Objects.requireNonNull(rows.get(table)).values().stream()
                .map(row -> String.valueOf(row.get(position)))
                .toList();
    }
}
