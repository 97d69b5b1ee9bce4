package io.lakewright.assistant.claude;

import io.lakewright.core.document.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds names in an answer that no tool result of the turn holds (threat 30). */
final class NameCheck {

    private static final Pattern CODE = Pattern.compile("`([^`\\n]{1,128})`");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*){0,3}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Set<String> known = new LinkedHashSet<>();

    /** Everything in a tool result may be named. */
    void learn(JsonNode result) {
        learn(Json.compact(result));
    }

    void learn(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            known.add(words.group().toLowerCase(Locale.ROOT));
        }
    }

    /** The names in backticks that resolve nowhere; SQL words in capitals are not names. */
    List<String> unresolved(String answer) {
        Set<String> unresolved = new LinkedHashSet<>();
        Matcher matcher = CODE.matcher(answer);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean candidate = NAME.matcher(name).matches() && !name.equals(name.toUpperCase(Locale.ROOT));
            if (candidate
                    && !List.of(name.split("\\.")).stream().allMatch(p -> known.contains(p.toLowerCase(Locale.ROOT)))) {
                unresolved.add(name);
            }
        }
        return List.copyOf(unresolved);
    }
}
