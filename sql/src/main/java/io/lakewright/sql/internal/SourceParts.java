package io.lakewright.sql.internal;

import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import java.util.ArrayList;
import java.util.List;

/** The named parts with which most loads begin: the rows of the source, then one row for every key. */
final class SourceParts {

    static final String SOURCE = "source";
    private static final String ALIAS = "r";

    private SourceParts() {}

    static Query.Named named(String name, Query query) {
        return new Query.Named(Identifier.of(name), query);
    }

    /** The rows of the source under the names of the target. */
    static Query.Named source(LoadSource source, List<String> keys) {
        return named(SOURCE, source.read(source.columns(), keys, sequenced(source)));
    }

    static boolean sequenced(LoadSource source) {
        return source.sequence().isPresent();
    }

    /** One row for every key: the newest where the load has a sequence, else the first in a fixed order (MG-01). */
    static Query.Select onePerKey(LoadSource source, List<String> keys) {
        return SelectBuilder.from(SelectBuilder.part(SOURCE, ALIAS))
                .select(ALIAS, source.columns())
                .keeping(Expressions.first(Expressions.columns(ALIAS, keys), order(source, keys)));
    }

    private static List<Expression.Order> order(LoadSource source, List<String> keys) {
        List<Expression.Order> order = new ArrayList<>();
        if (sequenced(source)) {
            order.add(Expressions.descending(Expressions.column(ALIAS, LoadSource.SEQUENCE)));
        }
        source.columns().stream()
                .filter(name -> !keys.contains(name) && !source.stamped(name))
                .forEach(name -> order.add(Expressions.ascending(Expressions.column(ALIAS, name))));
        if (order.isEmpty()) {
            keys.forEach(name -> order.add(Expressions.ascending(Expressions.column(ALIAS, name))));
        }
        return order;
    }
}
