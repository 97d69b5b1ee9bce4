package io.lakewright.engine.worker.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that Spark's session catalog takes. It allows letters, digits and underscores only; every other character
 * becomes {@code _x} and four hexadecimal digits, which can be turned back.
 */
final class PlainName {

    private static final Pattern CODED = Pattern.compile("_x([0-9a-f]{4})");

    private PlainName() {}

    static String encode(String name) {
        StringBuilder plain = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean usual = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
            plain.append(usual ? String.valueOf(c) : String.format("_x%04x", (int) c));
        }
        return plain.toString();
    }

    static String decode(String plain) {
        return CODED.matcher(plain)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
