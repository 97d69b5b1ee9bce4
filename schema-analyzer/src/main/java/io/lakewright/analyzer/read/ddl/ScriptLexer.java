package io.lakewright.analyzer.read.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts a script into statements of tokens, one after the other, in one pass and without recursion. It knows the quotes,
 * escapes and comments of the dialect, client commands and data blocks, so that a semicolon inside any of them ends
 * nothing.
 */
final class ScriptLexer {

    /** Of a longer statement only so many are kept, and one more to show that it is too long. */
    static final int MAXIMUM_TOKENS = 100_000;

    /** Words with which a statement of SQL Server begins where the one before has no end. */
    private static final Set<String> STARTS = Set.of(
            "create", "alter", "exec", "execute", "insert", "use", "drop", "if", "print", "set", "begin", "declare");

    private static final Set<String> MODULES = Set.of("procedure", "proc", "function", "trigger", "view");

    private final String script;
    private final DdlDialect dialect;
    private final Consumer<String> warnings;
    private String terminator = ";";
    private int position;
    private int line = 1;
    private int lineStart;
    private boolean inExecutableComment;

    ScriptLexer(String script, DdlDialect dialect, Consumer<String> warnings) {
        this.script = script;
        this.dialect = dialect;
        this.warnings = warnings;
    }

    /** How many characters were read. */
    int position() {
        return position;
    }

    /** The next statement without its end; empty at the end of the script. */
    Optional<DdlTokens> next() {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        while (position < script.length()) {
            if (skipBlank(tokens.isEmpty())) {
                continue;
            }
            if (ends(tokens, depth)) {
                if (!tokens.isEmpty()) {
                    return Optional.of(finished(tokens));
                }
                continue;
            }
            Optional<Token> token = token();
            if (tokens.size() <= MAXIMUM_TOKENS) {
                token.ifPresent(tokens::add);
            }
            depth += token.filter(t -> t.isSymbol('(')).isPresent() ? 1 : 0;
            depth -= token.filter(t -> t.isSymbol(')')).isPresent() ? 1 : 0;
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(finished(tokens));
    }

    private DdlTokens finished(List<Token> tokens) {
        boolean copy = tokens.getFirst().isWord("copy") && tokens.stream().anyMatch(token -> token.isWord("stdin"));
        if (copy && dialect == DdlDialect.POSTGRESQL) {
            skipCopyData();
        }
        return new DdlTokens(tokens, dialect);
    }

    /** Moves over an end of a statement; true when there was one. */
    private boolean ends(List<Token> tokens, int depth) {
        boolean module = isModule(tokens);
        if (!module && script.startsWith(terminator, position)) {
            position += terminator.length();
            return true;
        }
        if (dialect == DdlDialect.MYSQL && tokens.isEmpty() && lineIs("delimiter ")) {
            String rest = script.substring(position, lineEnd())
                    .substring("delimiter ".length())
                    .strip();
            terminator = rest.isEmpty() ? ";" : rest;
            skipLine();
            return true;
        }
        if (dialect != DdlDialect.SQL_SERVER || !isFirstOfLine()) {
            return false;
        }
        if (script.substring(position, lineEnd()).strip().equalsIgnoreCase("go")) {
            skipLine();
            return true;
        }
        // A statement that begins is not moved over: it is the next one.
        return !module && depth == 0 && !tokens.isEmpty() && startsStatement();
    }

    /** A procedure, function, trigger or view of SQL Server reaches to the end of its batch. */
    private boolean isModule(List<Token> tokens) {
        return dialect == DdlDialect.SQL_SERVER
                && tokens.size() > 1
                && (tokens.getFirst().isWord("create") || tokens.getFirst().isWord("alter"))
                && tokens.stream()
                        .skip(1)
                        .limit(3)
                        .anyMatch(token -> MODULES.stream().anyMatch(token::isWord));
    }

    private boolean lineIs(String start) {
        return script.regionMatches(true, position, start, 0, start.length());
    }

    private boolean isFirstOfLine() {
        for (int at = position - 1; at >= lineStart; at--) {
            if (!Character.isWhitespace(script.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean startsStatement() {
        int end = wordEnd(position);
        return STARTS.contains(script.substring(position, end).toLowerCase(Locale.ROOT));
    }

    /** Moves over one blank, comment or client command; false when something else comes. */
    private boolean skipBlank(boolean atStart) {
        char c = script.charAt(position);
        char next = charAt(position + 1);
        if (Character.isWhitespace(c)) {
            advance();
        } else if (c == '-' && next == '-' || c == '#' && dialect == DdlDialect.MYSQL) {
            skipLine();
        } else if (c == '\\' && atStart && dialect == DdlDialect.POSTGRESQL) {
            skipLine();
        } else if (c == '/' && next == '*') {
            openComment();
        } else if (c == '*' && next == '/' && inExecutableComment) {
            inExecutableComment = false;
            position += 2;
        } else {
            return false;
        }
        return true;
    }

    /** What MySQL runs in spite of the comment around it is read as if there were none. */
    private void openComment() {
        if (dialect == DdlDialect.MYSQL && charAt(position + 2) == '!') {
            position += 3;
            while (Character.isDigit(charAt(position))) {
                position++;
            }
            inExecutableComment = true;
        } else {
            skipComment();
        }
    }

    private void skipComment() {
        String place = place();
        int depth = 0;
        do {
            if (position + 1 >= script.length()) {
                warnings.accept(place + ": a comment that starts here is never closed; what follows was not read.");
                position = script.length();
                return;
            }
            if (script.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else if (script.startsWith("/*", position) && (depth == 0 || dialect.nestsComments())) {
                depth++;
                position += 2;
            } else {
                advance();
            }
        } while (depth > 0);
    }

    private Optional<Token> token() {
        char c = script.charAt(position);
        if (c == '\'') {
            return quoted(Token.Kind.STRING, '\'', dialect.hasBackslashEscapes());
        }
        if (c == '"') {
            return dialect.hasDoubleQuotedNames()
                    ? quoted(Token.Kind.QUOTED, '"', false)
                    : quoted(Token.Kind.STRING, '"', true);
        }
        if (c == '`' && dialect.hasBacktickNames()) {
            return quoted(Token.Kind.QUOTED, '`', false);
        }
        if (c == '[' && dialect.hasBracketNames()) {
            return quoted(Token.Kind.QUOTED, ']', false);
        }
        if (c == '$' && dialect == DdlDialect.POSTGRESQL && dollarTag() > 0) {
            return dollarQuoted(dollarTag());
        }
        int end = wordEnd(position);
        if (end == position) {
            Token token = new Token(Token.Kind.SYMBOL, String.valueOf(c), line, column());
            advance();
            return Optional.of(token);
        }
        boolean prefix = end == position + 1 && charAt(end) == '\'';
        if (prefix && (c == 'E' || c == 'e' || c == 'N' || c == 'n')) {
            position++;
            return quoted(Token.Kind.STRING, '\'', dialect.hasBackslashEscapes() || c == 'E' || c == 'e');
        }
        Token token = new Token(Token.Kind.WORD, script.substring(position, end), line, column());
        position = end;
        return Optional.of(token);
    }

    /** A text between quotes, in which a doubled quote stands for one; empty with a warning when it is never closed. */
    private Optional<Token> quoted(Token.Kind kind, char close, boolean backslashes) {
        String place = place();
        int startLine = line;
        int startColumn = column();
        StringBuilder text = new StringBuilder();
        position++;
        while (position < script.length()) {
            char c = script.charAt(position);
            if (backslashes && c == '\\' && position + 1 < script.length()) {
                advance();
                text.append(script.charAt(position));
            } else if (c == close) {
                position++;
                if (charAt(position) != close) {
                    return Optional.of(new Token(kind, text.toString(), startLine, startColumn));
                }
                text.append(c);
            } else {
                text.append(c);
            }
            if (position < script.length()) {
                advance();
            }
        }
        warnings.accept(place + ": a quote that starts here is never closed; what follows was not read.");
        return Optional.empty();
    }

    /** Length of the dollar quote tag at this place, 0 when there is none. */
    private int dollarTag() {
        int end = position + 1;
        while (Character.isLetterOrDigit(charAt(end)) || charAt(end) == '_') {
            end++;
        }
        boolean tag = charAt(end) == '$' && !(end > position + 1 && Character.isDigit(charAt(position + 1)));
        return tag ? end + 1 - position : 0;
    }

    private Optional<Token> dollarQuoted(int tagLength) {
        String place = place();
        Token token = new Token(Token.Kind.STRING, "", line, column());
        String tag = script.substring(position, position + tagLength);
        int end = script.indexOf(tag, position + tagLength);
        if (end < 0) {
            warnings.accept(place + ": a quote that starts here is never closed; what follows was not read.");
            position = script.length();
            return Optional.empty();
        }
        while (position < end + tagLength) {
            advance();
        }
        return Optional.of(token);
    }

    /** COPY data ends with a line that holds only a backslash and a point. */
    private void skipCopyData() {
        skipLine();
        while (position < script.length()) {
            boolean last = script.substring(position, lineEnd()).stripTrailing().equals("\\.");
            skipLine();
            if (last) {
                return;
            }
        }
    }

    private int wordEnd(int from) {
        int end = from;
        while (Character.isLetterOrDigit(charAt(end))
                || charAt(end) == '_'
                || charAt(end) == '$'
                || charAt(end) == '@') {
            end++;
        }
        return end;
    }

    private char charAt(int at) {
        return at < script.length() ? script.charAt(at) : '\0';
    }

    private int lineEnd() {
        int end = script.indexOf('\n', position);
        return end < 0 ? script.length() : end;
    }

    private void skipLine() {
        position = lineEnd();
        if (position < script.length()) {
            advance();
        }
    }

    private void advance() {
        if (script.charAt(position++) == '\n') {
            line++;
            lineStart = position;
        }
    }

    private int column() {
        return position - lineStart + 1;
    }

    private String place() {
        return "Line " + line + ", column " + column();
    }
}
