package io.lakewright.analyzer.server;

import java.util.regex.Pattern;

/** Text of a source, made fit for an answer: bounded, on one line, without control characters. */
final class SafeText {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_VALUE = 64;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,$]+");

    private SafeText() {}

    /** A name for the text that a brain reads: quoted unless it is a plain identifier (threats.md row 21). */
    static String name(String name) {
        return PLAIN.matcher(name).matches() && name.length() <= LONGEST_NAME
                ? name
                : '"' + bounded(name, LONGEST_NAME).replace("\"", "\\\"") + '"';
    }

    /** A sentence in which names of the source stand, for the text that a brain reads. */
    static String sentence(String sentence) {
        return '"' + bounded(sentence, LONGEST_COMMENT).replace("\"", "\\\"") + '"';
    }

    static String comment(String comment) {
        return bounded(comment, LONGEST_COMMENT);
    }

    static String value(String value) {
        return bounded(value, LONGEST_VALUE);
    }

    private static String bounded(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            boolean control = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            clean.appendCodePoint(control ? ' ' : c);
        });
        return text.codePointCount(0, text.length()) > longest ? clean + "..." : clean.toString();
    }
}
