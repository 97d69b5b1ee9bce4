package io.lakewright.optimizer.estimate;

import io.lakewright.core.Copies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a table that a query reads (databricks.md F-02, X-04, X-05).
 *
 * @param bytes compressed size of the table
 * @param clustering today's keys, empty when there are none
 * @param partitioning today's partition columns
 * @param filtered columns by which the query filters
 * @param selectivity share of rows that a range filter leaves, where said
 */
public record Scan(
        double bytes,
        List<String> clustering,
        List<String> partitioning,
        List<String> filtered,
        Optional<Double> selectivity) {

    private static final double FIRST_TARGET = 256e6;
    private static final double LAST_TARGET = 1e9;
    private static final double FIRST_SIZE = 2.56e12;
    private static final double LAST_SIZE = 10e12;

    public Scan {
        clustering = Copies.list(clustering);
        partitioning = Copies.list(partitioning);
        filtered = Copies.list(filtered);
        selectivity = Copies.optional(selectivity).map(share -> Math.clamp(share, 0.0, 1.0));
    }

    /** The file size to which Databricks tunes a table of this size. */
    public static double targetFileSize(double bytes) {
        if (bytes <= FIRST_SIZE) {
            return FIRST_TARGET;
        }
        double share = Math.min(1, (bytes - FIRST_SIZE) / (LAST_SIZE - FIRST_SIZE));
        return FIRST_TARGET + share * (LAST_TARGET - FIRST_TARGET);
    }

    public double files() {
        return Math.max(1, Math.ceil(bytes / targetFileSize(bytes)));
    }

    /** Whether the layout lets the query skip anything. */
    public boolean skips() {
        return files() > 1 && (matches(clustering) || matches(partitioning));
    }

    /** The share of the table's bytes that is read. */
    public Band fraction() {
        if (!skips()) {
            return new Band(1, 1, 1);
        }
        double files = files();
        double selected = selectivity.orElse(0.0);
        double reached =
                matches(partitioning) ? selected : Math.max(selected, Math.pow(files, -1.0 / clustering.size()));
        double expected = Math.min(1, reached + 1 / files);
        return new Band(Math.min(expected, Math.max(reached * 0.5, 1 / files)), expected, Math.min(1, expected * 3));
    }

    public List<String> assumptions() {
        List<String> lines = new ArrayList<>();
        lines.add("F-02: files are tuned to about " + Math.round(targetFileSize(bytes) / 1e6)
                + " MB, so the table has about " + Math.round(files()) + ".");
        if (skips()) {
            lines.add(
                    "X-04: a filter on " + (clustering.size() > 1 ? "one of " + clustering.size() + " keys" : "the key")
                            + " reads the selected share or files to the power of -1/keys, whichever is more, and 1 to 2 files"
                            + " at the edges.");
        }
        return lines;
    }

    private boolean matches(List<String> columns) {
        return columns.stream().anyMatch(column -> filtered.stream().anyMatch(column::equalsIgnoreCase));
    }
}
