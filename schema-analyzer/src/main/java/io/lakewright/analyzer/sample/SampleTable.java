package io.lakewright.analyzer.sample;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One generated table: how many rows, and each row by its number, counted from 1. */
interface SampleTable {

    int count();

    /** The row of a number from 1 to {@link #count()}, in the order of the table's columns. */
    List<@Nullable String> row(int number);

    /** The number of the row with this primary key, written as the row writes it; empty when there is none. */
    OptionalInt numberOf(List<String> key);

    /** For tables whose primary key is the number of the row. */
    default OptionalInt numbered(List<String> key) {
        try {
            int number = Integer.parseInt(key.getFirst());
            return number >= 1 && number <= count() ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
