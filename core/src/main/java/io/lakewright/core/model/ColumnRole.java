package io.lakewright.core.model;

/** What a column is for. */
public enum ColumnRole {
    SURROGATE_KEY,
    BUSINESS_KEY,
    FOREIGN_KEY,
    DEGENERATE,
    MEASURE,
    ATTRIBUTE,
    EVENT_TIME,
    HASH_KEY,
    HASH_DIFF,
    LOAD_DATE,
    RECORD_SOURCE,
    VALID_FROM,
    VALID_TO,
    IS_CURRENT
}
