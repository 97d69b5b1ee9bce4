package io.lakewright.core.model;

/** What a load does with a key that is gone from the source: nothing, or close its current row. */
public enum DeleteHandling {
    IGNORE,
    CLOSE
}
