package io.lakewright.optimizer.ddl;

import io.lakewright.optimizer.ddl.DdlStatement.ColumnPart;
import io.lakewright.optimizer.ddl.DdlStatement.ConstraintPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes statements apart; what it does not know it leaves alone. */
final class DdlReader {

    private DdlReader() {}

    /** The statements of a script, separated by semicolons. */
    static List<DdlStatement> read(String text) {
        List<DdlStatement> statements = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        for (Token token : Token.read(text)) {
            if (token.is(";")) {
                add(statements, current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        add(statements, current);
        return statements;
    }

    private static void add(List<DdlStatement> statements, List<Token> tokens) {
        if (!tokens.isEmpty()) {
            statements.add(statement(tokens));
        }
    }

    private static DdlStatement statement(List<Token> tokens) {
        String words = Token.words(tokens);
        boolean create = words.matches(
                "(?s)CREATE (OR (REPLACE|REFRESH) )?(EXTERNAL )?(TABLE|STREAMING TABLE|MATERIALIZED VIEW) .*");
        int start = nameAt(tokens);
        List<String> name = new ArrayList<>();
        int i = start;
        while (i < tokens.size() && tokens.get(i).isName()) {
            name.add(tokens.get(i).bare());
            i++;
            if (i < tokens.size() && tokens.get(i).is(".")) {
                i++;
            } else {
                break;
            }
        }
        List<ColumnPart> columns = new ArrayList<>();
        List<ConstraintPart> constraints = new ArrayList<>();
        if (create && i < tokens.size() && tokens.get(i).is("(")) {
            TokenLists.split(TokenLists.brackets(tokens, i)).forEach(part -> part(part, columns, constraints));
        } else if (words.startsWith("ALTER TABLE")) {
            altered(tokens.subList(i, tokens.size()), columns, constraints);
        }
        return new DdlStatement(
                List.copyOf(tokens),
                create,
                name,
                columns,
                constraints,
                TokenLists.names(TokenLists.behind(tokens, "cluster", "by")),
                TokenLists.split(TokenLists.behind(tokens, "partitioned", "by")),
                properties(tokens));
    }

    /** Where the name of the object stands: behind the last of the words that introduce it. */
    private static int nameAt(List<Token> tokens) {
        for (int i = 0; i < Math.min(8, tokens.size()); i++) {
            Token token = tokens.get(i);
            boolean introduces = token.is("table")
                    || token.is("view")
                    || token.is("schema")
                    || token.is("catalog")
                    || token.is("database")
                    || token.is("into")
                    || token.is("optimize")
                    || token.is("vacuum")
                    || token.is("update");
            if (introduces) {
                int at = i + 1;
                if (at < tokens.size() && tokens.get(at).is("table")) {
                    at++;
                }
                while (at < tokens.size()
                        && (tokens.get(at).is("if")
                                || tokens.get(at).is("not")
                                || tokens.get(at).is("exists"))) {
                    at++;
                }
                return at;
            }
        }
        return tokens.size();
    }

    private static void altered(List<Token> tokens, List<ColumnPart> columns, List<ConstraintPart> constraints) {
        if (tokens.size() < 2 || !tokens.getFirst().is("add")) {
            return;
        }
        List<Token> rest = tokens.subList(1, tokens.size());
        boolean column = rest.getFirst().is("column") || rest.getFirst().is("columns");
        if (column) {
            List<Token> body = rest.subList(1, rest.size());
            List<List<Token>> parts = !body.isEmpty() && body.getFirst().is("(")
                    ? TokenLists.split(TokenLists.brackets(body, 0))
                    : List.of(body);
            parts.forEach(part -> part(part, columns, constraints));
        } else {
            part(rest, new ArrayList<>(), constraints);
        }
    }

    private static void part(List<Token> part, List<ColumnPart> columns, List<ConstraintPart> constraints) {
        Optional<ConstraintPart> constraint = constraint(part);
        if (constraint.isPresent()) {
            constraints.add(constraint.get());
            return;
        }
        if (part.isEmpty() || !part.getFirst().isName()) {
            return;
        }
        int end = typeEnd(part);
        List<Token> rest = part.subList(end, part.size());
        columns.add(new ColumnPart(part.getFirst(), part.subList(Math.min(1, end), end), rest));
        for (int i = 0; i < rest.size(); i++) {
            boolean starts = rest.get(i).is("primary")
                    || rest.get(i).is("unique")
                    || rest.get(i).is("check")
                    || rest.get(i).is("references");
            if (starts) {
                constraints.add(inline(part.getFirst(), rest.subList(i, rest.size())));
            }
        }
    }

    private static ConstraintPart inline(Token column, List<Token> body) {
        List<Token> whole = new ArrayList<>(body);
        if (!body.getFirst().is("check")) {
            int at = body.getFirst().is("primary")
                    ? Math.min(2, body.size())
                    : body.getFirst().is("unique") ? 1 : 0;
            whole.addAll(at, List.of(new Token(Token.Kind.SYMBOL, "("), column, new Token(Token.Kind.SYMBOL, ")")));
        }
        ConstraintPart.Kind kind = body.getFirst().is("primary")
                ? ConstraintPart.Kind.PRIMARY_KEY
                : body.getFirst().is("unique")
                        ? ConstraintPart.Kind.UNIQUE
                        : body.getFirst().is("check") ? ConstraintPart.Kind.CHECK : ConstraintPart.Kind.FOREIGN_KEY;
        return new ConstraintPart(Optional.empty(), kind, whole);
    }

    private static Optional<ConstraintPart> constraint(List<Token> part) {
        boolean named = part.size() > 2
                && part.getFirst().is("constraint")
                && part.get(1).isName();
        Optional<String> name = named ? Optional.of(part.get(1).bare()) : Optional.empty();
        List<Token> body = named ? part.subList(2, part.size()) : part;
        if (body.size() < 2) {
            return Optional.empty();
        }
        Token first = body.getFirst();
        boolean bracket = body.get(1).is("(");
        if (first.is("primary") && body.get(1).is("key")) {
            return Optional.of(new ConstraintPart(name, ConstraintPart.Kind.PRIMARY_KEY, body));
        }
        if (first.is("foreign") && body.get(1).is("key")) {
            return Optional.of(new ConstraintPart(name, ConstraintPart.Kind.FOREIGN_KEY, body));
        }
        if (first.is("unique") && (bracket || body.get(1).is("key"))) {
            return Optional.of(new ConstraintPart(name, ConstraintPart.Kind.UNIQUE, body));
        }
        return first.is("check") && bracket
                ? Optional.of(new ConstraintPart(name, ConstraintPart.Kind.CHECK, body))
                : Optional.empty();
    }

    /** The type is a word with what stands in its brackets. */
    private static int typeEnd(List<Token> part) {
        int i = Math.min(2, part.size());
        if (i < part.size() && (part.get(i).is("(") || part.get(i).is("<"))) {
            int depth = 0;
            do {
                Token token = part.get(i);
                depth += token.is("(") || token.is("<") ? 1 : token.is(")") || token.is(">") ? -1 : 0;
                i++;
            } while (i < part.size() && depth > 0);
        }
        return i;
    }

    private static Map<String, String> properties(List<Token> tokens) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("tblproperties")) {
                for (List<Token> pair : TokenLists.split(TokenLists.brackets(tokens, i))) {
                    int equals = 0;
                    while (equals < pair.size() && !pair.get(equals).is("=")) {
                        equals++;
                    }
                    String name = Token.text(pair.subList(0, equals)).replaceAll("['\"`]", "");
                    String value =
                            equals + 1 < pair.size() ? pair.get(equals + 1).bare() : "";
                    properties.put(name, value);
                }
            }
        }
        return properties;
    }
}
