package io.lakewright.analyzer.read.ddl;

import java.util.Set;

/** Reads the type of a column: words, arguments in brackets, time zone, array marks; nested types of Databricks. */
final class ColumnType {

    /** Words that may follow the first word of a type. */
    private static final Set<String> FURTHER =
            Set.of("varying", "precision", "unsigned", "signed", "zerofill", "large");

    private static final Set<String> PARTS_OF_INTERVALS =
            Set.of("year", "month", "day", "hour", "minute", "second", "to");
    private static final Set<String> FIRST_OF_TWO = Set.of("national", "long");

    private ColumnType() {}

    /** The type as written, the cursor behind it; empty when none comes next. */
    static String read(DdlTokens tokens) {
        int start = tokens.position();
        String first = tokens.word().orElse("").toLowerCase(java.util.Locale.ROOT);
        if (tokens.identifier().isEmpty()) {
            return "";
        }
        while (tokens.acceptSymbol('.')) {
            tokens.identifier();
        }
        if (FIRST_OF_TWO.contains(first) && tokens.word().isPresent()) {
            tokens.identifier();
        }
        boolean interval = first.equals("interval");
        boolean more = true;
        while (more) {
            more = tokens.word()
                    .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                    .filter(word -> FURTHER.contains(word) || interval && PARTS_OF_INTERVALS.contains(word))
                    .flatMap(word -> tokens.identifier())
                    .isPresent();
            if (tokens.isSymbolNext('(')) {
                tokens.skipOne();
                more = true;
            }
            if (tokens.isSymbolNext('<')) {
                skipAngles(tokens);
            }
        }
        if (!tokens.accept("with", "time", "zone")) {
            tokens.accept("without", "time", "zone");
        }
        while (tokens.isSymbolNext('[')) {
            tokens.skipOne();
            while (!tokens.done() && !tokens.acceptSymbol(']')) {
                tokens.skipOne();
            }
        }
        return tokens.textFrom(start);
    }

    private static void skipAngles(DdlTokens tokens) {
        int depth = 0;
        do {
            depth += tokens.isSymbolNext('<') ? 1 : tokens.isSymbolNext('>') ? -1 : 0;
            tokens.skipOne();
        } while (depth > 0 && !tokens.done());
    }
}
