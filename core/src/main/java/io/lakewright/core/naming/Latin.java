package io.lakewright.core.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Latin letters with marks in plain ones, as their readers spell them: {@code Straße} gives {@code Strasse}. Pure. */
final class Latin {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('ä', "ae"),
            Map.entry('ö', "oe"),
            Map.entry('ü', "ue"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('ø', "oe"),
            Map.entry('œ', "oe"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"));

    private Latin() {}

    static String plain(String name) {
        if (name.chars().allMatch(c -> c < 128)) {
            return name;
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder spelled = new StringBuilder(composed.length() + 4);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            String plain = SPELLED.get(Character.toLowerCase(c));
            if (plain == null) {
                spelled.append(c);
            } else if (Character.isUpperCase(c)) {
                spelled.append(Character.toUpperCase(plain.charAt(0)));
                String rest = plain.substring(1);
                spelled.append(amongCapitals(composed, i) ? rest.toUpperCase(Locale.ROOT) : rest);
            } else {
                spelled.append(plain);
            }
        }
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Whether the letter stands in a word of capitals, where two letters for it must not look like a new word. */
    private static boolean amongCapitals(String text, int at) {
        if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            return Character.isUpperCase(text.charAt(at + 1));
        }
        return at > 0 && Character.isUpperCase(text.charAt(at - 1));
    }
}
