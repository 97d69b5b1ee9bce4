package io.lakewright.optimizer.estimate;

import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.node.ObjectNode;

/** A number that is not known: what is expected, and between which it may well be (databricks.md X-06). */
public record Band(double low, double expected, double high) {

    public Band {
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException("not in order: " + low + ", " + expected + ", " + high);
        }
    }

    /** The band of an estimate that no measured history narrows. */
    public static Band unmeasured(double expected) {
        return new Band(expected * 0.3, expected, expected * 4);
    }

    /** The narrowest band that an estimate may have. */
    public static Band measured(double expected) {
        return new Band(expected * 0.5, expected, expected * 2);
    }

    /** The form of an answer, rounded: more digits would promise what is not known. */
    public ObjectNode tree() {
        return Json.object()
                .put("low", rounded(low))
                .put("expected", rounded(expected))
                .put("high", rounded(high));
    }

    static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(4)).doubleValue();
    }

    public Band plus(Band other) {
        return new Band(low + other.low, expected + other.expected, high + other.high);
    }

    public Band times(double factor) {
        return new Band(low * factor, expected * factor, high * factor);
    }

    /** Low times low, high times high. */
    public Band times(Band other) {
        return new Band(low * other.low, expected * other.expected, high * other.high);
    }
}
