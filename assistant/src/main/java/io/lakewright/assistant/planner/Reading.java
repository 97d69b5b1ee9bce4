package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads tool results and writes their values into Markdown, where whatever came from outside is escaped. */
final class Reading {

    private Reading() {}

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array.isString()) {
            texts.add(array.asString());
        }
        for (JsonNode item : array.values()) {
            texts.add(item.asString(""));
        }
        return List.copyOf(texts);
    }

    static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.values().forEach(items::add);
        return items;
    }

    /** A name as code; a backtick inside would end it. */
    static String code(String name) {
        return "`" + name.replace("`", "'").replaceAll("[\\p{Cc}\\p{Cf}]", "") + "`";
    }

    static String codes(List<String> names) {
        return listed(names.stream().map(Reading::code).toList());
    }

    /** "a", "a and b", "a, b and c". */
    static String listed(List<String> items) {
        if (items.size() < 2) {
            return items.isEmpty() ? "" : items.getFirst();
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** Text of a tool as prose: no HTML, no links, no line breaks. Code spans stay. */
    static String prose(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ")
                .replace("<", "&lt;")
                .replace("![", "!\\[")
                .replace("](", "]\\(")
                .strip();
    }

    /** One whole sentence, its full stop included. */
    static String sentence(String text) {
        String prose = prose(text);
        if (prose.isEmpty()) {
            return "";
        }
        // A name of a table or column stays as it is written.
        String first = prose.split(" ", 2)[0];
        boolean name = first.matches(".*(?:[_\\d]|\\.\\w).*");
        String capital = !name && Character.isLowerCase(prose.charAt(0))
                ? prose.substring(0, 1).toUpperCase(Locale.ROOT) + prose.substring(1)
                : prose;
        char last = capital.charAt(capital.length() - 1);
        return last == '.' || last == '?' || last == '!' ? capital : capital + ".";
    }

    static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
