package io.lakewright.analyzer.read.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cursor over the tokens of one statement, or of a part of it. Words match without regard to case; a quoted identifier
 * never matches a keyword.
 */
final class DdlTokens {

    private static final Set<String> ORDERS = Set.of("asc", "desc");
    private static final int EXCERPT = 60;

    private final List<Token> tokens;
    private final DdlDialect dialect;
    private int position;

    DdlTokens(List<Token> tokens, DdlDialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    boolean done() {
        return position >= tokens.size();
    }

    int size() {
        return tokens.size();
    }

    /** Where the statement starts, for people. */
    String place() {
        return tokens.isEmpty()
                ? "At the end"
                : "Line " + tokens.getFirst().line() + ", column "
                        + tokens.getFirst().column();
    }

    /** The first words of the statement, for people. */
    String excerpt() {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            boolean tight = text.isEmpty()
                    || token.kind() == Token.Kind.SYMBOL
                    || text.toString().endsWith("(");
            text.append(tight ? "" : " ").append(written(token));
            if (text.length() > EXCERPT) {
                return text.substring(0, EXCERPT - 3) + "...";
            }
        }
        return text.toString();
    }

    private static String written(Token token) {
        String text = token.text().length() > EXCERPT ? token.text().substring(0, EXCERPT) : token.text();
        return switch (token.kind()) {
            case QUOTED -> '"' + text + '"';
            case STRING -> "'" + text + "'";
            case WORD, SYMBOL -> text;
        };
    }

    /** Skips the words when all of them come next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isWordAt(position + i, words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    boolean acceptSymbol(char symbol) {
        boolean matches = isSymbolNext(symbol);
        position += matches ? 1 : 0;
        return matches;
    }

    /** Whether the words come next. */
    boolean isNext(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isWordAt(position + i, words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isSymbolNext(char symbol) {
        return !done() && tokens.get(position).isSymbol(symbol);
    }

    private boolean isWordAt(int index, String word) {
        return index < tokens.size() && tokens.get(index).isWord(word);
    }

    /** Whether the words come anywhere behind the cursor, in this order and side by side. */
    boolean contains(String... words) {
        for (int start = position; start < tokens.size(); start++) {
            boolean all = true;
            for (int i = 0; i < words.length && all; i++) {
                all = isWordAt(start + i, words[i]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** The next word or quoted name, an unquoted one as the catalog holds it. */
    Optional<String> identifier() {
        if (done()) {
            return Optional.empty();
        }
        Token token = tokens.get(position);
        return switch (token.kind()) {
            case WORD -> {
                position++;
                yield Optional.of(dialect.folded(token.text()));
            }
            case QUOTED -> {
                position++;
                yield Optional.of(token.text());
            }
            case STRING, SYMBOL -> Optional.empty();
        };
    }

    /** The next token when it is a plain word, without moving. */
    Optional<String> word() {
        return !done() && tokens.get(position).kind() == Token.Kind.WORD
                ? Optional.of(tokens.get(position).text())
                : Optional.empty();
    }

    Optional<String> string() {
        return !done() && tokens.get(position).kind() == Token.Kind.STRING
                ? Optional.of(tokens.get(position++).text())
                : Optional.empty();
    }

    /** The parts of a name with points; empty when none comes next. */
    List<String> qualifiedName() {
        List<String> parts = new ArrayList<>();
        Optional<String> part = identifier();
        while (part.isPresent()) {
            parts.add(part.get());
            part = acceptSymbol('.') ? identifier() : Optional.empty();
        }
        return parts;
    }

    /**
     * Column names in brackets, without orders and prefix lengths; empty when something else comes, such as an expression.
     * The cursor then stays.
     */
    Optional<List<String>> nameList() {
        int start = position;
        List<String> names = new ArrayList<>();
        boolean sound = acceptSymbol('(');
        while (sound && !acceptSymbol(')')) {
            Optional<String> name = identifier();
            name.ifPresent(names::add);
            if (isSymbolNext('(')) {
                sound = dialect == DdlDialect.MYSQL;
                skipOne();
            }
            order();
            sound &= name.isPresent() && (acceptSymbol(',') || isSymbolNext(')'));
        }
        if (!sound || names.isEmpty()) {
            position = start;
            return Optional.empty();
        }
        return Optional.of(List.copyOf(names));
    }

    /** Moves over what an index may say about a column: how it compares and sorts. */
    private void order() {
        if (accept("collate")) {
            qualifiedName();
        }
        word().filter(word -> word.toLowerCase(java.util.Locale.ROOT).endsWith("_ops"))
                .ifPresent(operators -> position++);
        word().filter(word -> ORDERS.contains(word.toLowerCase(java.util.Locale.ROOT)))
                .ifPresent(direction -> position++);
        if (!accept("nulls", "first")) {
            accept("nulls", "last");
        }
    }

    /** Moves over one token, or over everything in brackets when it is an opening one. */
    void skipOne() {
        int depth = 0;
        do {
            Token token = tokens.get(position++);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        } while (depth > 0 && !done());
    }

    /** What stands between the brackets that come next, cut at its commas; the cursor moves behind them. */
    List<DdlTokens> elements() {
        List<DdlTokens> elements = new ArrayList<>();
        if (!acceptSymbol('(')) {
            return elements;
        }
        while (!done() && !acceptSymbol(')')) {
            elements.add(element());
        }
        return elements;
    }

    /** What comes before the next comma, or before the bracket that closes; the cursor moves behind the comma. */
    DdlTokens element() {
        int start = position;
        int angles = 0;
        while (!done() && !isSymbolNext(')') && (angles > 0 || !isSymbolNext(','))) {
            boolean nested = isSymbolNext('<') && position > start && dialect.hasAngleBrackets();
            angles += nested ? 1 : angles > 0 && isSymbolNext('>') ? -1 : 0;
            skipOne();
        }
        DdlTokens element = new DdlTokens(tokens.subList(start, position), dialect);
        acceptSymbol(',');
        return element;
    }

    /** The tokens from there to the cursor as text, for types. */
    String textFrom(int start) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens.subList(start, position)) {
            boolean symbol = token.kind() == Token.Kind.SYMBOL;
            boolean tight = text.isEmpty() || symbol || "(<,.[:".indexOf(text.charAt(text.length() - 1)) >= 0;
            text.append(tight ? "" : " ")
                    .append(
                            switch (token.kind()) {
                                case STRING -> "'" + token.text().replace("'", "''") + "'";
                                // In PostgreSQL "char" is another type than char.
                                case QUOTED ->
                                    dialect == DdlDialect.POSTGRESQL
                                            ? '"' + token.text().replace("\"", "\"\"") + '"'
                                            : token.text();
                                case WORD, SYMBOL -> token.text();
                            });
        }
        return text.toString();
    }

    int position() {
        return position;
    }

    /** The deepest nesting of brackets in the whole statement. */
    int depth() {
        int depth = 0;
        int deepest = 0;
        for (Token token : tokens) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
