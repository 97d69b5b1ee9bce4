package io.lakewright.analyzer.understand;

/** What a column of a source table is for (modeling.md 4.3 step 3). */
public enum SourceRole {
    PRIMARY_KEY,
    FOREIGN_KEY,
    BUSINESS_KEY,
    AUDIT_DATE,
    EVENT_DATE,
    VALIDITY_START,
    VALIDITY_END,
    FLAG,
    CODE,
    MEASURE,
    TEXT,
    DOCUMENT,
    /** A number or identifier that is neither a key of this schema nor something to add up. */
    IDENTIFIER
}
