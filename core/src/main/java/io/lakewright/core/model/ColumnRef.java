package io.lakewright.core.model;

/** A column of a relation that a load reads, by the relation's alias. */
public record ColumnRef(String alias, String column) {}
