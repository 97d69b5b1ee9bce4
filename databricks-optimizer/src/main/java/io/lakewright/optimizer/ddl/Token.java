package io.lakewright.optimizer.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The smallest part of a statement, with its text as it was written. Comments and blanks are no tokens.
 */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        DOUBLE_QUOTED,
        NUMBER,
        SYMBOL
    }

    private static final Pattern FORM = Pattern.compile(
            "(?<skip>\\s+|--[^\\n]*|/\\*.*?\\*/)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<tick>`(?:[^`]|``)*`)"
                    + "|(?<string>'(?:[^'\\\\]|\\\\.|'')*')|(?<double>\"(?:[^\"\\\\]|\\\\.)*\")"
                    + "|(?<number>\\d+(?:\\.\\d+)?)|(?<symbol><=>|<=|>=|<>|!=|==|\\|\\||->|=>|::|.)",
            Pattern.DOTALL);

    static List<Token> read(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            if (matcher.group("skip") == null) {
                tokens.add(new Token(kind(matcher), matcher.group()));
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        return matcher.group("word") != null
                ? Kind.WORD
                : matcher.group("tick") != null
                        ? Kind.QUOTED_NAME
                        : matcher.group("string") != null
                                ? Kind.STRING
                                : matcher.group("double") != null
                                        ? Kind.DOUBLE_QUOTED
                                        : matcher.group("number") != null ? Kind.NUMBER : Kind.SYMBOL;
    }

    /** Whether it is this keyword or symbol. */
    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(wanted);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME || kind == Kind.DOUBLE_QUOTED;
    }

    /** A name without its quotes, or the content of a string. */
    String bare() {
        return switch (kind) {
            case QUOTED_NAME -> text.substring(1, text.length() - 1).replace("``", "`");
            case STRING, DOUBLE_QUOTED -> text.substring(1, text.length() - 1);
            case WORD, NUMBER, SYMBOL -> text;
        };
    }

    /** Tokens as text again, with blanks where they belong. */
    static String text(List<Token> tokens) {
        return tokens.stream()
                .map(Token::text)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s*([.,()])\\s*", "$1")
                .replace(",", ", ")
                .replaceAll("\\)(?=[\\w`'])", ") ")
                .replaceAll("(?i)\\b(KEY|BY|REFERENCES|CHECK|UNIQUE|AS|IN|AND|OR|NOT|VALUES|IDENTITY)\\(", "$1 (")
                .replaceAll("\\)(?=[<>=!|+*/-])", ") ")
                .replaceAll("(?<=[<>=!|+*/])\\(", " (");
    }

    /** A type as text again. */
    static String typeText(List<Token> tokens) {
        return text(tokens).replaceAll("\\s*([<>])\\s*", "$1");
    }

    /** The words of tokens in upper case, separated by blanks; strings stand as {@code ''}. */
    static String words(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.kind() == Kind.STRING ? "''" : token.text().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
