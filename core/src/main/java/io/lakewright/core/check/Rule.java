package io.lakewright.core.check;

import java.util.List;

/**
 * A pure check of one subject.
 *
 * @param <T> what is checked, such as a model or the facts of a table
 */
public interface Rule<T> {

    /** Id in the fact base, such as {@code K01} or {@code L-09}. */
    String id();

    /** What the rule demands, in one sentence. */
    String title();

    /** Everything the rule has to say about the subject; empty when it holds. */
    List<Finding> check(T subject);
}
