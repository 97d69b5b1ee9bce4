package io.lakewright.benchmarks;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.SourceSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import schemacrawler.inclusionrule.RegularExpressionInclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/**
 * How long the schema of a PostgreSQL database takes to read, beside SchemaCrawler and {@code pg_dump -s}: the same
 * database, the same process, in turns. Every reading opens its own connection.
 */
final class IntrospectionBench {

    private static final Logger LOGS = Logger.getLogger("");
    private static final int TABLES = 400;
    private static final int WARM_UP = 6;
    private static final int COUNTED = 30;
    private static final String SCHEMAS = "app\\d+";
    private static final String ODD = "rich";
    private static final ReadOptions OPTIONS =
            new ReadOptions(List.of(), Optional.empty(), Optional.of(SampleDatabase.USER), Optional.of("postgres"));

    /** What a reader saw; all of them must see the same. */
    private record Seen(int tables, int columns, int foreignKeys) {}

    /** A reading that is timed. */
    private interface Reading {
        Optional<Seen> read() throws Exception;
    }

    private IntrospectionBench() {}

    /**
     * Prints one line a reader, then what was checked.
     *
     * @param root folder of the project, in which the script with the unusual tables is
     * @throws IllegalStateException when the readers do not see the same
     */
    static void print(PrintStream out, Path root) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            out.println("Reading a PostgreSQL schema is measured on Linux on x86-64, for which the server is built.");
            return;
        }
        // The server and the peer tell of every step, which costs time and hides the table.
        LOGS.setLevel(Level.WARNING);
        try (SampleDatabase database = SampleDatabase.start(TABLES)) {
            Optional<PgDump> dump = PgDump.forServer(database.majorVersion());
            Map<String, Reading> readings = new LinkedHashMap<>();
            readings.put("Lakewright", () -> lakewright(database));
            readings.put("SchemaCrawler 16.27.1, standard level", () -> schemaCrawler(database));
            dump.ifPresent(found -> readings.put("`pg_dump -s` " + found.version(), () -> {
                found.schema(database, database.name());
                return Optional.empty();
            }));
            Map<String, Sample> samples = measure(readings, out);
            printTable(samples, out);
            checkDump(dump, database, root, out);
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException("the database of the benchmark failed", e);
        }
    }

    private static Map<String, Sample> measure(Map<String, Reading> readings, PrintStream out) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + COUNTED; round++) {
            boolean counted = round >= WARM_UP;
            readings.forEach((name, reading) -> {
                double milliseconds = timed(name, reading, seen);
                if (counted) {
                    samples.computeIfAbsent(name, reader -> new Sample(reader, ""))
                            .add(milliseconds);
                }
            });
        }
        if (seen.values().stream().distinct().count() != 1) {
            throw new IllegalStateException("the readers do not see the same: " + seen);
        }
        Seen both = seen.values().iterator().next();
        out.printf(
                Locale.ROOT,
                "Both readers saw %,d tables, %,d columns, %,d foreign keys.%n%n",
                both.tables(),
                both.columns(),
                both.foreignKeys());
        return samples;
    }

    private static double timed(String name, Reading reading, Map<String, Seen> seen) {
        try {
            long start = System.nanoTime();
            Optional<Seen> found = reading.read();
            double milliseconds = (System.nanoTime() - start) / 1e6;
            found.ifPresent(what -> seen.put(name, what));
            return milliseconds;
        } catch (Exception e) {
            throw new IllegalStateException(name + " could not read the database", e);
        }
    }

    private static void printTable(Map<String, Sample> samples, PrintStream out) {
        double own = samples.values().iterator().next().percentile(0.5);
        out.println(
                "| reader of " + TABLES + " tables | n | p50 ms | p95 ms | max ms | p50, Lakewright = 1 | target |");
        out.println("|---|---|---|---|---|---|---|");
        samples.forEach((name, sample) -> out.printf(
                Locale.ROOT,
                "| %s | %d | %,.0f | %,.0f | %,.0f | %.2f | %s |%n",
                name,
                COUNTED,
                sample.percentile(0.5),
                sample.percentile(0.95),
                sample.percentile(1),
                sample.percentile(0.5) / own,
                name.startsWith("Schema") ? ">= 5" : name.startsWith("`") ? ">= 0.5" : ""));
    }

    private static void checkDump(Optional<PgDump> dump, SampleDatabase database, Path root, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        out.println();
        if (dump.isEmpty()) {
            out.println("No pg_dump of version " + database.majorVersion()
                    + " or later was found: it was neither timed nor its script compared with the catalog.");
            return;
        }
        int same = DumpComparison.check(dump.get(), database, database.name(), OPTIONS);
        out.println("The script of pg_dump gives the same " + same + " tables as the catalog.");
        Path script = root.resolve("schema-analyzer/src/test/resources/ddl/rich.sql");
        if (Files.isRegularFile(script)) {
            database.create(ODD, script);
            int odd = DumpComparison.check(dump.get(), database, ODD, OPTIONS);
            out.println("So it does for the " + odd + " unusual tables of " + script.getFileName() + ".");
        }
    }

    private static Optional<Seen> lakewright(SampleDatabase database) {
        SourceSchema schema =
                SourceReaders.open(database.address(database.name()), OPTIONS).schema();
        return Optional.of(new Seen(
                schema.tables().size(),
                schema.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum(),
                schema.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum()));
    }

    private static Optional<Seen> schemaCrawler(SampleDatabase database) throws Exception {
        SchemaCrawlerOptions options = SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(new RegularExpressionInclusionRule(SCHEMAS))
                        .tableTypes("TABLE")
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevel(SchemaInfoLevelBuilder.standard())
                        .toOptions());
        DatabaseConnectionSource source = DatabaseConnectionSources.newDatabaseConnectionSource(
                database.address(database.name()), new MultiUseUserCredentials(SampleDatabase.USER, "postgres"));
        try {
            Catalog catalog = SchemaCrawlerUtility.getCatalog(source, options);
            int columns = 0;
            int foreignKeys = 0;
            for (Table table : catalog.getTables()) {
                columns += table.getColumns().size();
                foreignKeys += table.getImportedForeignKeys().size();
            }
            return Optional.of(new Seen(catalog.getTables().size(), columns, foreignKeys));
        } finally {
            source.close();
        }
    }
}
