package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.H1;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.List;

/** Tests that stored hashes are those of the stored values. */
final class HashTests {

    private final ModelTables tables;

    HashTests(ModelTables tables) {
        this.tables = tables;
    }

    List<Statement> print(TableSpec table) {
        return switch (table) {
            case TableSpec.Hub hub ->
                hub.businessKey().isEmpty()
                        ? List.of()
                        : List.of(test(hub, ModelTables.key(hub).name(), H1.key(inputs(hub, hub.businessKey()))));
            case TableSpec.Satellite satellite ->
                ModelTables.first(satellite, ColumnRole.HASH_DIFF)
                        .filter(column -> !satellite.hash().inputs().isEmpty())
                        .map(column -> List.of(test(
                                satellite,
                                column.name(),
                                H1.diff(inputs(satellite, satellite.hash().inputs())))))
                        .orElse(List.of());
            case TableSpec.Dimension dimension -> List.of();
            case TableSpec.DateDimension dates -> List.of();
            case TableSpec.Fact fact -> List.of();
            case TableSpec.Link link -> List.of();
        };
    }

    private static List<H1.Input> inputs(TableSpec table, List<String> names) {
        return names.stream()
                .map(name -> new H1.Input(
                        Expressions.column("t", name),
                        ModelTables.column(table, name).type()))
                .toList();
    }

    private Statement test(TableSpec table, String column, Expression again) {
        Expression stored = Expressions.column("t", column);
        Query query = SelectBuilder.from(SelectBuilder.table(tables.name(table), "t"))
                .select("t", table.keys().primary())
                .select(again, "expected_hash")
                .where(Expressions.binary(stored, Operator.DIFFERENT, Expressions.text(H1.ZERO_KEY)))
                .where(Expressions.not(Expressions.same(stored, again)))
                .build();
        return Statement.test(
                "T-HASH", "Every " + column + " is the hash of the values beside it.", new SqlNode.Ask(query));
    }
}
