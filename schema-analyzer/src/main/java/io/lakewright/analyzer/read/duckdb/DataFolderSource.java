package io.lakewright.analyzer.read.duckdb;

import io.lakewright.analyzer.read.ClosedRows;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SourceFiles;
import io.lakewright.analyzer.read.SourceKind;
import io.lakewright.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of CSV and Parquet files: its tables now, its rows when they are asked for. */
public record DataFolderSource() implements SourceKind {

    @Override
    public String words() {
        return "a folder of CSV or Parquet files";
    }

    @Override
    public boolean names(String source) {
        try {
            return Files.isDirectory(Path.of(source));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        Path folder;
        try {
            folder = SourceFiles.path(source).toRealPath();
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-1540",
                            "The folder \"" + source + "\" cannot be read.",
                            "Check its path and permissions.")
                    .exception();
        }
        FolderDatabase database = new FolderDatabase(folder);
        FolderReader.Read read = FolderReader.read(database, FolderFiles.in(folder, new Likeness(database)));
        return new Opened(
                read.reading(),
                Optional.of(new ClosedRows(read.reading().schema(), new FolderRows(database, read.relations()))));
    }
}
