package io.lakewright.sql.internal;

import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.History;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expression.Order;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.Query.Join.Kind;
import io.lakewright.sql.node.SelectBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that make timelines anew: events (a state, or that the key is gone) from the batch and from what is stored,
 * one event for each time, equal neighbours made one, and each state ended by the next event.
 */
final class TimelineParts {

    private static final String INCOMING = "incoming";
    private static final String AFFECTED = "affected";
    private static final String STORED = "stored";
    private static final String EVENTS = "events";
    private static final String MOMENTS = "moments";
    private static final String STATES = "states";
    private static final String TIMELINE = "timeline";
    private static final String TIME = "_version_time";
    private static final String GONE = "_is_gone";
    private static final String RANK = "_rank";
    private static final String NEXT = "_next_time";
    private static final String ACTION = "merge_action";

    private final LoadSource source;
    private final TableSpec.Dimension dimension;
    private final VersionColumns columns;
    private final QualifiedName target;
    private final History history;

    TimelineParts(ModelTables tables, LoadSource source, TableSpec.Dimension dimension, VersionColumns columns) {
        this.source = source;
        this.dimension = dimension;
        this.columns = columns;
        this.target = tables.name(dimension);
        this.history = columns.history();
    }

    static Expression is(String action) {
        return Expressions.equal(Expressions.column(KeyedMerge.INCOMING, ACTION), Expressions.text(action));
    }

    /** The MERGE source: versions to keep or make, and stored versions to remove. */
    Query actions() {
        Query keep = SelectBuilder.from(SelectBuilder.part(TIMELINE, "v"))
                .select(Expressions.text("keep"), ACTION)
                .select("v", source.columns())
                .select("v", List.of(history.validFrom(), history.validTo(), history.current()))
                .build();
        List<Expression> same = new ArrayList<>(Expressions.equalColumns("v", "t", columns.key()));
        same.add(Expressions.equal(
                Expressions.column("v", history.validFrom()), Expressions.column("t", history.validFrom())));
        Query remove = SelectBuilder.from(SelectBuilder.part(STORED, "t"))
                .select(Expressions.text("remove"), ACTION)
                .select("t", source.columns())
                .select("t", List.of(history.validFrom(), history.validTo(), history.current()))
                .join(Kind.LEFT_ANTI, SelectBuilder.part(TIMELINE, "v"), same)
                .build();
        List<Query.Named> parts = List.of(
                SourceParts.named(SourceParts.SOURCE, source.read(source.columns(), columns.key(), true)),
                SourceParts.named(INCOMING, incoming()),
                SourceParts.named(AFFECTED, affected()),
                SourceParts.named(STORED, stored()),
                SourceParts.named(EVENTS, events()),
                SourceParts.named(MOMENTS, moments()),
                SourceParts.named(STATES, states()),
                SourceParts.named(TIMELINE, timeline()));
        return new Query.With(parts, new Query.UnionAll(List.of(keep, remove)));
    }

    private Query incoming() {
        List<Expression> partition = new ArrayList<>(Expressions.columns("r", columns.key()));
        partition.add(Expressions.column("r", LoadSource.SEQUENCE));
        List<Order> order = source.columns().stream()
                .filter(name -> !source.stamped(name))
                .map(name -> Expressions.ascending(Expressions.column("r", name)))
                .toList();
        return SelectBuilder.from(SelectBuilder.part(SourceParts.SOURCE, "r"))
                .select("r", source.columns())
                .select(Expressions.column("r", LoadSource.SEQUENCE), TIME)
                .where(Expressions.isNotNull(Expressions.column("r", LoadSource.SEQUENCE)))
                .keeping(Expressions.first(partition, order));
    }

    private Query affected() {
        Query delivered = SelectBuilder.from(SelectBuilder.part(INCOMING, "i"))
                .distinct()
                .select("i", columns.key())
                .build();
        return closes()
                ? new Query.UnionAll(
                        List.of(delivered, missing().select("t", columns.key()).build()))
                : delivered;
    }

    private boolean closes() {
        return source.load().deleteHandling() == DeleteHandling.CLOSE;
    }

    /** Current members that are gone from a source that is not empty. */
    private SelectBuilder missing() {
        Query any = SelectBuilder.from(SelectBuilder.part(SourceParts.SOURCE, "r"))
                .select(Expressions.number(1), "present")
                .build();
        return SelectBuilder.from(SelectBuilder.table(target, "t"))
                .join(
                        Kind.LEFT_ANTI,
                        SelectBuilder.part(INCOMING, "i"),
                        Expressions.equalColumns("i", "t", columns.key()))
                .where(Expressions.column("t", history.current()))
                .where(Validity.ordinary(dimension, "t"))
                .where(new Expression.Exists(any));
    }

    private Query stored() {
        return SelectBuilder.from(SelectBuilder.table(target, "t"))
                .select("t", source.columns())
                .select("t", List.of(history.validFrom(), history.validTo(), history.current()))
                .join(
                        Kind.LEFT_SEMI,
                        SelectBuilder.part(AFFECTED, "a"),
                        Expressions.equalColumns("a", "t", columns.key()))
                .build();
    }

    private Query events() {
        List<Query> events = new ArrayList<>();
        events.add(
                event(SelectBuilder.from(SelectBuilder.part(INCOMING, "e")), Expressions.column("e", TIME), false, 1));
        events.add(event(
                SelectBuilder.from(SelectBuilder.part(STORED, "e")),
                Expressions.column("e", history.validFrom()),
                false,
                2));
        events.add(event(
                SelectBuilder.from(SelectBuilder.part(STORED, "e"))
                        .where(Expressions.binary(
                                Expressions.column("e", history.validTo()), Operator.LESS, Validity.END)),
                Expressions.column("e", history.validTo()),
                true,
                3));
        if (closes()) {
            events.add(event(
                    SelectBuilder.from(SelectBuilder.inner(
                            missing().select("t", source.columns()).build(), "e")),
                    LoadSource.batch(),
                    true,
                    4));
        }
        return new Query.UnionAll(events);
    }

    private Query event(SelectBuilder select, Expression time, boolean gone, int rank) {
        return select.select("e", source.columns())
                .select(time, TIME)
                .select(new Expression.BooleanLiteral(gone), GONE)
                .select(Expressions.number(rank), RANK)
                .build();
    }

    /** One event for each time of a key: what is delivered replaces what is stored, a state replaces an end. */
    private Query moments() {
        List<Expression> partition = new ArrayList<>(Expressions.columns("e", columns.key()));
        partition.add(Expressions.column("e", TIME));
        return SelectBuilder.from(SelectBuilder.part(EVENTS, "e"))
                .select("e", source.columns())
                .select("e", List.of(TIME, GONE))
                .keeping(Expressions.first(partition, List.of(Expressions.ascending(Expressions.column("e", RANK)))));
    }

    /** Leaves out events that change nothing. */
    private Query states() {
        SelectBuilder select = SelectBuilder.from(SelectBuilder.part(MOMENTS, "m"));
        for (String name : source.columns()) {
            select.select(value(name), name);
        }
        List<Expression> same = new ArrayList<>();
        same.add(Expressions.same(before(GONE), Expressions.column("m", GONE)));
        columns.tracked().forEach(name -> same.add(Expressions.same(before(name), Expressions.column("m", name))));
        return select.select("m", List.of(TIME, GONE))
                .keeping(Expressions.any(
                        List.of(Expressions.isNull(before(TIME)), Expressions.not(Expressions.all(same)))));
    }

    private Expression before(String name) {
        return over(Expressions.call(Function.LAG, Expressions.column("m", name)), "m", false);
    }

    /** Type 1 takes the newest value of the key, type 0 the first. */
    private Expression value(String name) {
        Expression own = Expressions.column("m", name);
        boolean newest = columns.overwritten().contains(name);
        if (!newest && !columns.original().contains(name)) {
            return own;
        }
        Expression time = Expressions.column("m", TIME);
        return new Expression.Window(
                Expressions.call(Function.FIRST_VALUE, own),
                Expressions.columns("m", columns.key()),
                List.of(
                        Expressions.ascending(Expressions.column("m", GONE)),
                        newest ? Expressions.descending(time) : Expressions.ascending(time)));
    }

    private Expression over(Expression.Call call, String alias, boolean descending) {
        Expression time = Expressions.column(alias, TIME);
        return new Expression.Window(
                call,
                Expressions.columns(alias, columns.key()),
                List.of(descending ? Expressions.descending(time) : Expressions.ascending(time)));
    }

    private Query timeline() {
        Expression next = over(Expressions.call(Function.LEAD, Expressions.column("s", TIME)), "s", false);
        Query ended = SelectBuilder.from(SelectBuilder.part(STATES, "s"))
                .select("s", source.columns())
                .select("s", List.of(TIME, GONE))
                .select(next, NEXT)
                .build();
        Expression end = Expressions.column("n", NEXT);
        return SelectBuilder.from(SelectBuilder.inner(ended, "n"))
                .select("n", source.columns())
                .select(Expressions.column("n", TIME), history.validFrom())
                .select(Expressions.call(Function.COALESCE, end, Validity.END), history.validTo())
                .select(Expressions.isNull(end), history.current())
                .where(Expressions.not(Expressions.column("n", GONE)))
                .build();
    }
}
