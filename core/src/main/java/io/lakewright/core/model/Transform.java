package io.lakewright.core.model;

/**
 * How the value of a target column is made from source columns. A closed list: no free expression ever enters a load.
 */
public sealed interface Transform {

    /** The single source column, cast to the target type. */
    record Copy() implements Transform {}

    /** The hash key of the sources in order, by the table's hash profile. */
    record HashKey() implements Transform {}

    /** The change hash of the sources in order. */
    record HashDiff() implements Transform {}

    /** The timestamp of the batch, one value a run, given by the caller of the load. */
    record BatchTimestamp() implements Transform {}

    /** The load's record source as a string. */
    record RecordSource() implements Transform {}

    /** The calendar date of the single temporal source as an integer yyyymmdd; -1 where it is NULL. */
    record DateKey() implements Transform {}

    /** A fixed value, cast to the target type. */
    record Literal(String value) implements Transform {}

    /**
     * The product of the sources.
     *
     * @param complementLast whether the last source enters as {@code 1 - x}, as a discount share does
     */
    record Product(boolean complementLast) implements Transform {}
}
