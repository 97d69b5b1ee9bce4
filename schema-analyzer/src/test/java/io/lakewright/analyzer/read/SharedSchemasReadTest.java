package io.lakewright.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SharedSchemas;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same schema, read as facts and as DDL, is the same schema. */
class SharedSchemasReadTest {

    @ParameterizedTest
    @ValueSource(strings = {"adventureworks", "northwind", "chinook", "pagila", "tpch", "ssb"})
    void readsEveryFactFileWithoutWarning(String name) {
        SchemaReading reading = JsonFactsReader.read(SharedSchemas.folder().resolve(name + ".json"));

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.schema().name()).isEqualTo(name);
        assertThat(JsonFactsReader.read(JsonFactsWriter.write(reading.schema()), "again")
                        .schema())
                .isEqualTo(reading.schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adventureworks", "northwind", "chinook", "pagila", "tpch", "ssb"})
    void readsTheSameTablesAndKeysFromDdl(String name) throws Exception {
        SourceSchema facts = SharedSchemas.schema(name);
        SchemaReading reading = DdlReader.read(ddl(name), name, name + ".sql");

        assertThat(reading.warnings()).isEmpty();
        assertThat(withoutCounts(reading.schema())).containsExactlyElementsOf(withoutCounts(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adventureworks", "northwind", "chinook", "pagila", "tpch"})
    void bindsRowsClosedUnderForeignKeys(String name) {
        SourceSchema schema = SharedSchemas.schema(name);
        SourceRows rows = CsvRows.of(SharedSchemas.folder().resolve("data").resolve(name), schema);

        Map<TableName, SourceRows.Rows> all = rows.readTogether(
                schema.tables().stream().map(SourceTable::name).toList(), 1_000);
        assertThat(all).isNotEmpty();
        for (SourceTable table : schema.tables()) {
            Optional<SourceRows.Rows> read = Optional.ofNullable(all.get(table.name()));
            read.ifPresent(found -> assertThat(found.values().size()).isBetween(1, 1_000));
            table.foreignKeys().forEach(foreignKey -> {
                Optional<SourceRows.Rows> parent = Optional.ofNullable(all.get(foreignKey.references()));
                if (read.isPresent() && parent.isPresent()) {
                    assertThat(keys(parent.get(), foreignKey.referencedColumns()))
                            .as("%s -> %s", table.name(), foreignKey.references())
                            .containsAll(keys(read.get(), foreignKey.columns()));
                }
            });
        }
    }

    private static Set<List<String>> keys(SourceRows.Rows rows, List<String> columns) {
        List<Integer> positions = columns.stream().map(rows.columns()::indexOf).toList();
        Set<List<String>> keys = new HashSet<>();
        rows.values().forEach(row -> {
            if (positions.stream().noneMatch(position -> row.get(position) == null)) {
                keys.add(positions.stream().map(row::get).toList());
            }
        });
        return keys;
    }

    private static List<SourceTable> withoutCounts(SourceSchema schema) {
        return schema.tables().stream()
                .map(table -> new SourceTable(
                        table.name(),
                        table.columns().stream()
                                .map(column -> new io.lakewright.core.schema.Column(
                                        column.name(),
                                        column.type(),
                                        column.lakeType(),
                                        column.nullable(),
                                        column.identity()
                                                        && !column.nullable()
                                                        && column.type().endsWith("int")
                                                || column.identity()
                                                        && column.type().equals("integer"),
                                        false,
                                        Optional.empty(),
                                        Optional.empty()))
                                .toList(),
                        table.primaryKey(),
                        table.unique(),
                        table.foreignKeys(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static String ddl(String name) throws Exception {
        Path folder = SharedSchemas.folder();
        Process process;
        try {
            process = new ProcessBuilder("python3", "to_ddl.py", name + ".json", "--not-valid")
                    .directory(folder.toFile())
                    .start();
        } catch (java.io.IOException e) {
            Assumptions.abort("skipped: python3 is needed to print DDL");
            return "";
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
