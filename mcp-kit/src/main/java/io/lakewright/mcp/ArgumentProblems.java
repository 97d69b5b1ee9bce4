package io.lakewright.mcp;

import com.networknt.schema.Error;
import io.lakewright.core.Problem;
import io.lakewright.core.naming.NearNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in one sentence which argument is wrong and why, from what the schema validator found. */
final class ArgumentProblems {

    private ArgumentProblems() {}

    static Problem describe(String tool, JsonNode schema, List<Error> errors) {
        List<Error> ranked = errors.stream()
                .filter(error -> !insideChoice(error, errors))
                .sorted(Comparator.comparingInt(ArgumentProblems::rank))
                .toList();
        Error first = ranked.isEmpty() ? errors.getFirst() : ranked.getFirst();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("argument", argument(first));
        details.put("reason", first.getKeyword());
        String more = ranked.size() > 1 ? " (and " + (ranked.size() - 1) + " more)" : "";
        return new Problem.InvalidRequest(
                "LW-1301", sentence(tool, first) + more + ".", nextStep(schema, first, details), details);
    }

    // Unknown names first: the value meant for a missing argument often stands under one.
    private static int rank(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> 0;
            case "required" -> 1;
            default -> 2;
        };
    }

    // What each branch of a choice has to say only repeats that none fits.
    private static boolean insideChoice(Error error, List<Error> errors) {
        return !isChoice(error)
                && errors.stream()
                        .anyMatch(other -> isChoice(other)
                                && error.getEvaluationPath()
                                        .toString()
                                        .startsWith(other.getEvaluationPath().toString()));
    }

    private static boolean isChoice(Error error) {
        return error.getKeyword().equals("oneOf") || error.getKeyword().equals("anyOf");
    }

    private static String sentence(String tool, Error error) {
        String name = "\"" + argument(error) + "\"";
        return switch (error.getKeyword()) {
            case "additionalProperties" -> tool + " has no argument " + name;
            case "required" -> "Argument " + name + " of " + tool + " is missing";
            case "type" ->
                "Argument " + name + " of " + tool + " must be " + wanted(error.getSchemaNode()) + ", but is "
                        + actual(error.getInstanceNode());
            case "oneOf", "anyOf" ->
                "Argument " + name + " of " + tool + " must be " + choices(error.getSchemaNode()) + ", but is "
                        + actual(error.getInstanceNode());
            case "enum" ->
                "Argument " + name + " of " + tool + " must be one of " + values(error.getSchemaNode()) + ", but is "
                        + shown(error.getInstanceNode());
            default -> "Argument " + name + " of " + tool + " is wrong: " + error.getMessage();
        };
    }

    private static String nextStep(JsonNode schema, Error error, Map<String, String> details) {
        boolean unknown = error.getKeyword().equals("additionalProperties");
        if (!unknown && !error.getKeyword().equals("enum")) {
            return "Correct the argument and call again.";
        }
        List<String> known = new ArrayList<>();
        if (unknown) {
            JsonNode owner = schema;
            if (!location(error).isEmpty()) {
                return "Leave it out.";
            }
            known.addAll(owner.path("properties").propertyNames());
        } else {
            error.getSchemaNode().forEach(value -> known.add(value.asString("")));
        }
        String given = unknown
                ? String.valueOf(error.getProperty())
                : error.getInstanceNode().asString("");
        Optional<String> nearest = NearNames.of(given, known, 1).stream().findFirst();
        nearest.ifPresent(name -> details.put("nearest", name));
        String all = unknown ? (known.isEmpty() ? "It takes none." : "It takes " + String.join(", ", known) + ".") : "";
        return nearest.map(name -> "Did you mean \"" + name + "\"?" + (all.isEmpty() ? "" : " " + all))
                .orElse(all.isEmpty() ? "Choose one of them." : all);
    }

    /** The place of the value, as {@code facts[0].name}; for missing and unknown properties the property itself. */
    private static String argument(Error error) {
        String place = location(error);
        boolean ofProperty = error.getKeyword().equals("additionalProperties")
                || error.getKeyword().equals("required");
        if (!ofProperty || error.getProperty() == null) {
            return place;
        }
        return place.isEmpty() ? error.getProperty() : place + "." + error.getProperty();
    }

    private static String location(Error error) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            Object element = error.getInstanceLocation().getElement(i);
            if (element instanceof Number index) {
                place.append('[').append(index).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(element);
            }
        }
        return place.toString();
    }

    private static String wanted(JsonNode types) {
        if (types.isArray()) {
            return types.valueStream()
                    .map(type -> withArticle(type.asString("")))
                    .collect(Collectors.joining(" or "));
        }
        return withArticle(types.asString(""));
    }

    private static String choices(JsonNode branches) {
        return branches.valueStream()
                .map(branch -> wanted(branch.path("type")))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String values(JsonNode values) {
        return values.valueStream().map(value -> value.asString("")).collect(Collectors.joining(", "));
    }

    private static String actual(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the string " + shown(value);
            case NUMBER -> "the number " + shown(value);
            case BOOLEAN -> "the boolean " + shown(value);
            case NULL, MISSING -> "null";
            case BINARY, POJO -> "something else";
        };
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static String withArticle(String type) {
        return (type.startsWith("a") || type.startsWith("o") || type.startsWith("i") ? "an " : "a ") + type;
    }
}
