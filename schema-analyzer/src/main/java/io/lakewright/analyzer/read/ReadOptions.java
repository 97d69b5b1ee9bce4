package io.lakewright.analyzer.read;

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
 * @param drivers folder with jars of JDBC drivers; empty means {@code .lakewright/drivers} in the home folder
 * @param progress told how far the reading is
 */
public record ReadOptions(
        List<String> schemas,
        Optional<Path> rowsFolder,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> drivers,
        Progress progress) {

    /** Options of a reading that tells nobody how far it is. */
    public ReadOptions(
            List<String> schemas, Optional<Path> rowsFolder, Optional<String> user, Optional<String> password) {
        this(schemas, rowsFolder, user, password, Optional.empty(), Progress.NONE);
    }

    public ReadOptions {
        schemas = List.copyOf(schemas);
    }

    public static ReadOptions none() {
        return new ReadOptions(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ReadOptions withRows(Path folder) {
        return new ReadOptions(schemas, Optional.of(folder), user, password, drivers, progress);
    }

    public ReadOptions withDrivers(Optional<Path> folder) {
        return new ReadOptions(schemas, rowsFolder, user, password, folder, progress);
    }

    @Override
    public String toString() {
        return "ReadOptions[schemas=" + schemas + ", rowsFolder=" + rowsFolder + ", user=***, password=***]";
    }
}
