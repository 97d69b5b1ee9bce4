package io.lakewright.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Splits and builds names. Pure; results are lower-case ASCII. */
public final class Names {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

    private static final Map<String, String> IRREGULAR =
            Map.of("people", "person", "children", "child", "men", "man", "women", "woman");

    private Names() {}

    /** The words of a name written in any case: {@code OrderLine_ID} gives order, line, id; {@code Größe} groesse. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String part : BOUNDARY.split(Latin.plain(name), -1)) {
            if (!part.isEmpty()) {
                words.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(words);
    }

    /** Words joined by underscores; {@code x} stands for a name without any letter or digit. */
    public static String snake(String name) {
        String joined = String.join("_", words(name));
        if (joined.isEmpty()) {
            return "x";
        }
        return Character.isDigit(joined.charAt(0)) ? "n" + joined : joined;
    }

    /** The singular of the last word of a name in snake case, by the English rules. */
    public static String singular(String name) {
        String snake = snake(name);
        int cut = snake.lastIndexOf('_') + 1;
        return snake.substring(0, cut) + singularWord(snake.substring(cut));
    }

    private static String singularWord(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.getOrDefault(word, word);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** A label for people: {@code dim_product} gives {@code Dim Product}. */
    public static String label(String name) {
        StringBuilder label = new StringBuilder();
        for (String word : words(name)) {
            label.append(label.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return label.toString();
    }
}
