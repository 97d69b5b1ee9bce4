package io.lakewright.core.model;

/** A member that stands for the absence of one, such as -1 for "Unknown". */
public record SpecialRow(long key, String meaning) {}
