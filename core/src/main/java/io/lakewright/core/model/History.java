package io.lakewright.core.model;

/** The columns that carry the validity of a version: from inclusive, to exclusive, and the flag of the current one. */
public record History(String validFrom, String validTo, String current) {}
