package io.lakewright.core.model;

/**
 * Hash recipes. H1 is described in modeling.md 1.3; UNKNOWN stands for the recipe of tables that somebody else loads, whose
 * keys can be read but not computed.
 */
public enum HashProfile {
    H1,
    UNKNOWN
}
