package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about the values of a table.
 *
 * @param basis how it was found out
 * @param rows how many rows were looked at
 * @param columns the columns that were looked at, in the order of the table
 */
public record TableFigures(ColumnProfile.Basis basis, long rows, List<ColumnFigures> columns) {

    public TableFigures {
        columns = Copies.list(columns);
    }

    /** The figures of a column, compared without regard to case. */
    public Optional<ColumnFigures> column(String name) {
        return columns.stream()
                .filter(figures -> figures.column().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Figures of one column.
     *
     * @param estimatedDistinct whether the number of different values is an estimate, as sketches give it
     * @param lengths lengths of texts in characters; empty for other values
     * @param quantiles values at 5, 25, 50, 75 and 95 percent of numbers and times, as text; empty or all five
     * @param topValues the values that occur most, most frequent first; values that occur once are not among them
     * @param shapes what texts look like, most frequent first
     */
    public record ColumnFigures(
            String column,
            ColumnProfile profile,
            boolean estimatedDistinct,
            Optional<Lengths> lengths,
            List<String> quantiles,
            List<Counted> topValues,
            List<Counted> shapes) {

        public ColumnFigures {
            lengths = Copies.optional(lengths);
            quantiles = Copies.list(quantiles);
            topValues = Copies.list(topValues);
            shapes = Copies.list(shapes);
        }

        /** Figures of a column of which only the profile is known. */
        public static ColumnFigures of(String column, ColumnProfile profile) {
            return new ColumnFigures(column, profile, false, Optional.empty(), List.of(), List.of(), List.of());
        }

        /** The same figures with values that were seen in some of the rows. */
        public ColumnFigures withSeen(List<Counted> values, List<Counted> forms) {
            return new ColumnFigures(column, profile, estimatedDistinct, lengths, quantiles, values, forms);
        }
    }

    /** Lengths in characters. */
    public record Lengths(long shortest, long longest, double average) {}

    /**
     * A value or a shape, and in how many rows it was seen.
     *
     * @param share of the rows with a value, 0 to 1
     */
    public record Counted(String text, long count, double share) {}
}
