package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRole;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * Satellites (modeling.md A2): a row is added when its attributes differ from the version before it in time, stored or
 * new. A replayed batch is recognised by key and load date, a late one finds its place.
 */
final class SatelliteLoad implements LoadPrinter {

    private static final String INCOMING = "incoming";
    private static final String FRESH = "fresh";
    private static final String TIMELINE = "timeline";
    private static final String COMPARED = "compared";
    private static final String IS_NEW = "is_new";
    private static final String PREVIOUS = "previous_hash_diff";

    private final ModelTables tables;

    SatelliteLoad(ModelTables tables) {
        this.tables = tables;
    }

    /** The names of the columns by role. */
    private record Names(List<String> key, String diff) {}

    @Override
    public List<Statement> print(LoadSource source) {
        TableSpec table = source.table();
        Names names = new Names(table.keys().primary(), name(table, ColumnRole.HASH_DIFF));
        QualifiedName target = tables.name(table);
        Query query = new Query.With(
                List.of(
                        SourceParts.source(source, names.key()),
                        SourceParts.named(INCOMING, SourceParts.onePerKey(source, names.key())),
                        SourceParts.named(FRESH, fresh(source, target, names)),
                        SourceParts.named(TIMELINE, timeline(table, target, names)),
                        SourceParts.named(COMPARED, compared(table, names))),
                changed(source, names));
        return List.of(Statement.of(
                "Add versions whose attributes differ from the version before.",
                new SqlNode.Insert(
                        target, source.columns().stream().map(Identifier::of).toList(), query)));
    }

    private static Query fresh(LoadSource source, QualifiedName target, Names names) {
        return SelectBuilder.from(SelectBuilder.part(INCOMING, "i"))
                .select("i", source.columns())
                .join(Kind.LEFT_ANTI, SelectBuilder.table(target, "t"), Expressions.equalColumns("t", "i", names.key()))
                .build();
    }

    private static Query timeline(TableSpec table, QualifiedName target, Names names) {
        List<String> columns = timeColumns(names);
        Query stored = SelectBuilder.from(SelectBuilder.table(target, "t"))
                .select("t", columns)
                .select(new Expression.BooleanLiteral(false), IS_NEW)
                .join(
                        Kind.LEFT_SEMI,
                        SelectBuilder.part(FRESH, "f"),
                        Expressions.equalColumns("f", "t", versioned(table, names)))
                .build();
        Query added = SelectBuilder.from(SelectBuilder.part(FRESH, "f"))
                .select("f", columns)
                .select(new Expression.BooleanLiteral(true), IS_NEW)
                .build();
        return new Query.UnionAll(List.of(stored, added));
    }

    private static Query compared(TableSpec table, Names names) {
        Expression time = Expressions.column("v", name(table, ColumnRole.LOAD_DATE));
        Expression previous = new Expression.Window(
                Expressions.call(Function.LAG, Expressions.column("v", names.diff())),
                Expressions.columns("v", versioned(table, names)),
                List.of(Expressions.ascending(time)));
        return SelectBuilder.from(SelectBuilder.part(TIMELINE, "v"))
                .select("v", timeColumns(names))
                .select("v", List.of(IS_NEW))
                .select(previous, PREVIOUS)
                .build();
    }

    private static Query changed(LoadSource source, Names names) {
        Expression previous = Expressions.column("c", PREVIOUS);
        return SelectBuilder.from(SelectBuilder.part(FRESH, "f"))
                .select("f", source.columns())
                .join(Kind.INNER, SelectBuilder.part(COMPARED, "c"), Expressions.equalColumns("c", "f", names.key()))
                .where(Expressions.column("c", IS_NEW))
                .where(Expressions.any(List.of(
                        Expressions.isNull(previous),
                        Expressions.binary(previous, Operator.DIFFERENT, Expressions.column("c", names.diff())))))
                .build();
    }

    private static List<String> timeColumns(Names names) {
        return Stream.concat(names.key().stream(), Stream.of(names.diff())).toList();
    }

    /** The key without its time. */
    private static List<String> versioned(TableSpec table, Names names) {
        String time = name(table, ColumnRole.LOAD_DATE);
        return names.key().stream().filter(name -> !name.equals(time)).toList();
    }

    private static String name(TableSpec table, ColumnRole role) {
        return ModelTables.first(table, role)
                .orElseThrow(() -> Problem.invalid(
                                "LW-1213",
                                table.name() + " has no column of role " + role + ".",
                                "Add the column to the table.")
                        .exception())
                .name();
    }
}
