package io.lakewright.analyzer.read;

import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of source that are one file each. */
public final class FileSources {

    private FileSources() {}

    /** Scripts that create tables. */
    public record Ddl() implements SourceKind {

        @Override
        public String words() {
            return "a .sql script of PostgreSQL, MySQL, SQL Server or Databricks";
        }

        @Override
        public boolean names(String source) {
            return endsIn(source, ".sql") || endsIn(source, ".ddl");
        }

        @Override
        public Opened open(String source, ReadOptions options) {
            return Opened.withoutRows(DdlReader.read(path(source), options.progress()));
        }
    }

    /** Schema facts as {@link JsonFactsReader} reads them. */
    public record Facts() implements SourceKind {

        @Override
        public String words() {
            return "a .json file of schema facts";
        }

        @Override
        public boolean names(String source) {
            return endsIn(source, ".json");
        }

        @Override
        public Opened open(String source, ReadOptions options) {
            return Opened.withoutRows(JsonFactsReader.read(path(source)));
        }
    }

    private static boolean endsIn(String source, String ending) {
        return source.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** @throws io.lakewright.core.ProblemException LW-1500 when the text is no path */
    public static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw Problem.invalid("LW-1500", "\"" + source + "\" is not a path.", "Give the path of an existing file.")
                    .exception();
        }
    }
}
