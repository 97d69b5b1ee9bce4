package io.lakewright.core.model;

/** How a parent is joined to the driving table of a load. */
public enum JoinType {
    INNER,
    LEFT
}
