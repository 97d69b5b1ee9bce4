package io.lakewright.sql.node;

import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expression.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ways to build expressions. Pure. */
public final class Expressions {

    private Expressions() {}

    public static Expression column(String name) {
        return new Expression.Column(Optional.empty(), Identifier.of(name));
    }

    public static Expression column(String relation, String name) {
        return new Expression.Column(Optional.of(Identifier.of(relation)), Identifier.of(name));
    }

    public static List<Expression> columns(String relation, List<String> names) {
        return names.stream().map(name -> column(relation, name)).toList();
    }

    public static List<Expression> columns(List<String> names) {
        return names.stream().map(Expressions::column).toList();
    }

    public static Expression text(String value) {
        return new Expression.StringLiteral(value);
    }

    public static Expression number(long value) {
        return new Expression.NumberLiteral(BigDecimal.valueOf(value));
    }

    public static Expression.Call call(Function function, Expression... arguments) {
        return new Expression.Call(function, false, List.of(arguments));
    }

    public static Expression.Call call(Function function, List<Expression> arguments) {
        return new Expression.Call(function, false, arguments);
    }

    public static Expression cast(Expression value, LakeType type) {
        return new Expression.Cast(value, type);
    }

    /** The value in the wanted type; no cast where it has it already. */
    public static Expression as(Expression value, LakeType from, LakeType to) {
        return from.equals(to) ? value : cast(value, to);
    }

    public static Expression binary(Expression left, Operator operator, Expression right) {
        return new Expression.Binary(left, operator, right);
    }

    public static Expression equal(Expression left, Expression right) {
        return binary(left, Operator.EQUAL, right);
    }

    /** Equal, where NULL equals NULL (databricks.md MG-03). */
    public static Expression same(Expression left, Expression right) {
        return binary(left, Operator.SAME, right);
    }

    public static Expression isNull(Expression value) {
        return new Expression.IsNull(value, false);
    }

    public static Expression isNotNull(Expression value) {
        return new Expression.IsNull(value, true);
    }

    public static Expression not(Expression value) {
        return value instanceof Expression.IsNull test
                ? new Expression.IsNull(test.value(), !test.negated())
                : new Expression.Not(value);
    }

    public static Expression all(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
    }

    public static Expression any(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Expression.Some(parts);
    }

    public static Expression.Order ascending(Expression value) {
        return new Expression.Order(value, false);
    }

    public static Expression.Order descending(Expression value) {
        return new Expression.Order(value, true);
    }

    public static Expression when(Expression condition, Expression value, Expression otherwise) {
        return new Expression.Case(List.of(new Expression.When(condition, value)), otherwise);
    }

    /** Every column of one relation equals that of the other, where NULL equals NULL. */
    public static Expression sameColumns(String left, String right, List<String> names) {
        List<Expression> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(same(column(left, name), column(right, name)));
        }
        return all(parts);
    }

    /** Equality of key columns, one condition each. */
    public static List<Expression> equalColumns(String left, String right, List<String> names) {
        return names.stream()
                .map(name -> equal(column(left, name), column(right, name)))
                .toList();
    }

    /** {@code row_number() OVER (...) = 1}. */
    public static Expression first(List<Expression> partitionBy, List<Expression.Order> orderBy) {
        return equal(new Expression.Window(call(Function.ROW_NUMBER), partitionBy, orderBy), number(1));
    }
}
