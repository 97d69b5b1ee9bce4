package io.lakewright.analyzer.read.ddl;

/**
 * The smallest part of a script.
 *
 * @param text a word as written, the content of a quoted name or string, or one character
 * @param line where it starts, from 1
 * @param column where it starts in the line, from 1
 */
record Token(Kind kind, String text, int line, int column) {

    /** A quoted identifier never counts as a keyword. */
    enum Kind {
        WORD,
        QUOTED,
        STRING,
        SYMBOL
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }
}
