package io.lakewright.sql.internal;

import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text values of rows as string literals from which their type can be cast. */
public final class TextValues {

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9A-Fa-f]{2})*");

    private TextValues() {}

    /** BINARY becomes hexadecimal digits and ARRAY becomes JSON; everything else stays as it is. */
    public static Expression literal(String value, LakeType type) {
        return Expressions.text(
                switch (type.base()) {
                    case BINARY -> hexadecimal(value);
                    case ARRAY -> json(value);
                    case BOOLEAN -> value.strip().toLowerCase(Locale.ROOT);
                    default -> value;
                });
    }

    /** PostgreSQL writes {@code \x...}; hexadecimal digits are taken as such, anything else as UTF-8. */
    private static String hexadecimal(String value) {
        String digits = value.startsWith("\\x") || value.startsWith("0x") ? value.substring(2) : value;
        return HEXADECIMAL.matcher(digits).matches()
                ? digits
                : HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an array as PostgreSQL writes it, {@code {a,"b c",NULL}}; JSON passes. */
    private static String json(String value) {
        String text = value.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return text;
        }
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                element.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (!quoted && (c == ',' || i == text.length() - 1)) {
                elements.add(element(element.toString(), wasQuoted));
                element.setLength(0);
                wasQuoted = false;
            } else {
                element.append(c);
            }
        }
        boolean empty = elements.size() == 1 && elements.getFirst().equals("\"\"") && text.equals("{}");
        return empty ? "[]" : "[" + String.join(",", elements) + "]";
    }

    private static String element(String text, boolean quoted) {
        if (!quoted && text.equals("NULL")) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else {
                json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }
}
