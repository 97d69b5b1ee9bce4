package io.lakewright.engine.tokens;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads Spark SQL the way its lexer does and tells what can be told without a parser: whether every string, quoted
 * name, comment and bracket is closed, and where each statement begins and ends.
 *
 * <p>Rules, as in Spark's own lexer: strings in single or double quotes end at the same quote, a backslash escapes the
 * next character except in raw strings ({@code r'...'}); back-ticks are doubled inside quoted names; {@code --} runs to
 * the end of the line; bracketed comments nest. Compound scripts ({@code BEGIN ... END}) are split like any other text.
 */
public final class SparkTokens {

    /**
     * @param text without the semicolon and without leading white space and comments
     * @param line 1-based place of its first token in the script
     */
    public record Part(String text, int line, int column) {}

    /** @param line 1-based place of the token that is wrong */
    public record Flaw(String message, int line, int column) {}

    /**
     * What the lexer saw.
     *
     * @param statements in order, empty ones left out
     * @param flaws the first hundred; empty when the text is sound on this level
     */
    public record Outcome(List<Part> statements, List<Flaw> flaws) {
        public Outcome {
            statements = List.copyOf(statements);
            flaws = List.copyOf(flaws);
        }

        public boolean sound() {
            return flaws.isEmpty();
        }
    }

    private record Open(char bracket, int at) {}

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final int NONE = -1;
    /** What is wrong more often than this is wrong altogether. */
    private static final int MOST_FLAWS = 100;

    private final String text;
    private final int[] lineEnds;
    private final List<Part> statements = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int begin = NONE;
    private int end;

    private SparkTokens(String text) {
        this.text = text;
        this.lineEnds = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
    }

    /** Reads a script of any number of statements. */
    public static Outcome check(String script) {
        SparkTokens reader = new SparkTokens(script);
        while (reader.at < script.length()) {
            reader.token();
        }
        reader.endStatement();
        return new Outcome(reader.statements, reader.flaws);
    }

    /** The statements of a script, without checking it. */
    public static List<Part> split(String script) {
        return check(script).statements();
    }

    private void token() {
        char here = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (Character.isWhitespace(here)) {
            at++;
        } else if (here == '-' && next == '-') {
            lineComment();
        } else if (here == '/' && next == '*') {
            bracketedComment();
        } else if (here == ';') {
            endStatement();
            at++;
        } else {
            if (begin == NONE) {
                begin = at;
            }
            visible(here, next);
            end = at;
        }
    }

    private void visible(char here, char next) {
        if (here == '\'' || here == '"') {
            string(at, false);
        } else if ((here == 'r' || here == 'R') && (next == '\'' || next == '"')) {
            at++;
            string(at - 1, true);
        } else if (here == '`') {
            quotedName();
        } else if (wordPart(here)) {
            while (at < text.length() && wordPart(text.charAt(at))) {
                at++;
            }
        } else {
            sign(here);
        }
    }

    private void sign(char here) {
        int bracket = OPENING.indexOf(here);
        if (bracket >= 0) {
            open.push(new Open(here, at));
        } else if (CLOSING.indexOf(here) >= 0) {
            close(here);
        } else if (here == '\\' || here == '#' || Character.isISOControl(here) || here > '~') {
            flaw("Unexpected character " + shown(here), at);
        }
        at++;
    }

    private void close(char here) {
        if (open.isEmpty()) {
            flaw("'" + here + "' closes nothing", at);
            return;
        }
        Open last = open.pop();
        char wanted = CLOSING.charAt(OPENING.indexOf(last.bracket()));
        if (wanted != here) {
            flaw("'" + here + "' where '" + wanted + "' was expected", at);
        }
    }

    private void string(int start, boolean raw) {
        char quote = text.charAt(at);
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && !raw ? 2 : 1;
        }
        if (at >= text.length()) {
            flaw("The string is not closed", start);
            at = text.length();
        } else {
            at++;
        }
    }

    private void quotedName() {
        int start = at;
        at++;
        while (at < text.length()) {
            if (text.charAt(at) != '`') {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '`') {
                at += 2;
            } else {
                at++;
                if (at - start == 2) {
                    flaw("The quoted name is empty", start);
                }
                return;
            }
        }
        flaw("The quoted name is not closed", start);
    }

    /** A backslash at the end of the line carries a comment on, as in Spark's lexer. */
    private void lineComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at += text.startsWith("\\\n", at) ? 2 : 1;
        }
    }

    private void bracketedComment() {
        int start = at;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        if (depth > 0) {
            flaw("The comment is not closed", start);
            at = text.length();
        }
    }

    private void endStatement() {
        while (!open.isEmpty()) {
            Open last = open.removeLast();
            flaw("'" + last.bracket() + "' is not closed", last.at());
        }
        if (begin != NONE) {
            statements.add(new Part(text.substring(begin, Math.min(end, text.length())), line(begin), column(begin)));
            begin = NONE;
        }
    }

    private void flaw(String message, int offset) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Flaw(message, line(offset), column(offset)));
        }
    }

    private int line(int offset) {
        return 1 + endsBefore(offset);
    }

    private int column(int offset) {
        int ends = endsBefore(offset);
        return ends == 0 ? offset + 1 : offset - lineEnds[ends - 1];
    }

    private int endsBefore(int offset) {
        int found = Arrays.binarySearch(lineEnds, offset);
        return found < 0 ? -found - 1 : found;
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String shown(char c) {
        return Character.isISOControl(c) ? String.format("U+%04X", (int) c) : "'" + c + "'";
    }
}
