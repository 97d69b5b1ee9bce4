package io.lakewright.sql.node;

import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Anything that has a value. The kinds are closed; {@link Expressions} builds them. */
public sealed interface Expression {

    record Column(Optional<Identifier> relation, Identifier name) implements Expression {}

    /** Any text, safe as a value (threats.md M1). */
    record StringLiteral(String value) implements Expression {}

    record NumberLiteral(BigDecimal value) implements Expression {}

    record BooleanLiteral(boolean value) implements Expression {}

    record DateLiteral(LocalDate value) implements Expression {}

    record TimestampLiteral(LocalDateTime value) implements Expression {}

    record Null() implements Expression {}

    /** A named marker whose text value the caller of the script gives; always cast, so that its type is certain. */
    record Parameter(Identifier name, LakeType type) implements Expression {}

    record Cast(Expression value, LakeType type) implements Expression {}

    record Call(Function function, boolean distinct, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code count(*)}. */
    record CountAll() implements Expression {}

    record Binary(Expression left, Operator operator, Expression right) implements Expression {}

    /** Comparisons and arithmetic. */
    enum Operator {
        EQUAL("="),
        SAME("<=>"),
        DIFFERENT("<>"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Some(List<Expression> parts) implements Expression {
        public Some {
            parts = List.copyOf(parts);
        }
    }

    record Not(Expression value) implements Expression {}

    record IsNull(Expression value, boolean negated) implements Expression {}

    record Case(List<When> whens, Expression otherwise) implements Expression {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    record When(Expression condition, Expression value) {}

    record Window(Call call, List<Expression> partitionBy, List<Order> orderBy) implements Expression {
        public Window {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    record Order(Expression value, boolean descending) {}

    record Exists(Query query) implements Expression {}
}
