package io.lakewright.sql.node;

import java.util.List;
import java.util.Optional;

/** Anything that has rows. {@link SelectBuilder} builds the usual ones. */
public sealed interface Query {

    record Select(
            boolean distinct,
            List<Projection> projections,
            Optional<From> from,
            List<Expression> where,
            List<Expression> groupBy,
            List<Expression> having,
            List<Expression.Order> orderBy)
            implements Query {
        public Select {
            projections = List.copyOf(projections);
            where = List.copyOf(where);
            groupBy = List.copyOf(groupBy);
            having = List.copyOf(having);
            orderBy = List.copyOf(orderBy);
        }
    }

    record UnionAll(List<Query> parts) implements Query {
        public UnionAll {
            parts = List.copyOf(parts);
        }
    }

    record With(List<Named> parts, Query body) implements Query {
        public With {
            parts = List.copyOf(parts);
        }
    }

    /** A common table expression. */
    record Named(Identifier name, Query query) {}

    /** @param alias empty when the expression is a column that keeps its name */
    record Projection(Expression value, Optional<Identifier> alias) {}

    record From(Relation first, List<Join> joins) {
        public From {
            joins = List.copyOf(joins);
        }
    }

    record Join(Kind kind, Relation relation, List<Expression> on) {
        public Join {
            on = List.copyOf(on);
        }

        /** Kinds of joins. */
        public enum Kind {
            INNER,
            LEFT,
            LEFT_SEMI,
            LEFT_ANTI,
            CROSS
        }
    }

    record Relation(Rows rows, Identifier alias) {}

    /** What a relation reads. */
    sealed interface Rows {
        record Table(QualifiedName name) implements Rows {}

        record Part(Identifier name) implements Rows {}

        record Inner(Query query) implements Rows {}

        /** Rows of literals; every row has as many values as there are columns. */
        record Values(List<List<Expression>> rows, List<Identifier> columns) implements Rows {
            public Values {
                rows = rows.stream().map(List::copyOf).toList();
                columns = List.copyOf(columns);
            }
        }
    }
}
