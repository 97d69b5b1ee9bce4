package io.lakewright.core.model;

/** Where in the lakehouse a table stands. Source tables land in BRONZE. */
public enum Layer {
    BRONZE,
    SILVER,
    RAW_VAULT,
    BUSINESS_VAULT,
    GOLD
}
