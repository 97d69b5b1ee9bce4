package io.lakewright.sql.node;

import java.util.Locale;

/** The built-in functions that printed SQL calls; the list is closed so that no name reaches SQL unseen. */
public enum Function {
    COALESCE,
    CONCAT,
    CONCAT_WS,
    COUNT,
    DATE_FORMAT,
    DAYOFMONTH,
    DAYOFYEAR,
    EXPLODE,
    FROM_JSON,
    GREATEST,
    HEX,
    LAG,
    LEAD,
    LOWER,
    MAX,
    MIN,
    MONTH,
    QUARTER,
    REGEXP_REPLACE,
    REPEAT,
    REPLACE,
    ROW_NUMBER,
    RTRIM,
    SEQUENCE,
    SHA2,
    SUM,
    TO_JSON,
    TO_UTC_TIMESTAMP,
    CURRENT_TIMEZONE,
    FIRST_VALUE,
    TRIM,
    TRY_TO_TIMESTAMP,
    UNHEX,
    UPPER,
    WEEKDAY,
    WEEKOFYEAR,
    XXHASH64,
    YEAR;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
