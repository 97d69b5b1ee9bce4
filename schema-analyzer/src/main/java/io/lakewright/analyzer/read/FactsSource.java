package io.lakewright.analyzer.read;

import java.util.Locale;

/** A file of schema facts as {@link JsonFactsReader} reads them. */
public record FactsSource() implements SourceKind {

    @Override
    public String words() {
        return "a .json file of schema facts";
    }

    @Override
    public boolean names(String source) {
        return source.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        return Opened.withoutRows(JsonFactsReader.read(SourceFiles.path(source)));
    }
}
