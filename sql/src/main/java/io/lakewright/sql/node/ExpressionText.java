package io.lakewright.sql.node;

import io.lakewright.sql.node.Expression.Operator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions: on one line where they fit, else one part a line. */
final class ExpressionText {

    private static final int WIDTH = 100;
    private static final int ATOM = 9;

    private final Form form;
    private final QueryText queries;
    private final ExpressionText ruler;

    ExpressionText(Form form, QueryText queries) {
        this.form = form;
        this.queries = queries;
        this.ruler = form == Form.TEXT ? this : new QueryText(Form.TEXT).expressions();
    }

    String write(Expression expression) {
        String inline = inline(expression);
        return fits(expression, WIDTH) ? inline : broken(expression, inline);
    }

    /** Whether the SQL fits on a line of that length; a template breaks its lines where the SQL does. */
    boolean fits(Expression expression, int width) {
        String text = ruler.inline(expression);
        return text.length() <= width && text.indexOf('\n') < 0;
    }

    /** The parts of a condition, one a line, joined by AND. */
    String conditions(List<Expression> conditions) {
        Expression whole = Expressions.all(conditions);
        if (whole instanceof Expression.All all) {
            return all.parts().stream()
                    .map(part -> level(part) <= 2 ? "(" + write(part) + ")" : write(part))
                    .collect(Collectors.joining("\nAND "));
        }
        return write(whole);
    }

    private String broken(Expression expression, String inline) {
        return switch (expression) {
            case Expression.Call call ->
                call.function().text() + "(" + (call.distinct() ? "DISTINCT" : "") + block(call.arguments()) + ")";
            case Expression.Cast cast ->
                "CAST(" + write(cast.value()) + " AS " + cast.type().text() + ")";
            case Expression.Not not -> "NOT (" + lines(conditions(List.of(not.value()))) + "\n)";
            case Expression.All all -> conditions(all.parts());
            case Expression.Some some ->
                some.parts().stream().map(part -> nested(part, 3)).collect(Collectors.joining("\nOR "));
            case Expression.Case choice -> choice(choice);
            case Expression.Binary binary ->
                operand(binary.left(), level(binary)) + " " + binary.operator().sign() + " "
                        + operand(binary.right(), level(binary) + 1);
            case Expression.Window window -> write(window.call()) + " OVER (" + lines(window(window, "\n")) + "\n)";
            case Expression.Column column -> inline;
            case Expression.StringLiteral text -> inline;
            case Expression.NumberLiteral number -> inline;
            case Expression.BooleanLiteral flag -> inline;
            case Expression.DateLiteral date -> inline;
            case Expression.TimestampLiteral time -> inline;
            case Expression.Null nothing -> inline;
            case Expression.Parameter parameter -> inline;
            case Expression.CountAll count -> inline;
            case Expression.IsNull test -> inline;
            case Expression.Exists exists -> inline;
        };
    }

    private String inline(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                column.relation().map(relation -> relation.text() + ".").orElse("")
                        + column.name().text();
            case Expression.StringLiteral text -> form.fixed(Literals.quote(text.value()));
            case Expression.NumberLiteral number -> number.value().toPlainString();
            case Expression.BooleanLiteral flag -> flag.value() ? "true" : "false";
            case Expression.DateLiteral date -> "DATE '" + date.value() + "'";
            case Expression.TimestampLiteral time ->
                "TIMESTAMP '" + time.value().toLocalDate() + " "
                        + String.format(
                                "%02d:%02d:%02d",
                                time.value().getHour(),
                                time.value().getMinute(),
                                time.value().getSecond())
                        + "'";
            case Expression.Null nothing -> "NULL";
            case Expression.Parameter parameter ->
                "CAST(:" + parameter.name().name() + " AS " + parameter.type().text() + ")";
            case Expression.Cast cast ->
                "CAST(" + inline(cast.value()) + " AS " + cast.type().text() + ")";
            case Expression.Call call ->
                call.function().text() + "(" + (call.distinct() ? "DISTINCT " : "") + list(call.arguments()) + ")";
            case Expression.CountAll count -> "count(*)";
            case Expression.Binary binary ->
                nested(binary.left(), level(binary)) + " " + binary.operator().sign() + " "
                        + nested(binary.right(), level(binary) + 1);
            case Expression.All all ->
                all.parts().stream().map(part -> nested(part, 3)).collect(Collectors.joining(" AND "));
            case Expression.Some some ->
                some.parts().stream().map(part -> nested(part, 3)).collect(Collectors.joining(" OR "));
            case Expression.Not not -> "NOT " + nested(not.value(), ATOM);
            case Expression.IsNull test -> nested(test.value(), 5) + (test.negated() ? " IS NOT NULL" : " IS NULL");
            case Expression.Case choice -> caseInline(choice);
            case Expression.Window window -> inline(window.call()) + " OVER (" + window(window, " ") + ")";
            case Expression.Exists exists -> "EXISTS (" + lines(queries.write(exists.query())) + "\n)";
        };
    }

    private String caseInline(Expression.Case choice) {
        StringBuilder text = new StringBuilder("CASE");
        choice.whens()
                .forEach(when -> text.append(" WHEN ")
                        .append(inline(when.condition()))
                        .append(" THEN ")
                        .append(inline(when.value())));
        return text.append(" ELSE ")
                .append(inline(choice.otherwise()))
                .append(" END")
                .toString();
    }

    private String choice(Expression.Case choice) {
        StringBuilder text = new StringBuilder("CASE");
        for (Expression.When when : choice.whens()) {
            text.append("\n  WHEN ").append(QueryText.hang(write(when.condition()), 2));
            text.append(" THEN ").append(QueryText.hang(write(when.value()), 2));
        }
        return text.append("\n  ELSE ")
                .append(QueryText.hang(write(choice.otherwise()), 2))
                .append("\nEND")
                .toString();
    }

    private String window(Expression.Window window, String between) {
        String partition = window.partitionBy().isEmpty() ? "" : "PARTITION BY " + list(window.partitionBy());
        String order = window.orderBy().isEmpty() ? "" : "ORDER BY " + order(window.orderBy());
        return partition.isEmpty() || order.isEmpty() ? partition + order : partition + between + order;
    }

    String order(List<Expression.Order> orders) {
        return orders.stream()
                .map(order -> inline(order.value()) + (order.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    private String block(List<Expression> parts) {
        return lines(parts.stream().map(this::write).collect(Collectors.joining(",\n"))) + "\n";
    }

    private static String lines(String text) {
        return "\n" + QueryText.indent(text);
    }

    String list(List<Expression> parts) {
        return parts.stream().map(this::inline).collect(Collectors.joining(", "));
    }

    private String nested(Expression expression, int needed) {
        String text = inline(expression);
        return level(expression) < needed ? "(" + text + ")" : text;
    }

    private String operand(Expression expression, int needed) {
        String text = write(expression);
        return level(expression) < needed ? "(" + text + ")" : text;
    }

    /** How tightly an expression binds, loosest first. */
    private static int level(Expression expression) {
        return switch (expression) {
            case Expression.Some some -> 1;
            case Expression.All all -> 2;
            case Expression.Not not -> 3;
            case Expression.IsNull test -> 4;
            case Expression.Binary binary -> binary(binary.operator());
            case Expression.Column column -> ATOM;
            case Expression.StringLiteral text -> ATOM;
            case Expression.NumberLiteral number -> ATOM;
            case Expression.BooleanLiteral flag -> ATOM;
            case Expression.DateLiteral date -> ATOM;
            case Expression.TimestampLiteral time -> ATOM;
            case Expression.Null nothing -> ATOM;
            case Expression.Parameter parameter -> ATOM;
            case Expression.Cast cast -> ATOM;
            case Expression.Call call -> ATOM;
            case Expression.CountAll count -> ATOM;
            case Expression.Case choice -> ATOM;
            case Expression.Window window -> ATOM;
            case Expression.Exists exists -> ATOM;
        };
    }

    private static int binary(Operator operator) {
        return switch (operator) {
            case EQUAL, SAME, DIFFERENT, LESS, AT_MOST, MORE, AT_LEAST -> 4;
            case PLUS, MINUS -> 5;
            case TIMES -> 6;
        };
    }
}
