package io.lakewright.analyzer;

import io.lakewright.analyzer.read.CsvRows;
import io.lakewright.analyzer.read.FactsSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SourceKind;
import io.lakewright.analyzer.read.databricks.UnityCatalogSource;
import io.lakewright.analyzer.read.dbt.DbtSource;
import io.lakewright.analyzer.read.ddl.DdlSource;
import io.lakewright.analyzer.read.duckdb.DataFolderSource;
import io.lakewright.analyzer.read.jdbc.JdbcSource;
import io.lakewright.analyzer.read.postgres.PostgresSource;
import io.lakewright.analyzer.read.supabase.SupabaseSource;
import io.lakewright.analyzer.sample.SampleSource;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens whatever a source text names; the kinds of source are listed in one place, {@link #KINDS}. */
public final class SourceReaders {

    /** The first kind that a text names opens it. */
    public static final List<SourceKind> KINDS = List.of(
            new SampleSource(),
            new PostgresSource(),
            new SupabaseSource(),
            new UnityCatalogSource(),
            new DbtSource(),
            new FactsSource(),
            new DdlSource(),
            new DataFolderSource(),
            new JdbcSource());

    private SourceReaders() {}

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

        /** The same source with another reading of its schema. */
        public OpenedSource withSchema(SourceSchema other) {
            return new OpenedSource(other, rows, hasRows, warnings);
        }
    }

    /**
     * Reads the schema and binds rows, if there are any.
     *
     * @param source an address or a path
     * @throws io.lakewright.core.ProblemException LW-15xx with one clear sentence when the source cannot be read, is
     *     empty or is of a kind that is not read
     */
    public static OpenedSource open(String source, ReadOptions options) {
        SourceKind.Opened opened = kind(source)
                .orElseThrow(() -> Problem.invalid(
                                "LW-1500",
                                "\"" + source + "\" is not a source that can be read.",
                                "Give " + kinds() + ".")
                        .exception())
                .open(source, options);
        SourceSchema schema = onlySchemas(opened.schema(), options.schemas());
        Optional<SourceRows> rows =
                options.rowsFolder().map(folder -> CsvRows.of(folder, schema)).or(opened::rows);
        return new OpenedSource(
                schema,
                rows.orElseGet(SourceRows::none),
                rows.isPresent(),
                opened.reading().warnings());
    }

    /**
     * Several opened sources as one. A source of which a table is there already under the same name gets its own name
     * before those of its schemas; rows are asked of the source that has them.
     *
     * @param sources one or more
     */
    public static OpenedSource joined(List<OpenedSource> sources) {
        return SourceUnion.of(sources);
    }

    /** Variables that may hold the role for this source; the first that is set counts. */
    public static List<String> userVariables(String source) {
        return kind(source).map(SourceKind::userVariables).orElse(List.of());
    }

    /** Variables that may hold the password, key or token for this source; the first that is set counts. */
    public static List<String> passwordVariables(String source) {
        return kind(source).map(SourceKind::passwordVariables).orElse(List.of());
    }

    private static Optional<SourceKind> kind(String source) {
        return KINDS.stream().filter(kind -> kind.names(source)).findFirst();
    }

    /** The kinds of source as one phrase for people. */
    public static String kinds() {
        List<String> words = KINDS.stream().map(SourceKind::words).toList();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static SourceSchema onlySchemas(SourceSchema schema, List<String> wanted) {
        if (wanted.isEmpty()) {
            return schema;
        }
        List<SourceTable> tables = schema.tables().stream()
                .filter(table -> wanted.stream().anyMatch(table.name().schema()::equalsIgnoreCase))
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> wanted.stream().anyMatch(key.references().schema()::equalsIgnoreCase))
                        .toList()))
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
        return schema.withTables(tables)
                .withViews(schema.views().stream()
                        .filter(view -> wanted.stream().anyMatch(view.name().schema()::equalsIgnoreCase))
                        .toList());
    }
}
