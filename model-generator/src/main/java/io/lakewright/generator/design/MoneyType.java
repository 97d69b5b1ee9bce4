package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import java.util.Set;

/** Gives amounts of money that a source keeps as floating point a decimal type (K-06 of databricks.md, G10). */
public final class MoneyType {

    private static final LakeType MONEY = LakeType.decimal(19, 4);
    private static final Set<String> WORDS = Set.of(
            "price",
            "amount",
            "amt",
            "cost",
            "total",
            "subtotal",
            "revenue",
            "salary",
            "fee",
            "tax",
            "balance",
            "payment",
            "freight",
            "unitprice",
            "listprice");

    private MoneyType() {}

    /** The type in which a model holds the column. */
    public static LakeType of(Column column) {
        LakeType type = column.lakeType();
        boolean floating = type.base() == LakeType.Base.FLOAT || type.base() == LakeType.Base.DOUBLE;
        return floating && Names.words(column.name()).stream().anyMatch(WORDS::contains) ? MONEY : type;
    }
}
