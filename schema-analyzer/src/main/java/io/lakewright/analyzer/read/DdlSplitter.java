package io.lakewright.analyzer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a PostgreSQL script into statements in one pass and without recursion. It knows quotes, escape strings, dollar
 * quotes, nested comments, {@code psql} commands and {@code COPY ... FROM stdin} blocks, so that a semicolon inside any
 * of them ends nothing. Comments become blanks; line numbers are kept.
 */
final class DdlSplitter {

    /** One statement without its semicolon and comments, and the line on which it starts. */
    record Statement(String text, int line) {}

    private static final Pattern COPY_FROM_STDIN = Pattern.compile("(?is)^copy\\s.*\\sfrom\\s+stdin\\b.*");

    private final String script;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int position;
    private int line = 1;
    private int startLine = 1;

    private DdlSplitter(String script) {
        this.script = script;
    }

    static DdlSplitter split(String script) {
        DdlSplitter splitter = new DdlSplitter(script);
        splitter.run();
        return splitter;
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void run() {
        while (position < script.length()) {
            char c = script.charAt(position);
            char next = position + 1 < script.length() ? script.charAt(position + 1) : '\0';
            if (c == '-' && next == '-') {
                skipLine();
            } else if (c == '/' && next == '*') {
                skipComment();
            } else if (c == '\\' && current.isEmpty()) {
                skipLine();
            } else if (c == '\'') {
                copyQuoted('\'', endsWithEscapePrefix());
            } else if (c == '"') {
                copyQuoted('"', false);
            } else if (c == '$' && dollarTag() > 0) {
                copyDollarQuoted(dollarTag());
            } else if (c == ';') {
                position++;
                finish();
            } else {
                copy(c);
            }
        }
        finish();
    }

    private void copy(char c) {
        boolean blank = Character.isWhitespace(c);
        if (c == '\n') {
            line++;
        }
        if (!blank && current.isEmpty()) {
            startLine = line;
        }
        if (!blank || !current.isEmpty()) {
            current.append(c);
        }
        position++;
    }

    private void finish() {
        String text = current.toString().strip();
        current.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        statements.add(new Statement(text, startLine));
        boolean copy = text.length() > 4
                && text.substring(0, 4).toLowerCase(Locale.ROOT).equals("copy");
        if (copy && COPY_FROM_STDIN.matcher(text).matches()) {
            skipCopyData();
        }
    }

    /** COPY data ends with a line that holds only a backslash and a point. */
    private void skipCopyData() {
        skipLine();
        while (position < script.length()) {
            int end = lineEnd();
            boolean last = script.substring(position, end).stripTrailing().equals("\\.");
            skipLine();
            if (last) {
                return;
            }
        }
    }

    private int lineEnd() {
        int end = script.indexOf('\n', position);
        return end < 0 ? script.length() : end;
    }

    private void skipLine() {
        int end = lineEnd();
        if (!current.isEmpty()) {
            current.append(' ');
        }
        if (end < script.length()) {
            line++;
            end++;
            if (!current.isEmpty()) {
                current.append('\n');
            }
        }
        position = end;
    }

    private void skipComment() {
        int opened = line;
        int depth = 0;
        do {
            if (position + 1 >= script.length()) {
                warnings.add("Line " + opened + ": a comment that starts here is never closed.");
                position = script.length();
                return;
            }
            char c = script.charAt(position);
            char next = script.charAt(position + 1);
            if (c == '/' && next == '*') {
                depth++;
                position += 2;
            } else if (c == '*' && next == '/') {
                depth--;
                position += 2;
            } else {
                line += c == '\n' ? 1 : 0;
                position++;
            }
        } while (depth > 0);
        if (!current.isEmpty()) {
            current.append(' ');
        }
    }

    private boolean endsWithEscapePrefix() {
        int length = current.length();
        if (length == 0 || Character.toLowerCase(current.charAt(length - 1)) != 'e') {
            return false;
        }
        return length == 1 || !Character.isLetterOrDigit(current.charAt(length - 2));
    }

    private void copyQuoted(char quote, boolean backslashEscapes) {
        int opened = line;
        copy(quote);
        while (position < script.length()) {
            char c = script.charAt(position);
            if (backslashEscapes && c == '\\' && position + 1 < script.length()) {
                copy(c);
                copy(script.charAt(position));
            } else if (c == quote) {
                copy(c);
                if (position >= script.length() || script.charAt(position) != quote) {
                    return;
                }
                copy(quote);
            } else {
                copy(c);
            }
        }
        warnings.add("Line " + opened + ": a quote that starts here is never closed; what follows was not read.");
        current.setLength(0);
    }

    /** Length of the dollar quote tag at this place, 0 when there is none. */
    private int dollarTag() {
        if (!current.isEmpty() && Character.isJavaIdentifierPart(current.charAt(current.length() - 1))) {
            return 0;
        }
        int end = position + 1;
        while (end < script.length() && (Character.isLetterOrDigit(script.charAt(end)) || script.charAt(end) == '_')) {
            end++;
        }
        boolean tag = end < script.length()
                && script.charAt(end) == '$'
                && !(end > position + 1 && Character.isDigit(script.charAt(position + 1)));
        return tag ? end + 1 - position : 0;
    }

    private void copyDollarQuoted(int tagLength) {
        int opened = line;
        String tag = script.substring(position, position + tagLength);
        int end = script.indexOf(tag, position + tagLength);
        if (end < 0) {
            warnings.add("Line " + opened + ": a quote that starts here is never closed; what follows was not read.");
            current.setLength(0);
            position = script.length();
            return;
        }
        while (position < end + tagLength) {
            copy(script.charAt(position));
        }
    }
}
