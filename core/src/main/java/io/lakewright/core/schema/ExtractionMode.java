package io.lakewright.core.schema;

/** How a source table is delivered: whole, changed rows after a watermark, or a change feed. */
public enum ExtractionMode {
    FULL,
    DELTA,
    CDC
}
