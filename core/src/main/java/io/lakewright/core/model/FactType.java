package io.lakewright.core.model;

/** Kimball's kinds of fact tables. */
public enum FactType {
    TRANSACTION,
    PERIODIC_SNAPSHOT,
    ACCUMULATING_SNAPSHOT,
    FACTLESS
}
