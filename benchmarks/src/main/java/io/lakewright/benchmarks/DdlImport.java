package io.lakewright.benchmarks;

import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.schema.SourceTable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long scripts take to import: a large honest one and the ones that are made to hurt (threats.md row 52). */
final class DdlImport {

    private static final int LARGE = 10 * 1024 * 1024;

    private DdlImport() {}

    /** Prints one line a script: size, tables, warnings, time. */
    static void print(PrintStream out) {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("10 MB of tables, keys and comments", large());
        scripts.put("20,000 nested brackets", table("DEFAULT " + "(".repeat(20_000) + "1" + ")".repeat(20_000)));
        scripts.put("100,000 ORs", table("CHECK (" + "x = 1 OR ".repeat(100_000) + "x = 2)"));
        scripts.put("a comment that never ends", table("") + "/* " + "/* ".repeat(1_000_000));
        scripts.put("a text that never ends", table("") + "SELECT '" + "x".repeat(5_000_000));
        scripts.put("three million brackets", table("") + "(".repeat(3_000_000));
        DdlReader.read(scripts.get("100,000 ORs"), "warm", "warm.sql");
        out.println("| script | MB | tables | warnings | ms | target |");
        out.println("|---|---|---|---|---|---|");
        scripts.forEach((name, script) -> {
            long start = System.nanoTime();
            SchemaReading reading = DdlReader.read(script, "bench", "bench.sql");
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %,d | %,d | %,.0f | %s |%n",
                    name,
                    script.length() / 1e6,
                    reading.schema().tables().size(),
                    reading.warnings().size(),
                    (System.nanoTime() - start) / 1e6,
                    script.length() > LARGE - 4096 ? "< 30,000 ms" : "< 2,000 ms");
        });
    }

    private static String table(String option) {
        return "CREATE TABLE b (x integer PRIMARY KEY);\nCREATE TABLE c (x integer " + option + ");\n";
    }

    private static String large() {
        StringBuilder script = new StringBuilder("SET search_path = shop;\n");
        int seed = 0;
        while (script.length() < LARGE) {
            for (SourceTable table : GeneratedSchema.of(2_000, seed++).tables()) {
                if (script.length() < LARGE) {
                    script.append(create(table, script.length()));
                }
            }
        }
        return script.toString();
    }

    private static String create(SourceTable table, int number) {
        String name = '"' + table.name().table() + '_' + number + '"';
        String columns = table.columns().stream()
                .map(column -> "    " + column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(",\n"));
        return "CREATE TABLE " + name + " (\n" + columns + "\n);\nALTER TABLE ONLY " + name + "\n    ADD CONSTRAINT pk_"
                + number + " PRIMARY KEY (" + String.join(", ", table.primaryKey()) + ");\nCOMMENT ON TABLE " + name
                + " IS 'What happened; and when, of " + number + "';\n";
    }
}
