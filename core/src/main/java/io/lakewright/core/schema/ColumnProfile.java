package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.Optional;

/**
 * What is known of a column's values.
 *
 * @param basis where the figures come from
 * @param nullShare share of rows without a value, 0 to 1
 * @param distinctCount number of different values, NULL not counted
 * @param minimum smallest value as text, in the order of the column's type
 * @param maximum largest value as text
 */
public record ColumnProfile(
        Basis basis,
        Optional<Double> nullShare,
        Optional<Long> distinctCount,
        Optional<String> minimum,
        Optional<String> maximum) {

    /** Estimated by the source's planner, computed over a sample, or computed over every row. */
    public enum Basis {
        CATALOG_STATISTICS,
        SAMPLE,
        EXACT
    }

    public ColumnProfile {
        nullShare = Copies.optional(nullShare);
        distinctCount = Copies.optional(distinctCount);
        minimum = Copies.optional(minimum);
        maximum = Copies.optional(maximum);
    }
}
