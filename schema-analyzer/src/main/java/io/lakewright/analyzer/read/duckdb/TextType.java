package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.PostgresTypes;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The narrowest type that every value of a text column has, found by one aggregate query over all rows.
 *
 * <p>Rules: 1. a whole number with leading zeros is text, because codes must not lose them; 2. numbers get room to grow:
 * whole ones are {@code bigint}, others have 18 digits where that is enough; 3. the empty string says nothing of a type.
 *
 * @param name as PostgreSQL spells it
 * @param cast the type of DuckDB in which values compare in their own order
 */
record TextType(String name, String cast) {

    static final TextType TEXT = new TextType("text", "VARCHAR");

    /** One value each: texts, whole numbers, digits before and behind the point, and so on. {@code $} is the column. */
    static final String QUESTIONS = """
            count(nullif($, '')),
            count(*) FILTER (WHERE regexp_full_match($, '-?(0|[1-9][0-9]{0,37})')),
            count(*) FILTER (WHERE regexp_full_match($, '-?(0|[1-9][0-9]*)(\\.[0-9]+)?')),
            count(*) FILTER (WHERE regexp_full_match($, '-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?')),
            coalesce(max(length(regexp_extract($, '^-?([0-9]+)', 1))), 0),
            coalesce(max(length(regexp_extract($, '\\.([0-9]+)$', 1))), 0),
            count(*) FILTER (WHERE lower($) IN ('true', 'false')),
            count(*) FILTER (WHERE regexp_full_match($, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
                AND try_cast($ AS DATE) IS NOT NULL),
            count(*) FILTER (WHERE regexp_full_match($,
                '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?)?')
                AND try_cast($ AS TIMESTAMP) IS NOT NULL),
            count(*) FILTER (WHERE regexp_full_match($,
                '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)')
                AND try_cast($ AS TIMESTAMPTZ) IS NOT NULL),
            count(*) FILTER (WHERE regexp_full_match(lower($),
                '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'))""";

    static final int ANSWERS = 11;

    /** The questions about the column at a position. */
    static String questions(int column) {
        // The dollar that ends a pattern stands before a quote, the column before a comma, bracket or blank.
        return QUESTIONS.replaceAll("\\$(?!')", "c" + column);
    }

    /** @param first position of the first answer in the row */
    static TextType of(ResultSet row, int first) throws SQLException {
        long values = row.getLong(first);
        if (values == 0) {
            return TEXT;
        }
        int before = row.getInt(first + 4);
        int behind = row.getInt(first + 5);
        if (row.getLong(first + 1) == values) {
            return before <= 18 ? new TextType("bigint", "BIGINT") : decimal(38, 0);
        }
        if (row.getLong(first + 2) == values && before + behind <= 38) {
            return decimal(before + behind <= 18 ? 18 : 38, behind);
        }
        if (row.getLong(first + 3) == values) {
            return new TextType("double precision", "DOUBLE");
        }
        if (row.getLong(first + 6) == values) {
            return new TextType("boolean", "BOOLEAN");
        }
        if (row.getLong(first + 7) == values) {
            return new TextType("date", "DATE");
        }
        if (row.getLong(first + 8) == values) {
            return new TextType("timestamp without time zone", "TIMESTAMP");
        }
        if (row.getLong(first + 9) == values) {
            return new TextType("timestamp with time zone", "TIMESTAMPTZ");
        }
        return row.getLong(first + 10) == values ? new TextType("uuid", "VARCHAR") : TEXT;
    }

    private static TextType decimal(int precision, int scale) {
        return new TextType("numeric(" + precision + "," + scale + ")", "DECIMAL(" + precision + "," + scale + ")");
    }

    boolean isText() {
        return equals(TEXT);
    }

    LakeType lakeType() {
        return PostgresTypes.toLakeType(name);
    }
}
