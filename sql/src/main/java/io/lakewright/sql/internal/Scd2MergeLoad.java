package io.lakewright.sql.internal;

import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.History;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.Query.Join.Kind;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Versions by one MERGE, for batches that never carry an older state than the one before (modeling.md A4). A row of the
 * source comes as up to two actions: close the current version, open the next. A batch that is not newer than the
 * current version changes nothing.
 */
final class Scd2MergeLoad implements LoadPrinter {

    private static final String LATEST = "latest";
    private static final String PERIODS = "known";
    private static final String CHANGED = "changed";
    private static final String ACTION = "merge_action";
    private static final String HAS_CURRENT = "has_current";
    private static final String LAST_END = "last_end";

    private final ModelTables tables;

    Scd2MergeLoad(ModelTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Statement> print(LoadSource source) {
        if (!(source.table() instanceof TableSpec.Dimension dimension)) {
            throw new IllegalStateException(source.table().name() + " is not a dimension");
        }
        VersionColumns columns = VersionColumns.of(dimension, source);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                "Close versions that ended and open those that begin, in one step.",
                new SqlNode.Merge(
                        tables.name(dimension),
                        Identifier.of(KeyedMerge.TARGET),
                        SelectBuilder.inner(actions(source, dimension, columns), KeyedMerge.INCOMING),
                        on(dimension, columns),
                        List.of(close(columns), open(source, columns)))));
        OverwriteInVersions.print(tables, source, columns).ifPresent(statements::add);
        return statements;
    }

    private Query actions(LoadSource source, TableSpec.Dimension dimension, VersionColumns columns) {
        QualifiedName target = tables.name(dimension);
        List<Query.Named> parts = new ArrayList<>();
        parts.add(SourceParts.source(source, columns.key()));
        parts.add(SourceParts.named(LATEST, SourceParts.onePerKey(source, columns.key())));
        parts.add(SourceParts.named(PERIODS, periods(target, columns)));
        parts.add(SourceParts.named(CHANGED, changed(source, target, columns)));
        List<Query> actions = new ArrayList<>();
        actions.add(action(source, columns));
        if (source.load().deleteHandling() == DeleteHandling.CLOSE) {
            actions.add(gone(source, dimension, target, columns));
        }
        return new Query.With(parts, actions.size() == 1 ? actions.getFirst() : new Query.UnionAll(actions));
    }

    /** Whether a key has a current version, and when its last period ended. */
    private static Query periods(QualifiedName target, VersionColumns columns) {
        History history = columns.history();
        Expression current = Expressions.column("t", history.current());
        Expression end = Expressions.when(current, new Expression.Null(), Expressions.column("t", history.validTo()));
        return SelectBuilder.from(SelectBuilder.table(target, "t"))
                .select("t", columns.key())
                .select(Expressions.call(Function.MAX, end), LAST_END)
                .groupBy(Expressions.columns("t", columns.key()))
                .build();
    }

    private static Query changed(LoadSource source, QualifiedName target, VersionColumns columns) {
        History history = columns.history();
        Expression batch = LoadSource.batch();
        String anyKey = columns.key().getFirst();
        Expression unknown = Expressions.isNull(Expressions.column("k", anyKey));
        Expression noCurrent = Expressions.isNull(Expressions.column("v", anyKey));
        Expression lastEnd = Expressions.column("k", LAST_END);
        Expression reopened = Expressions.all(List.of(
                noCurrent,
                Expressions.any(
                        List.of(Expressions.isNull(lastEnd), Expressions.binary(lastEnd, Operator.AT_MOST, batch)))));
        Expression differs = Expressions.all(List.of(
                Expressions.binary(Expressions.column("v", history.validFrom()), Operator.LESS, batch),
                columns.differs("v", "l")));
        List<Expression> current = new ArrayList<>(Expressions.equalColumns("v", "l", columns.key()));
        current.add(Expressions.column("v", history.current()));
        SelectBuilder select = SelectBuilder.from(SelectBuilder.part(LATEST, "l"));
        source.columns().forEach(name -> select.select(kept(name, columns), name));
        return select.select(Expressions.when(unknown, Validity.BEGINNING, batch), history.validFrom())
                .select(Expressions.not(noCurrent), HAS_CURRENT)
                .join(Kind.LEFT, SelectBuilder.table(target, "v"), current)
                .join(Kind.LEFT, SelectBuilder.part(PERIODS, "k"), Expressions.equalColumns("k", "l", columns.key()))
                .where(Expressions.any(columns.tracked().isEmpty() ? List.of(reopened) : List.of(reopened, differs)))
                .build();
    }

    /** Type 0 keeps the value it has. */
    private static Expression kept(String name, VersionColumns columns) {
        Expression incoming = Expressions.column("l", name);
        return columns.original().contains(name)
                ? Expressions.call(Function.COALESCE, Expressions.column("v", name), incoming)
                : incoming;
    }

    /** Each changed row once to open a version and, where one is current, once to close it. */
    private static Query action(LoadSource source, VersionColumns columns) {
        Query.Relation actions = new Query.Relation(
                new Query.Rows.Values(
                        List.of(List.of(Expressions.text("close")), List.of(Expressions.text("open"))),
                        List.of(Identifier.of(ACTION))),
                Identifier.of("a"));
        Expression action = Expressions.column("a", ACTION);
        return SelectBuilder.from(SelectBuilder.part(CHANGED, "c"))
                .select("a", List.of(ACTION))
                .select("c", source.columns())
                .select("c", List.of(columns.history().validFrom()))
                .join(Kind.CROSS, actions, List.of())
                .where(Expressions.any(List.of(
                        Expressions.equal(action, Expressions.text("open")), Expressions.column("c", HAS_CURRENT))))
                .build();
    }

    /** Keys that are gone from a source that is not empty: an empty delivery closes nothing (modeling.md 1.5). */
    private static Query gone(
            LoadSource source, TableSpec.Dimension dimension, QualifiedName target, VersionColumns columns) {
        History history = columns.history();
        Query any = SelectBuilder.from(SelectBuilder.part(SourceParts.SOURCE, "r"))
                .select(Expressions.number(1), "present")
                .build();
        return SelectBuilder.from(SelectBuilder.table(target, "t"))
                .select(Expressions.text("close"), ACTION)
                .select("t", source.columns())
                .select("t", List.of(history.validFrom()))
                .join(
                        Kind.LEFT_ANTI,
                        SelectBuilder.part(LATEST, "l"),
                        Expressions.equalColumns("l", "t", columns.key()))
                .where(Expressions.column("t", history.current()))
                .where(Expressions.binary(
                        Expressions.column("t", history.validFrom()), Operator.LESS, LoadSource.batch()))
                .where(Validity.ordinary(dimension, "t"))
                .where(new Expression.Exists(any))
                .build();
    }

    private static List<Expression> on(TableSpec.Dimension dimension, VersionColumns columns) {
        List<Expression> on =
                new ArrayList<>(Expressions.equalColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, columns.key()));
        on.add(Expressions.column(KeyedMerge.TARGET, Validity.history(dimension).current()));
        on.add(is("close"));
        return on;
    }

    private static Expression is(String action) {
        return Expressions.equal(Expressions.column(KeyedMerge.INCOMING, ACTION), Expressions.text(action));
    }

    private static SqlNode.MergeClause close(VersionColumns columns) {
        Map<Identifier, Expression> set = new LinkedHashMap<>();
        set.put(Identifier.of(columns.history().validTo()), LoadSource.batch());
        set.put(Identifier.of(columns.history().current()), new Expression.BooleanLiteral(false));
        return new SqlNode.MergeClause.Update(Optional.empty(), set);
    }

    private static SqlNode.MergeClause open(LoadSource source, VersionColumns columns) {
        return new SqlNode.MergeClause.Insert(
                Optional.of(is("open")), columns.insert(source, Validity.END, new Expression.BooleanLiteral(true)));
    }
}
