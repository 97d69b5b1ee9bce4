package io.lakewright.benchmarks;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the script that {@code pg_dump -s} writes of a database says the same as its catalog, to readers of ours. */
final class DumpComparison {

    private DumpComparison() {}

    /** The tables that both readers found alike. @throws IllegalStateException naming the first tables that differ */
    static int check(PgDump dump, SampleDatabase server, String database, ReadOptions options)
            throws IOException, InterruptedException {
        SchemaReading script = DdlReader.read(dump.schema(server, database), database, database);
        SourceSchema catalog =
                SourceReaders.open(server.address(database), options).schema();
        Map<String, String> read = described(script.schema());
        Map<String, String> there = described(catalog);
        List<String> differences = new ArrayList<>(script.warnings());
        // Views are no tables, which the reader of scripts says and the one of catalogs does not.
        differences.removeIf(warning -> warning.matches("\\d+ views? (was|were) left out: .*"));
        there.forEach((name, table) -> {
            String other = read.remove(name);
            if (!table.equals(other)) {
                differences.add("catalog: " + table + "\nscript:  " + other);
            }
        });
        read.values().forEach(table -> differences.add("only in the script: " + table));
        if (!differences.isEmpty()) {
            throw new IllegalStateException("the script of pg_dump and the catalog of " + database + " differ:\n"
                    + String.join("\n", differences.subList(0, Math.min(5, differences.size()))));
        }
        return there.size();
    }

    /** Without figures, which a script does not have, and without the order of keys, which means nothing. */
    private static Map<String, String> described(SourceSchema schema) {
        Map<String, String> tables = new TreeMap<>();
        for (SourceTable table : schema.tables()) {
            SourceTable plain = new SourceTable(
                    table.name(),
                    table.columns().stream().map(DumpComparison::plain).toList(),
                    table.primaryKey(),
                    table.unique().stream()
                            .sorted(Comparator.comparing(List::toString))
                            .toList(),
                    table.foreignKeys().stream()
                            .sorted(Comparator.comparing(Object::toString))
                            .toList(),
                    Optional.empty(),
                    table.comment());
            tables.put(table.name().text(), plain.toString());
        }
        return tables;
    }

    private static Column plain(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.lakeType(),
                column.nullable(),
                column.identity(),
                column.generated(),
                column.comment(),
                Optional.empty());
    }
}
