package io.lakewright.analyzer.read.ddl;

import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SourceFiles;
import io.lakewright.analyzer.read.SourceKind;
import java.util.Locale;

/** A script that creates tables. */
public record DdlSource() implements SourceKind {

    @Override
    public String words() {
        return "a .sql script of PostgreSQL, MySQL, SQL Server or Databricks";
    }

    @Override
    public boolean names(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.endsWith(".sql") || lower.endsWith(".ddl");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        return Opened.withoutRows(DdlReader.read(SourceFiles.path(source), options.progress()));
    }
}
