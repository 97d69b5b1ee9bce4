package io.lakewright.analyzer.read.ddl;

/** A place in a script that moves forward and knows its line and column. */
final class ScriptCursor {

    private final String script;
    private int position;
    private int line = 1;
    private int lineStart;

    ScriptCursor(String script) {
        this.script = script;
    }

    boolean done() {
        return position >= script.length();
    }

    /** How many characters lie ahead. */
    int remaining() {
        return script.length() - position;
    }

    /** How many characters lie behind. */
    int position() {
        return position;
    }

    int line() {
        return line;
    }

    int column() {
        return position - lineStart + 1;
    }

    /** The place for people. */
    String place() {
        return "Line " + line + ", column " + column();
    }

    /** The character that many places ahead; NUL behind the end. */
    char peek(int ahead) {
        int at = position + ahead;
        return at < script.length() ? script.charAt(at) : '\0';
    }

    boolean startsWith(String text) {
        return script.startsWith(text, position);
    }

    boolean startsWithWord(String word) {
        return script.regionMatches(true, position, word, 0, word.length());
    }

    /** The next characters, which are not moved over. */
    String text(int length) {
        return script.substring(position, position + length);
    }

    /** How far ahead a text comes next; below zero when it does not. */
    int find(String text, int from) {
        int at = script.indexOf(text, position + from);
        return at < 0 ? -1 : at - position;
    }

    /** Length of the word at this place; 0 when there is none. */
    int wordLength() {
        int length = 0;
        while (isWordPart(peek(length))) {
            length++;
        }
        return length;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }

    void advance() {
        if (script.charAt(position++) == '\n') {
            line++;
            lineStart = position;
        }
    }

    void advance(int characters) {
        for (int i = 0; i < characters && !done(); i++) {
            advance();
        }
    }

    void toEnd() {
        position = script.length();
    }

    /** The rest of this line, which is not moved over. */
    String restOfLine() {
        return script.substring(position, lineEnd());
    }

    void skipLine() {
        position = lineEnd();
        if (!done()) {
            advance();
        }
    }

    private int lineEnd() {
        int end = script.indexOf('\n', position);
        return end < 0 ? script.length() : end;
    }

    /** Whether nothing but blanks stands before this place in its line. */
    boolean isFirstOfLine() {
        int before = position - 1;
        while (before >= lineStart && Character.isWhitespace(script.charAt(before))) {
            before--;
        }
        return before < lineStart;
    }
}
