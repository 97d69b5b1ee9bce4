package io.lakewright.optimizer.server;

import io.lakewright.optimizer.advice.RuntimeVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads arguments that may be told in several forms: a bare word, a list, an object, a number or yes and no. */
final class Told {

    private Told() {}

    /** All texts in it: of a list its items, of an object its keys. */
    static List<String> texts(Optional<JsonNode> node) {
        List<String> texts = new ArrayList<>();
        node.ifPresent(value -> collect(value, texts));
        return texts;
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isArray()) {
            value.forEach(item -> collect(item, texts));
        } else if (value.isObject()) {
            texts.addAll(value.propertyNames());
        } else if (!value.isNull() && !value.asString("").isBlank()) {
            texts.add(value.asString(""));
        }
    }

    /** Everything in it as one text, values of objects included. */
    static String words(Optional<JsonNode> node) {
        return node.map(value -> value.isString()
                        ? value.asString("")
                        : value.isContainer()
                                ? value.toString()
                                        .replaceAll("[\\[\\]{}\",:]+", " ")
                                        .strip()
                                : value.asString(""))
                .orElse("");
    }

    static Optional<Double> number(Optional<JsonNode> node) {
        return node.flatMap(value -> {
            if (value.isNumber()) {
                return Optional.of(value.asDouble());
            }
            if (value.isArray()) {
                return Optional.of((double) value.size());
            }
            if (value.isBoolean()) {
                return value.asBoolean() ? Optional.empty() : Optional.of(0.0);
            }
            String text = value.asString("").strip();
            return text.matches("\\d{1,15}(\\.\\d{1,6})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
        });
    }

    /** Yes for true, a positive number, a list that holds something and any text that is not a no. */
    static Optional<Boolean> flag(Optional<JsonNode> node) {
        return node.map(value -> {
            if (value.isBoolean()) {
                return value.asBoolean();
            }
            if (value.isNumber()) {
                return value.asDouble() > 0;
            }
            if (value.isContainer()) {
                return !value.isEmpty();
            }
            String text = value.asString("").strip().toLowerCase(Locale.ROOT);
            return !(text.isEmpty()
                    || text.equals("no")
                    || text.equals("none")
                    || text.equals("false")
                    || text.equals("0"));
        });
    }

    /** Names with a number; a name in a bare list gets 1. */
    static Map<String, Double> shares(Optional<JsonNode> node) {
        Map<String, Double> shares = new LinkedHashMap<>();
        node.ifPresent(value -> {
            if (value.isObject()) {
                value.properties()
                        .forEach(entry -> shares.put(
                                entry.getKey(),
                                entry.getValue().isNumber()
                                        ? share(entry.getValue().asDouble())
                                        : 1.0));
            } else {
                texts(node).forEach(name -> shares.put(name, 1.0));
            }
        });
        return shares;
    }

    // Some say 0.9, some say 90.
    private static double share(double value) {
        return value > 1 ? Math.min(1, value / 100) : value;
    }

    /** Names with a text, such as columns with types; a name in a bare list gets an empty text. */
    static Map<String, String> named(Optional<JsonNode> node) {
        Map<String, String> named = new LinkedHashMap<>();
        node.ifPresent(value -> {
            if (value.isObject()) {
                value.properties()
                        .forEach(entry ->
                                named.put(entry.getKey(), entry.getValue().asString("")));
            } else if (value.isArray()) {
                value.forEach(item -> named(item, named));
            } else {
                texts(node).forEach(name -> named.put(name, ""));
            }
        });
        return named;
    }

    private static void named(JsonNode item, Map<String, String> named) {
        if (item.isObject()) {
            String name = item.path("name")
                    .asString(item.path("col").asString(item.path("column").asString("")));
            if (!name.isEmpty()) {
                named.put(name, item.path("type").asString(""));
            }
        } else if (!item.asString("").isEmpty()) {
            named.put(item.asString(""), "");
        }
    }

    static Optional<RuntimeVersion> version(Optional<JsonNode> node) {
        return node.flatMap(value -> RuntimeVersion.parse(value.asString("")));
    }
}
