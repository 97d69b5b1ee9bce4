package io.lakewright.engine;

import java.util.Optional;

/**
 * Why a statement does not parse or did not run.
 *
 * @param condition Spark's or Delta's error condition such as {@code UNRESOLVED_COLUMN.WITH_SUGGESTION}; ours are
 *     {@code LAKEWRIGHT_REFUSED} (not on the allow-list) and {@code LAKEWRIGHT_TIME_LIMIT}
 * @param message first lines of Spark's message, bounded
 * @param line 1-based, 0 when unknown
 * @param column 1-based, 0 when unknown
 */
public record SqlFailure(String condition, Optional<String> sqlState, String message, int line, int column) {

    /** The message with its condition and place, on one line. */
    public String text() {
        String place = line > 0 ? " (line " + line + ", column " + column + ")" : "";
        return condition + place + ": " + message;
    }
}
