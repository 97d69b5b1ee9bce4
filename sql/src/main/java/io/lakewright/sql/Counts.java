package io.lakewright.sql;

import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.List;

/** Queries that tell two states of a table apart. Pure. */
public final class Counts {

    private static final String ALIAS = "t";

    private Counts() {}

    /** One row with {@code row_count}. */
    public static Statement of(QualifiedName table) {
        return Statement.of(
                "Number of rows.",
                new SqlNode.Ask(SelectBuilder.from(SelectBuilder.table(table, ALIAS))
                        .select(new Expression.CountAll(), "row_count")
                        .build()));
    }

    /** One row with {@code row_count} and {@code checksum}, which does not depend on the order of rows (T-RERUN). */
    public static Statement checksum(QualifiedName table, List<String> columns) {
        // A sum of BIGINT overflows under ANSI rules (modeling.md A6).
        Expression hash = Expressions.cast(
                Expressions.call(Function.XXHASH64, Expressions.columns(ALIAS, columns)), LakeType.decimal(38, 0));
        return Statement.of(
                "Number of rows and checksum over all columns.",
                new SqlNode.Ask(SelectBuilder.from(SelectBuilder.table(table, ALIAS))
                        .select(new Expression.CountAll(), "row_count")
                        .select(Expressions.call(Function.SUM, hash), "checksum")
                        .build()));
    }
}
