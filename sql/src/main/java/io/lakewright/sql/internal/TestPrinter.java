package io.lakewright.sql.internal;

import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.Query.Join.Kind;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tests of what a table holds; each answers the rows that should not be (test ids: modeling.md 2.0). */
public final class TestPrinter {

    private final ModelTables tables;

    public TestPrinter(ModelTables tables) {
        this.tables = tables;
    }

    public List<Statement> print(TableSpec table) {
        List<Statement> tests = new ArrayList<>();
        unique(table).forEach(key -> tests.add(unique(table, key)));
        notNull(table).ifPresent(tests::add);
        table.keys().foreign().forEach(key -> tests.add(references(table, key)));
        if (table instanceof TableSpec.Dimension dimension
                && dimension.history().isPresent()) {
            tests.add(current(dimension, dimension.history().get()));
            tests.add(overlap(dimension, dimension.history().get()));
        }
        if (!SpecialRows.of(table).isEmpty()) {
            tests.add(special(table));
        }
        tests.addAll(new HashTests(tables).print(table));
        ReconciliationTests reconciliation = new ReconciliationTests(tables);
        for (Load load : table.loads()) {
            tests.addAll(reconciliation.print(table, load));
        }
        if (table instanceof TableSpec.DateDimension dates) {
            tests.add(reconciliation.days(dates));
        }
        return tests;
    }

    /** The sets of columns of which no two rows hold the same values. */
    private static Set<List<String>> unique(TableSpec table) {
        Set<List<String>> keys = new LinkedHashSet<>();
        keys.add(table.keys().primary());
        switch (table) {
            case TableSpec.Dimension dimension -> {
                List<String> key = new ArrayList<>(dimension.businessKey());
                dimension.history().ifPresent(history -> key.add(history.validFrom()));
                keys.add(key);
            }
            case TableSpec.Fact fact -> keys.add(fact.grain().columns());
            case TableSpec.Hub hub -> keys.add(hub.businessKey());
            case TableSpec.DateDimension dates -> keys.add(dates.businessKey());
            case TableSpec.Link link -> keys.addAll(link.keys().unique());
            case TableSpec.Satellite satellite -> keys.addAll(satellite.keys().unique());
        }
        keys.removeIf(List::isEmpty);
        return keys;
    }

    private Statement unique(TableSpec table, List<String> key) {
        List<Expression> columns = Expressions.columns("t", key);
        Query query = SelectBuilder.from(SelectBuilder.table(tables.name(table), "t"))
                .select("t", key)
                .select(new Expression.CountAll(), "row_count")
                .groupBy(columns)
                .having(Expressions.binary(new Expression.CountAll(), Operator.MORE, Expressions.number(1)))
                .build();
        return Statement.test(
                "T-UNQ", "No two rows have the same " + String.join(", ", key) + ".", new SqlNode.Ask(query));
    }

    private Optional<Statement> notNull(TableSpec table) {
        Set<String> names = new LinkedHashSet<>(table.keys().primary());
        table.columns().stream().filter(column -> !column.nullable()).forEach(column -> names.add(column.name()));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Expression> missing = names.stream()
                .map(name -> Expressions.isNull(Expressions.column("t", name)))
                .toList();
        Query query = SelectBuilder.from(SelectBuilder.table(tables.name(table), "t"))
                .select("t", List.copyOf(names))
                .where(Expressions.any(missing))
                .build();
        return Optional.of(Statement.test("T-NN", "No mandatory column is NULL.", new SqlNode.Ask(query)));
    }

    private Statement references(TableSpec table, ModelForeignKey key) {
        TableSpec parent = tables.table(key.references());
        List<Expression> on = new ArrayList<>();
        List<Expression> present = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Expression child = Expressions.column("c", key.columns().get(i));
            on.add(Expressions.equal(
                    Expressions.column("p", key.referencedColumns().get(i)), child));
            present.add(Expressions.isNotNull(child));
        }
        Query query = SelectBuilder.from(SelectBuilder.table(tables.name(table), "c"))
                .distinct()
                .select("c", key.columns())
                .join(Kind.LEFT_ANTI, SelectBuilder.table(tables.name(parent), "p"), on)
                .where(present)
                .build();
        return Statement.test(
                "T-REL",
                "Every " + String.join(", ", key.columns()) + " is in " + parent.name() + ".",
                new SqlNode.Ask(query));
    }

    private static boolean closes(TableSpec table) {
        return table.loads().stream().anyMatch(load -> load.deleteHandling() == DeleteHandling.CLOSE);
    }

    private Statement current(TableSpec.Dimension dimension, History history) {
        Expression one = Expressions.when(
                Expressions.column("t", history.current()), Expressions.number(1), Expressions.number(0));
        Expression sum = Expressions.call(Function.SUM, one);
        // A closed key has no current version any more.
        Operator broken = closes(dimension) ? Operator.MORE : Operator.DIFFERENT;
        Query query = SelectBuilder.from(SelectBuilder.table(tables.name(dimension), "t"))
                .select("t", dimension.businessKey())
                .select(sum, "current_versions")
                .groupBy(Expressions.columns("t", dimension.businessKey()))
                .having(Expressions.binary(sum, broken, Expressions.number(1)))
                .build();
        return Statement.test(
                "T-CUR",
                (closes(dimension) ? "At most" : "Exactly") + " one version of each "
                        + String.join(", ", dimension.businessKey()) + " is current.",
                new SqlNode.Ask(query));
    }

    private Statement overlap(TableSpec.Dimension dimension, History history) {
        QualifiedName name = tables.name(dimension);
        Expression from = Expressions.column("t", history.validFrom());
        Expression next = new Expression.Window(
                Expressions.call(Function.LEAD, from),
                Expressions.columns("t", dimension.businessKey()),
                List.of(Expressions.ascending(from)));
        Query versions = SelectBuilder.from(SelectBuilder.table(name, "t"))
                .select("t", dimension.businessKey())
                .select("t", List.of(history.validFrom(), history.validTo()))
                .select(next, "next_valid_from")
                .build();
        Expression to = Expressions.column("v", history.validTo());
        Expression following = Expressions.column("v", "next_valid_from");
        Operator broken = closes(dimension) ? Operator.LESS : Operator.DIFFERENT;
        Query query = SelectBuilder.from(SelectBuilder.inner(versions, "v"))
                .select("v", dimension.businessKey())
                .select("v", List.of(history.validFrom(), history.validTo(), "next_valid_from"))
                .where(Expressions.any(List.of(
                        Expressions.binary(following, broken, to),
                        Expressions.binary(Expressions.column("v", history.validFrom()), Operator.AT_LEAST, to))))
                .build();
        String gap = closes(dimension) ? "" : " or leaves a gap";
        return Statement.test("T-OVL", "No version overlaps the next" + gap + ".", new SqlNode.Ask(query));
    }

    private Statement special(TableSpec table) {
        String key = ModelTables.key(table).name();
        List<Query> expected = SpecialRows.of(table).stream()
                .map(row -> (Query) SelectBuilder.row()
                        .select(SpecialRows.key(table, row), "expected_key")
                        .build())
                .toList();
        Expression wanted = Expressions.column("e", "expected_key");
        Expression found = Expressions.call(Function.COUNT, Expressions.column("t", key));
        Query query = SelectBuilder.from(SelectBuilder.inner(new Query.UnionAll(expected), "e"))
                .select("e", List.of("expected_key"))
                .select(found, "row_count")
                .join(
                        Kind.LEFT,
                        SelectBuilder.table(tables.name(table), "t"),
                        List.of(Expressions.equal(Expressions.column("t", key), wanted)))
                .groupBy(List.of(wanted))
                .having(Expressions.binary(found, Operator.DIFFERENT, Expressions.number(1)))
                .build();
        return Statement.test(
                "T-GHOST", "Every row that stands for a missing member is there once.", new SqlNode.Ask(query));
    }
}
