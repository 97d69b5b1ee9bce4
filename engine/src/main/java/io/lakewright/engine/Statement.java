package io.lakewright.engine;

import java.time.Duration;
import java.util.Map;

/**
 * One SQL statement to run.
 *
 * @param parameters string values for {@code :name} markers
 * @param limit it is cancelled after this time
 * @param maxRows at most so many result rows come back
 */
public record Statement(String text, Map<String, String> parameters, Duration limit, int maxRows) {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);
    private static final int USUAL_ROWS = 1_000;

    public Statement {
        parameters = Map.copyOf(parameters);
        if (limit.isNegative() || limit.isZero() || maxRows < 1) {
            throw new IllegalArgumentException("A statement needs a positive time limit and row limit.");
        }
    }

    /** Without parameters, 60 seconds, 1000 rows. */
    public static Statement of(String text) {
        return new Statement(text, Map.of(), USUAL_LIMIT, USUAL_ROWS);
    }

    /** 60 seconds, 1000 rows. */
    public static Statement of(String text, Map<String, String> parameters) {
        return new Statement(text, parameters, USUAL_LIMIT, USUAL_ROWS);
    }
}
