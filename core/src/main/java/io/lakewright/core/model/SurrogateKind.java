package io.lakewright.core.model;

/** How a table gets its key: by identity (one writer), by hash, or not at all. */
public enum SurrogateKind {
    IDENTITY,
    HASH,
    NONE
}
