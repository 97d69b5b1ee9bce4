package io.lakewright.sql;

import java.util.Locale;

/** What a script is for. They run in the order DDL, DML, ETL, TEST. */
public enum ScriptType {
    /** Makes schemas and tables. */
    DDL,
    /** Loads from the landing tables; takes the parameter {@code batch_timestamp}. */
    ETL,
    /** Rows that stand for absence, and calendars; once after DDL. */
    DML,
    /** Queries that answer the rows that should not be; empty means passed. */
    TEST;

    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
