package io.lakewright.optimizer.ddl;

import java.util.ArrayList;
import java.util.List;

/** Cuts lists of tokens at brackets, commas and clauses. */
final class TokenLists {

    private TokenLists() {}

    /** What stands between the first brackets at or behind a position. */
    static List<Token> brackets(List<Token> tokens, int from) {
        int depth = 0;
        int start = -1;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
                start = start < 0 ? i + 1 : start;
            } else if (tokens.get(i).is(")") && start >= 0 && --depth == 0) {
                return tokens.subList(start, i);
            }
        }
        return List.of();
    }

    /** An expression that ends where the next clause of a column begins. */
    static List<Token> expression(List<Token> tokens, int from) {
        int depth = 0;
        int i = from;
        for (; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean clause = token.is("not")
                    || token.is("comment")
                    || token.is("constraint")
                    || token.is("primary")
                    || token.is("generated")
                    || token.is("first")
                    || token.is("after");
            if (depth == 0 && clause && i > from) {
                break;
            }
        }
        return tokens.subList(Math.min(from, tokens.size()), i);
    }

    /** Parts between commas at the top level; angle brackets count only in types. */
    static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        int angles = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is("<") && i > 0 && opensType(tokens.get(i - 1))) {
                angles++;
            } else if (token.is(">") && angles > 0) {
                angles--;
            }
            if (token.is(",") && depth == 0 && angles == 0) {
                parts.add(current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        if (!current.isEmpty()) {
            parts.add(current);
        }
        return parts;
    }

    private static boolean opensType(Token token) {
        return token.is("array") || token.is("map") || token.is("struct");
    }

    /** The first names of the parts of a list. */
    static List<String> names(List<Token> tokens) {
        return split(tokens).stream()
                .filter(part -> part.getFirst().isName())
                .map(part -> part.getFirst().bare())
                .toList();
    }

    /** What stands in the brackets behind two words; empty when they do not come. */
    static List<Token> behind(List<Token> tokens, String first, String second) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is(first)
                    && tokens.get(i + 1).is(second)
                    && tokens.get(i + 2).is("(")) {
                return brackets(tokens, i + 2);
            }
        }
        return List.of();
    }
}
