package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the answer of {@code estimate_performance}: always a band, always with its assumptions. */
public final class Estimates {

    private Estimates() {}

    /** The estimate of a suggestion; what the tool notes about its numbers belongs to them, not to the model. */
    public static ObjectNode of(JsonNode content) {
        ObjectNode estimate = Json.object();
        estimate.put(
                "summary", sentence(content).orElse(content.path("explanation").asString("")));
        estimate.set("numbers", content.path("numbers").isObject() ? content.path("numbers") : Json.object());
        estimate.set("assumptions", content.path("assumptions").isArray() ? content.path("assumptions") : Json.array());
        ArrayNode notes = estimate.putArray("notes");
        for (JsonNode finding : content.path("findings").values()) {
            if (isNote(finding)) {
                notes.add(finding.path("message").asString(""));
            }
        }
        return estimate;
    }

    /** Whether it only informs about the numbers. */
    static boolean isNote(JsonNode finding) {
        return finding.path("severity").asString("").equals("info");
    }

    /** What the numbers rest on, in plain words: the ids of the rules behind stay in the suggestion. */
    public static List<String> assumptions(JsonNode content) {
        List<String> plain = new ArrayList<>();
        for (JsonNode assumption : content.path("assumptions").values()) {
            plain.add(assumption.asString("").replaceFirst("^(?:A|[A-Z]{1,3}-\\d+): ", ""));
        }
        return plain;
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
