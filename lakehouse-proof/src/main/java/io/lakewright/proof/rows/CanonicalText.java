package io.lakewright.proof.rows;

import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for each value of a type, so that texts differ exactly where values do: a source may write a boolean as
 * {@code t} or {@code true} and a price as {@code 0} or {@code 0.00}.
 */
final class CanonicalText {

    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "1", "on");
    private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "0", "off");

    private CanonicalText() {}

    /** The spelling; a text that is no value of the type comes back as it is, and the engine will say so. */
    static @Nullable String of(LakeType type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type.base()) {
            case BOOLEAN -> truth(text);
            case TINYINT, SMALLINT, INT, BIGINT -> number(text, 0);
            case DECIMAL -> number(text, type.scale());
            case FLOAT, DOUBLE -> fraction(text);
            case STRING, BINARY, DATE, TIMESTAMP, TIMESTAMP_NTZ, ARRAY -> text;
        };
    }

    private static String truth(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return "true";
        }
        return FALSE.contains(word) ? "false" : text;
    }

    private static String number(String text, int scale) {
        try {
            return new BigDecimal(text.strip())
                    .setScale(scale, RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException | ArithmeticException e) {
            return text;
        }
    }

    private static String fraction(String text) {
        try {
            return Double.toString(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
