package io.lakewright.sql;

/** What open-source Delta does not take (spark-delta.md 2) and is left out there. None changes what a load does. */
public enum StripRule {
    S01(
            "PRIMARY KEY clause",
            "Delta without Unity Catalog has no keys; they are informational and are tested instead."),
    S02(
            "FOREIGN KEY clause",
            "Delta without Unity Catalog has no keys; they are informational and are tested instead."),
    S03("tags", "Tags belong to Unity Catalog."),
    S04("CLUSTER BY AUTO", "Automatic clustering belongs to Databricks; the layout does not change results."),
    S05("table property", "The property is one of Databricks only.");

    private final String title;
    private final String reason;

    StripRule(String title, String reason) {
        this.title = title;
        this.reason = reason;
    }

    /** Stable id, such as {@code S01}. */
    public String id() {
        return name();
    }

    public String title() {
        return title;
    }

    public String reason() {
        return reason;
    }
}
