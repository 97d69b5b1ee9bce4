package io.lakewright.core.model;

/** The catalog and schema in which the tables of a layer stand. */
public record Target(String catalog, String schema) {}
