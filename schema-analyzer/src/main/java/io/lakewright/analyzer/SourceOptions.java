package io.lakewright.analyzer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a source is opened.
 *
 * @param schemas schemas to read; empty means all
 * @param rowsFolder a folder with one CSV a table, for sources that have no rows of their own
 * @param user role of a database, usually from LAKEWRIGHT_SOURCE_USER
 * @param password its password; never shown, logged or stored
 */
public record SourceOptions(
        List<String> schemas, Optional<Path> rowsFolder, Optional<String> user, Optional<String> password) {

    public SourceOptions {
        schemas = List.copyOf(schemas);
    }

    public static SourceOptions none() {
        return new SourceOptions(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SourceOptions withRows(Path folder) {
        return new SourceOptions(schemas, Optional.of(folder), user, password);
    }

    @Override
    public String toString() {
        return "SourceOptions[schemas=" + schemas + ", rowsFolder=" + rowsFolder + ", user=***, password=***]";
    }
}
