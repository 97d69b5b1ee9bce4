package io.lakewright.analyzer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cursor over the tokens of one PostgreSQL statement. Words match without regard to case; a quoted identifier never matches a
 * keyword.
 */
final class PostgresTokens {

    private enum Kind {
        WORD,
        QUOTED,
        STRING,
        SYMBOL
    }

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens;
    private int position;

    private PostgresTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static PostgresTokens of(String statement) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < statement.length()) {
            char c = statement.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '"') {
                int end = quotedEnd(statement, at, c);
                String quote = String.valueOf(c);
                String content =
                        statement.substring(at + 1, Math.max(at + 1, end - 1)).replace(quote + quote, quote);
                tokens.add(new Token(c == '"' ? Kind.QUOTED : Kind.STRING, content));
                at = end;
            } else if (isWordPart(c)) {
                int end = at;
                while (end < statement.length() && isWordPart(statement.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, statement.substring(at, end)));
                at = end;
            } else {
                tokens.add(new Token(Kind.SYMBOL, String.valueOf(c)));
                at++;
            }
        }
        return new PostgresTokens(tokens);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static int quotedEnd(String statement, int start, char quote) {
        int at = start + 1;
        while (at < statement.length()) {
            if (statement.charAt(at) == quote) {
                if (at + 1 < statement.length() && statement.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return statement.length();
    }

    boolean done() {
        return position >= tokens.size();
    }

    /** Skips the words when all of them come next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isAt(position + i, words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        boolean matches = !done()
                && tokens.get(position).kind() == Kind.SYMBOL
                && tokens.get(position).text().equals(symbol);
        if (matches) {
            position++;
        }
        return matches;
    }

    private boolean isAt(int index, String word) {
        return index < tokens.size()
                && tokens.get(index).kind() == Kind.WORD
                && tokens.get(index).text().equalsIgnoreCase(word);
    }

    /** The next identifier, folded to lower case unless it is quoted. */
    Optional<String> identifier() {
        if (done()) {
            return Optional.empty();
        }
        Token token = tokens.get(position);
        return switch (token.kind()) {
            case WORD -> {
                position++;
                yield Optional.of(token.text().toLowerCase(Locale.ROOT));
            }
            case QUOTED -> {
                position++;
                yield Optional.of(token.text());
            }
            case STRING, SYMBOL -> Optional.empty();
        };
    }

    /** The parts of a name with points; empty when none comes next. */
    List<String> qualifiedName() {
        List<String> parts = new ArrayList<>();
        Optional<String> part = identifier();
        while (part.isPresent()) {
            parts.add(part.get());
            part = acceptSymbol(".") ? identifier() : Optional.empty();
        }
        return parts;
    }

    /** Plain names in brackets; empty when something else comes, such as an expression. The cursor then stays. */
    Optional<List<String>> nameList() {
        int start = position;
        List<String> names = new ArrayList<>();
        boolean sound = acceptSymbol("(");
        while (sound && !acceptSymbol(")")) {
            Optional<String> name = identifier();
            name.ifPresent(names::add);
            sound = name.isPresent() && (acceptSymbol(",") || isSymbolNext(")"));
        }
        if (!sound || names.isEmpty()) {
            position = start;
            return Optional.empty();
        }
        return Optional.of(List.copyOf(names));
    }

    private boolean isSymbolNext(String symbol) {
        return !done()
                && tokens.get(position).kind() == Kind.SYMBOL
                && tokens.get(position).text().equals(symbol);
    }

    Optional<String> string() {
        if (!done() && tokens.get(position).kind() == Kind.STRING) {
            return Optional.of(tokens.get(position++).text());
        }
        return Optional.empty();
    }

    /** Whether the words come anywhere behind the cursor, in this order and side by side. */
    boolean contains(String... words) {
        for (int start = position; start < tokens.size(); start++) {
            boolean all = true;
            for (int i = 0; i < words.length && all; i++) {
                all = isAt(start + i, words[i]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Moves behind the next comma that is not inside brackets; false when there is none. */
    boolean skipPastComma() {
        int depth = 0;
        while (!done()) {
            Token token = tokens.get(position++);
            if (token.kind() == Kind.SYMBOL) {
                depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
                if (depth == 0 && token.text().equals(",")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The deepest nesting of brackets in the whole statement. */
    int depth() {
        int depth = 0;
        int deepest = 0;
        for (Token token : tokens) {
            if (token.kind() == Kind.SYMBOL) {
                depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
        }
        return deepest;
    }

    /** Moves over one token, or over everything in brackets when it is an opening one. */
    void skipOne() {
        int depth = 0;
        do {
            Token token = tokens.get(position++);
            if (token.kind() == Kind.SYMBOL) {
                depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
            }
        } while (depth > 0 && !done());
    }

    int size() {
        return tokens.size();
    }
}
