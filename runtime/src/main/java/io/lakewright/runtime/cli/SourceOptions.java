package io.lakewright.runtime.cli;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.runtime.Composition;
import io.lakewright.runtime.Sources;
import io.lakewright.runtime.Workspaces;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which source a command works on. */
final class SourceOptions {

    @Option(
            names = "--source",
            paramLabel = "SRC",
            description =
                    "sample, jdbc:postgresql://HOST/DATABASE or another JDBC address, https://PROJECT.supabase.co, databricks://HOST/CATALOG?warehouse=ID, a .sql or .json file, a dbt manifest.json or .yml, or a folder of CSV or Parquet (default: lakewright.yaml, else sample); may be repeated, then all are one")
    List<String> sources = new ArrayList<>();

    @Option(names = "--schema", paramLabel = "SCHEMA", description = "read only these schemas; may be repeated")
    List<String> schemas = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "DIR", description = "rows for a source that has none: one CSV a table")
    @Nullable
    Path rows;

    @Option(
            names = "--extraction",
            paramLabel = "TABLE=HOW",
            description =
                    "how a table is taken out of its source: full, delta:COLUMN or cdc, and ,deletes=none, absent, recorded or marked:COLUMN; * is every table; may be repeated")
    List<String> extraction = new ArrayList<>();

    // Read when a command runs: options are made before anything could explain a setting that is wrong.
    @Nullable
    private Settings settings;

    Settings settings() {
        Settings read = settings != null ? settings : Settings.load(Path.of(""), System.getenv());
        settings = read;
        return read;
    }

    SourceReaders.OpenedSource open() {
        List<String> wanted = sources.isEmpty() ? List.of(settings().source().orElse(Composition.SAMPLE)) : sources;
        return Sources.extracted(
                SourceReaders.joined(wanted.stream()
                        .map(source -> Sources.open(
                                source, schemas, Optional.ofNullable(rows), settings(), TerminalProgress.onTerminal()))
                        .toList()),
                extraction,
                settings());
    }

    /** The source as a catalogue with one workspace. */
    Workspaces catalog(SourceReaders.OpenedSource opened) {
        return Workspaces.of(
                opened.schema().name(),
                opened.schema(),
                opened.rows(),
                line -> System.err.println("warning: " + PlainText.of(line)));
    }

    Workspaces catalog() {
        return catalog(open());
    }

    static Path root() {
        return Path.of(System.getProperty("lakewright.root", ".")).toAbsolutePath();
    }
}
