package io.lakewright.core.model;

/** What a table of the model is. Each kind is one record of {@link TableSpec}. */
public enum TableKind {
    DIMENSION,
    DATE_DIMENSION,
    FACT,
    HUB,
    LINK,
    SATELLITE
}
