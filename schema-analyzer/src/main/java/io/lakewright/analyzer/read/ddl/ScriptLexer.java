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

    /** Letters that stand before a text and say how it is escaped or encoded. */
    private static final String PREFIXES = "EeNn";

    private static final Set<String> MODULES = Set.of("procedure", "proc", "function", "trigger", "view");

    private final ScriptCursor at;
    private final DdlDialect dialect;
    private final Consumer<String> warnings;
    private String terminator = ";";
    private boolean inExecutableComment;

    ScriptLexer(String script, DdlDialect dialect, Consumer<String> warnings) {
        this.at = new ScriptCursor(script);
        this.dialect = dialect;
        this.warnings = warnings;
    }

    /** How many characters were read. */
    int position() {
        return at.position();
    }

    /** The next statement without its end; empty at the end of the script. */
    Optional<DdlTokens> next() {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        while (!at.done()) {
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
        if (!module && at.startsWith(terminator)) {
            at.advance(terminator.length());
            return true;
        }
        if (dialect == DdlDialect.MYSQL && tokens.isEmpty() && at.startsWithWord("delimiter ")) {
            String rest = at.restOfLine().substring("delimiter ".length()).strip();
            terminator = rest.isEmpty() ? ";" : rest;
            at.skipLine();
            return true;
        }
        if (dialect != DdlDialect.SQL_SERVER || !at.isFirstOfLine()) {
            return false;
        }
        if (at.restOfLine().strip().equalsIgnoreCase("go")) {
            at.skipLine();
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

    private boolean startsStatement() {
        return STARTS.contains(at.text(at.wordLength()).toLowerCase(Locale.ROOT));
    }

    /** Moves over one blank, comment or client command; false when something else comes. */
    private boolean skipBlank(boolean atStart) {
        char c = at.peek(0);
        char next = at.peek(1);
        if (Character.isWhitespace(c)) {
            at.advance();
        } else if (c == '-' && next == '-' || c == '#' && dialect == DdlDialect.MYSQL) {
            at.skipLine();
        } else if (c == '\\' && atStart && dialect == DdlDialect.POSTGRESQL) {
            at.skipLine();
        } else if (c == '/' && next == '*') {
            openComment();
        } else if (c == '*' && next == '/' && inExecutableComment) {
            inExecutableComment = false;
            at.advance(2);
        } else {
            return false;
        }
        return true;
    }

    /** What MySQL runs in spite of the comment around it is read as if there were none. */
    private void openComment() {
        if (dialect == DdlDialect.MYSQL && at.peek(2) == '!') {
            at.advance(3);
            while (Character.isDigit(at.peek(0))) {
                at.advance();
            }
            inExecutableComment = true;
        } else {
            skipComment();
        }
    }

    private void skipComment() {
        String place = at.place();
        int depth = 0;
        do {
            if (at.remaining() < 2) {
                warnings.accept(place + ": a comment that starts here is never closed; what follows was not read.");
                at.toEnd();
                return;
            }
            if (at.startsWith("*/")) {
                depth--;
                at.advance(2);
            } else if (at.startsWith("/*") && (depth == 0 || dialect.nestsComments())) {
                depth++;
                at.advance(2);
            } else {
                at.advance();
            }
        } while (depth > 0);
    }

    private Optional<Token> token() {
        char c = at.peek(0);
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
        int length = at.wordLength();
        if (length == 1 && at.peek(1) == '\'' && PREFIXES.indexOf(c) >= 0) {
            at.advance();
            return quoted(Token.Kind.STRING, '\'', dialect.hasBackslashEscapes() || c == 'E' || c == 'e');
        }
        Token.Kind kind = length == 0 ? Token.Kind.SYMBOL : Token.Kind.WORD;
        Token token = new Token(kind, at.text(Math.max(1, length)), at.line(), at.column());
        at.advance(Math.max(1, length));
        return Optional.of(token);
    }

    /** A text between quotes, in which a doubled quote stands for one; empty with a warning when it is never closed. */
    private Optional<Token> quoted(Token.Kind kind, char close, boolean backslashes) {
        String place = at.place();
        int line = at.line();
        int column = at.column();
        StringBuilder text = new StringBuilder();
        at.advance();
        while (!at.done()) {
            char c = at.peek(0);
            at.advance();
            if (backslashes && c == '\\' && !at.done()) {
                text.append(at.peek(0));
                at.advance();
            } else if (c != close) {
                text.append(c);
            } else if (at.peek(0) == close) {
                text.append(c);
                at.advance();
            } else {
                return Optional.of(new Token(kind, text.toString(), line, column));
            }
        }
        warnings.accept(place + ": a quote that starts here is never closed; what follows was not read.");
        return Optional.empty();
    }

    /** Length of the dollar quote tag at this place, 0 when there is none. */
    private int dollarTag() {
        int length = 1;
        while (Character.isLetterOrDigit(at.peek(length)) || at.peek(length) == '_') {
            length++;
        }
        boolean tag = at.peek(length) == '$' && !(length > 1 && Character.isDigit(at.peek(1)));
        return tag ? length + 1 : 0;
    }

    private Optional<Token> dollarQuoted(int tagLength) {
        Token token = new Token(Token.Kind.STRING, "", at.line(), at.column());
        int end = at.find(at.text(tagLength), tagLength);
        if (end < 0) {
            warnings.accept(at.place() + ": a quote that starts here is never closed; what follows was not read.");
            at.toEnd();
            return Optional.empty();
        }
        at.advance(end + tagLength);
        return Optional.of(token);
    }

    /** COPY data ends with a line that holds only a backslash and a point. */
    private void skipCopyData() {
        at.skipLine();
        while (!at.done()) {
            boolean last = at.restOfLine().stripTrailing().equals("\\.");
            at.skipLine();
            if (last) {
                return;
            }
        }
    }
}
