package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the answer of {@code estimate_performance}: always a band, always with its assumptions. */
public final class Estimates {

    private Estimates() {}

    /** The estimate of a suggestion. */
    public static ObjectNode of(JsonNode content) {
        ObjectNode estimate = Json.object();
        estimate.put(
                "summary", sentence(content).orElse(content.path("explanation").asString("")));
        estimate.set("numbers", content.path("numbers").isObject() ? content.path("numbers") : Json.object());
        estimate.set("assumptions", content.path("assumptions").isArray() ? content.path("assumptions") : Json.array());
        return estimate;
    }

    /** The band in words, empty when the answer holds no number. */
    public static Optional<String> sentence(JsonNode content) {
        JsonNode seconds = content.path("numbers").path("seconds");
        JsonNode usd = content.path("numbers").path("usd");
        if (!seconds.path("expected").isNumber()) {
            return Optional.empty();
        }
        String text =
                "One load takes about " + duration(seconds.path("expected").asDouble()) + " (between "
                        + duration(seconds.path("low").asDouble()) + " and "
                        + duration(seconds.path("high").asDouble()) + ")";
        if (usd.path("expected").isNumber()) {
            text += " and costs about " + money(usd.path("expected").asDouble()) + " (between "
                    + money(usd.path("low").asDouble()) + " and "
                    + money(usd.path("high").asDouble()) + ")";
        }
        return Optional.of(text + ".");
    }

    private static String duration(double seconds) {
        if (seconds < 1) {
            return "1 s";
        }
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        return seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }

    private static String money(double usd) {
        if (usd < 0.01) {
            return "under 0.01 USD";
        }
        return new BigDecimal(usd)
                        .round(new MathContext(usd < 1 ? 1 : 2))
                        .stripTrailingZeros()
                        .toPlainString()
                + " USD";
    }
}
