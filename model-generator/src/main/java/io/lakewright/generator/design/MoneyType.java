package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives amounts of money that a source keeps as floating point, or as a number without precision, a decimal type (K-06
 * of databricks.md, G10).
 */
public final class MoneyType {

    private static final LakeType MONEY = LakeType.decimal(19, 4);
    private static final Pattern AMOUNT = Pattern.compile(
            "(price|amount|amt|cost|total|totaldue|revenue|salary|wage|fee|tax|balance|payment|freight|bonus|quota|ytd)$"
                    + "|^(sales|revenue|cost|spend)(ytd|lastyear|thisyear)$");

    private MoneyType() {}

    /** The type in which a model holds the column. */
    public static LakeType of(Column column) {
        LakeType type = column.lakeType();
        boolean floating = type.base() == LakeType.Base.FLOAT || type.base() == LakeType.Base.DOUBLE;
        boolean changes = floating || isUnbounded(column) && fits(column);
        return changes && isAmount(column.name()) ? MONEY : type;
    }

    /** Whether the source says neither how many digits a decimal has nor how many of them stand behind the point. */
    public static boolean isUnbounded(Column column) {
        return column.lakeType().base() == LakeType.Base.DECIMAL
                && !column.type().contains("(")
                && column.lakeType().equals(LakeType.decimal(38, 18));
    }

    private static boolean isAmount(String name) {
        String flat = String.join("", Names.words(name));
        return AMOUNT.matcher(flat).find()
                || Names.words(name).stream()
                        .anyMatch(word -> AMOUNT.matcher(word).matches());
    }

    /** Whether no figure that is known of the column would be cut off. */
    private static boolean fits(Column column) {
        Optional<ColumnProfile> profile = column.profile();
        return Stream.of(profile.flatMap(ColumnProfile::minimum), profile.flatMap(ColumnProfile::maximum))
                .flatMap(Optional::stream)
                .allMatch(MoneyType::fits);
    }

    private static boolean fits(String figure) {
        try {
            BigDecimal number = new BigDecimal(figure).stripTrailingZeros();
            return number.scale() <= MONEY.scale()
                    && number.precision() - number.scale() <= MONEY.precision() - MONEY.scale();
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
