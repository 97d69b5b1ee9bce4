package io.lakewright.analyzer.profile;

import io.lakewright.core.schema.Column;
import java.util.Optional;

/** How a database spells what {@link AggregateQuery} asks for. */
public interface AggregateDialect {

    /** The column as a value of its type, its name quoted. */
    String column(Column column);

    /** The value of an expression as text. */
    String text(String expression);

    /** The number of characters of a text. */
    String length(String text);

    /** The number of different values, NULL not counted. */
    default String distinct(String value) {
        return "count(DISTINCT " + value + ")";
    }

    /** Whether {@link #distinct} is an estimate. */
    default boolean estimatesDistinct() {
        return false;
    }

    /**
     * The values at 5, 25, 50, 75 and 95 percent, joined by {@link AggregateQuery#BETWEEN}.
     *
     * @return empty when the database has nothing for that; whether it is empty does not depend on the value
     */
    default Optional<String> quantiles(String value) {
        return Optional.empty();
    }
}
