package io.lakewright.core.document;

import io.lakewright.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/** YAML 1.2 as a spelling of JSON: no tags, no duplicate keys, few aliases, bounded size (threats.md row 49). */
public final class Yaml {

    private static final int MAXIMUM_CHARACTERS = 20_000_000;
    private static final int MAXIMUM_DEPTH = 100;

    private Yaml() {}

    public static String write(JsonNode document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(110)
                .setIndicatorIndent(0)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(plain(document));
    }

    /** @throws io.lakewright.core.ProblemException LW-1004 with line and column when the text is not safe YAML */
    public static JsonNode read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(MAXIMUM_CHARACTERS)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            if (isNestedTooDeep(settings, text)) {
                throw tooDeep();
            }
            Object loaded = new Load(settings).loadFromString(text);
            if (isTooDeep(loaded, MAXIMUM_DEPTH)) {
                throw tooDeep();
            }
            return Json.tree(loaded);
        } catch (YamlEngineException e) {
            throw Problem.invalid(
                            "LW-1004",
                            "The YAML cannot be read: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("") + ".",
                            "Correct the document and try again.")
                    .exception();
        }
    }

    private static RuntimeException tooDeep() {
        return Problem.invalid(
                        "LW-1004",
                        "The YAML is nested deeper than " + MAXIMUM_DEPTH + " levels, or refers to itself.",
                        "Correct the document and try again.")
                .exception();
    }

    /** Reads without building anything, because building goes down as many calls as the document is deep. */
    private static boolean isNestedTooDeep(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += switch (event.getEventId()) {
                case SequenceStart, MappingStart -> 1;
                case SequenceEnd, MappingEnd -> -1;
                default -> 0;
            };
            if (depth > MAXIMUM_DEPTH) {
                return true;
            }
        }
        return false;
    }

    /** An alias may stand inside what it names, which no tree of values can hold. */
    private static boolean isTooDeep(@Nullable Object value, int levels) {
        if (levels == 0) {
            return true;
        }
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().anyMatch(inner -> isTooDeep(inner, levels - 1));
            case List<?> list -> list.stream().anyMatch(inner -> isTooDeep(inner, levels - 1));
            case null, default -> false;
        };
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(child -> list.add(plain(child)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.asString();
    }
}
