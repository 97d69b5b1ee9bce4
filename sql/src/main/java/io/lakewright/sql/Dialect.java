package io.lakewright.sql;

/** For whom a script is printed: Databricks, or Spark with open-source Delta, after {@link StripRule}s. */
public enum Dialect {
    DATABRICKS,
    OSS
}
