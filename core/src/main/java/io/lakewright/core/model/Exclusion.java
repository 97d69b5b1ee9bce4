package io.lakewright.core.model;

/** A source table, or a column as {@code schema.table.column}, that the model leaves out, and the reason. */
public record Exclusion(String table, String because) {}
