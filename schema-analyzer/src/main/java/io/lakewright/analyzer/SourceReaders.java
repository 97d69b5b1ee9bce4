package io.lakewright.analyzer;

import io.lakewright.analyzer.read.CsvRows;
import io.lakewright.analyzer.read.Databases;
import io.lakewright.analyzer.read.DdlReader;
import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.read.PostgresUrl;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.sample.Sample;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens whatever a source text names: {@code sample}, {@code jdbc:postgresql://...}, a {@code .sql} script or {@code .json} facts. */
public final class SourceReaders {

    private SourceReaders() {}

    /**
     * How a source is opened.
     *
     * @param schemas schemas to read; empty means all
     * @param rowsFolder a folder with one CSV a table, for sources that have no rows of their own
     * @param user role of a database, usually from LAKEWRIGHT_SOURCE_USER
     * @param password its password; never shown, logged or stored
     */
    public record Options(
            List<String> schemas, Optional<Path> rowsFolder, Optional<String> user, Optional<String> password) {

        public Options {
            schemas = List.copyOf(schemas);
        }

        public static Options none() {
            return new Options(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Options withRows(Path folder) {
            return new Options(schemas, Optional.of(folder), user, password);
        }

        @Override
        public String toString() {
            return "Options[schemas=" + schemas + ", rowsFolder=" + rowsFolder + ", user=***, password=***]";
        }
    }

    /**
     * A source that was opened.
     *
     * @param rows rows of the source, or none; at most 1,000 a table, closed under foreign keys
     * @param hasRows whether the source has any
     * @param warnings what could not be read, one sentence each
     */
    public record OpenedSource(SourceSchema schema, SourceRows rows, boolean hasRows, List<String> warnings) {

        public OpenedSource {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads the schema and binds rows, if there are any.
     *
     * @param source an address or a path
     * @throws io.lakewright.core.ProblemException LW-15xx with one clear sentence when the source cannot be read, is
     *     empty or is of a kind that is not read
     */
    public static OpenedSource open(String source, Options options) {
        if (source.equals(Sample.NAME)) {
            return new OpenedSource(Sample.schema(), Sample.rows(), true, List.of());
        }
        if (PostgresUrl.matches(source)) {
            Databases database = Databases.at(source, options.user(), options.password());
            SchemaReading reading = database.schema(options.schemas());
            SourceRows rows = options.rowsFolder()
                    .map(folder -> CsvRows.of(folder, reading.schema()))
                    .orElseGet(() -> database.rows(reading.schema()));
            return new OpenedSource(reading.schema(), rows, true, reading.warnings());
        }
        Path file = path(source);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        SchemaReading reading;
        if (name.endsWith(".json")) {
            reading = JsonFactsReader.read(file);
        } else if (name.endsWith(".sql") || name.endsWith(".ddl")) {
            reading = DdlReader.read(file);
        } else {
            throw Problem.invalid(
                            "LW-1500",
                            "\"" + source + "\" is not a source that can be read.",
                            "Give sample, a .sql script of PostgreSQL, a .json file of schema facts, or jdbc:postgresql://host/database.")
                    .exception();
        }
        SourceSchema schema = onlySchemas(reading.schema(), options.schemas());
        return options.rowsFolder()
                .map(folder -> new OpenedSource(schema, CsvRows.of(folder, schema), true, reading.warnings()))
                .orElseGet(() -> new OpenedSource(schema, SourceRows.none(), false, reading.warnings()));
    }

    private static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw Problem.invalid("LW-1500", "\"" + source + "\" is not a path.", "Give the path of an existing file.")
                    .exception();
        }
    }

    private static SourceSchema onlySchemas(SourceSchema schema, List<String> wanted) {
        if (wanted.isEmpty()) {
            return schema;
        }
        List<SourceTable> tables = schema.tables().stream()
                .filter(table -> wanted.stream().anyMatch(table.name().schema()::equalsIgnoreCase))
                .map(table -> new SourceTable(
                        table.name(),
                        table.columns(),
                        table.primaryKey(),
                        table.unique(),
                        table.foreignKeys().stream()
                                .filter(key -> wanted.stream()
                                        .anyMatch(key.references().schema()::equalsIgnoreCase))
                                .toList(),
                        table.rowCount(),
                        table.comment()))
                .toList();
        if (tables.isEmpty()) {
            String existing = schema.tables().stream()
                    .map(table -> table.name().schema())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw Problem.notFound(
                            "LW-1517",
                            "The source has no schema \"" + String.join(", ", wanted) + "\" with tables.",
                            "It has " + existing + ".")
                    .exception();
        }
        return new SourceSchema(schema.name(), schema.description(), schema.origin(), tables);
    }
}
