package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.History;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import java.time.LocalDateTime;
import java.util.List;

/** The two ends of time, and the members that have no history. */
final class Validity {

    /** A first version is valid from here, so that facts before the first load find it (modeling.md 2.2). */
    static final Expression BEGINNING = new Expression.TimestampLiteral(LocalDateTime.of(1900, 1, 1, 0, 0));

    /** A version that is current is valid to here. */
    static final Expression END = new Expression.TimestampLiteral(LocalDateTime.of(9999, 12, 31, 0, 0));

    private Validity() {}

    static History history(TableSpec.Dimension dimension) {
        return dimension
                .history()
                .orElseThrow(() -> Problem.invalid(
                                "LW-1212",
                                dimension.name() + " keeps versions but names no columns for their validity.",
                                "Give it valid_from, valid_to and is_current.")
                        .exception());
    }

    /** True for rows that stand for a member, false for those that stand for the absence of one. */
    static List<Expression> ordinary(TableSpec.Dimension dimension, String alias) {
        var key = ModelTables.key(dimension);
        return dimension.specialRows().stream()
                .map(row -> Expressions.binary(
                        Expressions.column(alias, key.name()), Operator.DIFFERENT, specialKey(row.key(), key.type())))
                .toList();
    }

    /** The key of a special row in the key's type. */
    static Expression specialKey(long key, LakeType type) {
        if (type.isInteger()) {
            return Expressions.number(key);
        }
        return key == -1 ? Lookups.unknown(type) : Expressions.text(Long.toString(key));
    }
}
