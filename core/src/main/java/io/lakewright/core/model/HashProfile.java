package io.lakewright.core.model;

/** Hash recipes. H1 is described in modeling.md 1.3. */
public enum HashProfile {
    H1
}
