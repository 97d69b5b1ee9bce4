package io.lakewright.core.model;

/** Over which dimensions a measure may be summed: all, all but time, none. */
public enum Additivity {
    ADDITIVE,
    SEMI_ADDITIVE,
    NON_ADDITIVE
}
