package io.lakewright.core.model;

/** The loading algorithms (modeling.md appendix A and section 2). Every one adds nothing when it runs again on the same batch. */
public enum LoadStrategy {
    SCD0_INSERT,
    SCD1_MERGE,
    SCD2_MERGE,
    SCD2_TIMELINE,
    HUB_MERGE,
    LINK_MERGE,
    SATELLITE_INSERT,
    FACT_MERGE,
    DATE_SERIES
}
