package io.lakewright.analyzer.profile;

import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.util.Comparator;

/** Orders values that are given as text in the order of their column's type. What is not a number goes last. */
public final class ValueOrder implements Comparator<String> {

    private static final ValueOrder NUMERIC = new ValueOrder(true);
    private static final ValueOrder TEXTUAL = new ValueOrder(false);

    private final boolean numeric;

    private ValueOrder(boolean numeric) {
        this.numeric = numeric;
    }

    public static ValueOrder of(LakeType type) {
        return type.isNumeric() ? NUMERIC : TEXTUAL;
    }

    @Override
    public int compare(String left, String right) {
        if (!numeric) {
            return left.compareTo(right);
        }
        try {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        } catch (NumberFormatException e) {
            return left.compareTo(right);
        }
    }
}
