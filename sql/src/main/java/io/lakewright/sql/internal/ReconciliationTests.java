package io.lakewright.sql.internal;

import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
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
import java.util.List;
import java.util.stream.Stream;

/** Tests that nothing of the source is lost or counted twice on the way (T-RECON). */
final class ReconciliationTests {

    private static final LakeType SUM_OF_FLOATS = LakeType.decimal(38, 6);
    private static final String ROWS = "row_count";

    private final ModelTables tables;

    ReconciliationTests(ModelTables tables) {
        this.tables = tables;
    }

    List<Statement> print(TableSpec table, Load load) {
        LoadSource source = new LoadSource(tables, table, load);
        return switch (table) {
            case TableSpec.Fact fact -> fact(fact, source);
            case TableSpec.Dimension dimension -> keys(source, dimension.businessKey(), dimension.businessKey());
            case TableSpec.Hub hub -> keys(source, hub.keys().primary(), hubMandatory(hub));
            case TableSpec.Link link -> keys(source, link.keys().primary(), linkMandatory(link));
            case TableSpec.Satellite satellite -> keys(source, satelliteKey(satellite), satelliteKey(satellite));
            case TableSpec.DateDimension dates -> List.of();
        };
    }

    private static List<String> hubMandatory(TableSpec.Hub hub) {
        return Stream.concat(hub.keys().primary().stream(), hub.businessKey().stream())
                .toList();
    }

    private static List<String> linkMandatory(TableSpec.Link link) {
        Stream<String> child = link.columns().stream()
                .filter(column -> column.role() == ColumnRole.BUSINESS_KEY && !column.nullable())
                .map(ModelColumn::name);
        return Stream.concat(link.keys().primary().stream(), child).toList();
    }

    private static List<String> satelliteKey(TableSpec.Satellite satellite) {
        List<String> times = satellite.columns().stream()
                .filter(column -> column.role() == ColumnRole.LOAD_DATE)
                .map(ModelColumn::name)
                .toList();
        return satellite.keys().primary().stream()
                .filter(name -> !times.contains(name))
                .toList();
    }

    private List<Statement> keys(LoadSource source, List<String> key, List<String> mandatory) {
        List<String> filled = key.stream().filter(source.columns()::contains).toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        Query delivered = source.read(filled, mandatory, false);
        Query query = SelectBuilder.from(SelectBuilder.inner(delivered, "s"))
                .distinct()
                .select("s", filled)
                .join(
                        Kind.LEFT_ANTI,
                        SelectBuilder.table(tables.name(source.table()), "t"),
                        Expressions.equalColumns("t", "s", filled))
                .build();
        return List.of(Statement.test(
                "T-RECON",
                "Every key that " + source.load().from().table() + " delivers is in "
                        + source.table().name() + ".",
                new SqlNode.Ask(query)));
    }

    private List<Statement> fact(TableSpec.Fact fact, LoadSource source) {
        List<String> grain =
                FactLoad.grain(fact).stream().filter(source.columns()::contains).toList();
        List<String> measures = source.columns().stream()
                .filter(name -> isSummed(ModelTables.column(fact, name)))
                .toList();
        List<Statement> tests = new ArrayList<>();
        if (source.load().sequenceBy().isEmpty()) {
            tests.add(sameGrain(source, grain));
        }
        tests.add(sums(fact, source, grain, measures));
        return tests;
    }

    private static boolean isSummed(ModelColumn column) {
        return column.role() == ColumnRole.MEASURE
                && column.type().isNumeric()
                && column.additivity().orElse(Additivity.NON_ADDITIVE) == Additivity.ADDITIVE;
    }

    /** Two source rows that differ but share the grain would lose one of them. */
    private Statement sameGrain(LoadSource source, List<String> grain) {
        List<String> columns =
                source.columns().stream().filter(name -> !source.stamped(name)).toList();
        Expression different = new Expression.Call(
                Function.COUNT, true, List.of(Expressions.call(Function.XXHASH64, Expressions.columns("s", columns))));
        Query query = SelectBuilder.from(SelectBuilder.inner(source.read(columns, grain, false), "s"))
                .select("s", grain)
                .select(different, "different_rows")
                .groupBy(Expressions.columns("s", grain))
                .having(Expressions.binary(different, Operator.MORE, Expressions.number(1)))
                .build();
        return Statement.test(
                "T-RECON", "The source has one row for each " + String.join(", ", grain) + ".", new SqlNode.Ask(query));
    }

    private Statement sums(TableSpec.Fact fact, LoadSource source, List<String> grain, List<String> measures) {
        QualifiedName target = tables.name(fact);
        Query.Named delivered = SourceParts.named(
                SourceParts.SOURCE, source.read(source.columns(), grain, SourceParts.sequenced(source)));
        Query expected = totals(SelectBuilder.from(SelectBuilder.part("delivered", "s")), fact, "s", measures);
        List<Expression> match = grain.stream()
                .map(name -> Expressions.same(Expressions.column("s", name), Expressions.column("t", name)))
                .toList();
        Query found = totals(
                SelectBuilder.from(SelectBuilder.table(target, "t"))
                        .join(Kind.LEFT_SEMI, SelectBuilder.part("delivered", "s"), match),
                fact,
                "t",
                measures);
        SelectBuilder select = SelectBuilder.from(SelectBuilder.part("expected", "e"));
        List<String> names = Stream.concat(Stream.of(ROWS), measures.stream()).toList();
        for (String name : names) {
            select.select(Expressions.column("e", name), "expected_" + name);
            select.select(Expressions.column("f", name), "found_" + name);
        }
        Query differences = select.join(Kind.CROSS, SelectBuilder.part("found", "f"), List.of())
                .where(Expressions.not(Expressions.sameColumns("e", "f", names)))
                .build();
        Query query = new Query.With(
                List.of(
                        delivered,
                        SourceParts.named("delivered", SourceParts.onePerKey(source, grain)),
                        SourceParts.named("expected", expected),
                        SourceParts.named("found", found)),
                differences);
        return Statement.test(
                "T-RECON", "Rows and sums of additive measures equal those of the source.", new SqlNode.Ask(query));
    }

    private static Query totals(SelectBuilder select, TableSpec.Fact fact, String alias, List<String> measures) {
        select.select(new Expression.CountAll(), ROWS);
        for (String name : measures) {
            LakeType type = ModelTables.column(fact, name).type();
            boolean floating = !type.isInteger() && type.base() != LakeType.Base.DECIMAL;
            Expression value = Expressions.column(alias, name);
            select.select(
                    Expressions.call(Function.SUM, floating ? Expressions.cast(value, SUM_OF_FLOATS) : value), name);
        }
        return select.build();
    }

    /** Every day of the calendar is there. */
    Statement days(TableSpec.DateDimension dates) {
        ModelColumn key = ModelTables.key(dates);
        Query query = SelectBuilder.from(SelectBuilder.inner(DateSeries.days(dates), "d"))
                .select("d", List.of("day"))
                .join(
                        Kind.LEFT_ANTI,
                        SelectBuilder.table(tables.name(dates), "t"),
                        List.of(Expressions.equal(
                                Expressions.column("t", key.name()),
                                DateSeries.dayKey(Expressions.column("d", "day"), key.type()))))
                .build();
        return Statement.test("T-RECON", "No day of the calendar is missing.", new SqlNode.Ask(query));
    }
}
