package io.lakewright.sql.node;

/**
 * String literals in the one form that Spark's lexer reads back unchanged (threats.md M1): backslash escapes, never a
 * doubled quote; line breaks and control characters are escaped too, so that a value never begins a line.
 */
public final class Literals {

    private Literals() {}

    /** The literal with its quotes. */
    public static String quote(String value) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append(followedByBrace(value, i) ? "\\u0024" : "$");
                default -> out.append(plain(c) ? String.valueOf(c) : String.format("\\u%04X", (int) c));
            }
        }
        return out.append('\'').toString();
    }

    /** Notebooks and the Spark shell replace {@code ${...}} even inside a literal. */
    private static boolean followedByBrace(String value, int at) {
        return at + 1 < value.length() && value.charAt(at + 1) == '{';
    }

    private static boolean plain(char c) {
        return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
    }

    /** Text for a comment of one line: no line break, and no backslash at its end, which would carry the comment on. */
    public static String comment(String value) {
        StringBuilder line = new StringBuilder();
        for (char c : value.toCharArray()) {
            line.append(plain(c) ? c : ' ');
        }
        String text = line.toString().strip().replace("${", "$ {");
        return text.endsWith("\\") ? text + "." : text;
    }
}
