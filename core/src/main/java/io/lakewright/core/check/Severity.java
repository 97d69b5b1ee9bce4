package io.lakewright.core.check;

/** How much a finding matters: an error blocks, a warning wants a reason, information only tells. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
