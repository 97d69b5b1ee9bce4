package io.lakewright.sql.node;

import io.lakewright.sql.node.Query.Join;
import io.lakewright.sql.node.Query.Projection;
import io.lakewright.sql.node.Query.Relation;
import io.lakewright.sql.node.Query.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a SELECT clause by clause, in any order. Used once, by one thread. */
public final class SelectBuilder {

    private static final String KEPT = "_kept";

    private final List<Projection> projections = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Expression> groupBy = new ArrayList<>();
    private final List<Expression> having = new ArrayList<>();
    private final List<Expression.Order> orderBy = new ArrayList<>();
    private Optional<Relation> first = Optional.empty();
    private boolean distinct;

    public static Relation table(QualifiedName name, String alias) {
        return new Relation(new Rows.Table(name), Identifier.of(alias));
    }

    public static Relation part(String name, String alias) {
        return new Relation(new Rows.Part(Identifier.of(name)), Identifier.of(alias));
    }

    public static Relation inner(Query query, String alias) {
        return new Relation(new Rows.Inner(query), Identifier.of(alias));
    }

    /** Starts a SELECT from a relation. */
    public static SelectBuilder from(Relation relation) {
        SelectBuilder builder = new SelectBuilder();
        builder.first = Optional.of(relation);
        return builder;
    }

    /** Starts a SELECT of one row without a relation. */
    public static SelectBuilder row() {
        return new SelectBuilder();
    }

    public SelectBuilder distinct() {
        distinct = true;
        return this;
    }

    public SelectBuilder select(Expression value, String alias) {
        projections.add(new Projection(value, Optional.of(Identifier.of(alias))));
        return this;
    }

    /** Columns of a relation under their own names. */
    public SelectBuilder select(String relation, List<String> columns) {
        columns.forEach(name -> projections.add(new Projection(Expressions.column(relation, name), Optional.empty())));
        return this;
    }

    public SelectBuilder join(Join.Kind kind, Relation relation, List<Expression> on) {
        joins.add(new Join(kind, relation, on));
        return this;
    }

    /** A condition that stands already is not repeated. */
    public SelectBuilder where(Expression condition) {
        if (!where.contains(condition)) {
            where.add(condition);
        }
        return this;
    }

    public SelectBuilder where(List<Expression> conditions) {
        conditions.forEach(this::where);
        return this;
    }

    public SelectBuilder groupBy(List<Expression> values) {
        groupBy.addAll(values);
        return this;
    }

    public SelectBuilder having(Expression condition) {
        having.add(condition);
        return this;
    }

    public SelectBuilder orderBy(List<Expression.Order> order) {
        orderBy.addAll(order);
        return this;
    }

    public Query.Select build() {
        return new Query.Select(
                distinct,
                projections,
                first.map(relation -> new Query.From(relation, joins)),
                where,
                groupBy,
                having,
                orderBy);
    }

    /**
     * The rows for which a condition over windows holds. It is written as a query around this one: QUALIFY fails in
     * Spark 4.2 when its part of a WITH is read twice (MISSING_ATTRIBUTES).
     */
    public Query.Select keeping(Expression condition) {
        List<String> names = projections.stream()
                .map(projection -> projection
                        .alias()
                        .orElseGet(() -> name(projection.value()))
                        .name())
                .toList();
        select(condition, KEPT);
        return from(inner(build(), "w"))
                .select("w", names)
                .where(Expressions.column("w", KEPT))
                .build();
    }

    private static Identifier name(Expression value) {
        if (value instanceof Expression.Column column) {
            return column.name();
        }
        throw new IllegalStateException("an expression needs an alias");
    }
}
