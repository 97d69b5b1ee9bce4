package io.lakewright.core.model;

/** The school a model follows. */
public enum ModelStyle {
    DIMENSIONAL,
    DATA_VAULT,
    HYBRID,
    MEDALLION
}
