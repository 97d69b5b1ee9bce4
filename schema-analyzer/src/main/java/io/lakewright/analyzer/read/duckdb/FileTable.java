package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.schema.TableName;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that make one table.
 *
 * @param files real paths, sorted
 * @param base the folder below which {@code key=value} folders are partitions
 */
record FileTable(TableName name, Format format, List<Path> files, Path base) {

    enum Format {
        TEXT,
        PARQUET
    }

    FileTable {
        files = List.copyOf(files);
    }

    /** The partition columns that the folders of a file name, in order. */
    List<String> partitionKeys(Path file) {
        List<String> keys = new java.util.ArrayList<>();
        for (Path step : base.relativize(file.getParent())) {
            int equals = step.toString().indexOf('=');
            if (equals > 0) {
                keys.add(step.toString().substring(0, equals));
            }
        }
        return keys;
    }
}
