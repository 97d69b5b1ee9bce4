package io.lakewright.sql;

import io.lakewright.core.Problem;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hash recipe H1 (modeling.md 1.3), as SQL and in Java.
 *
 * <p>Every value is written between quotes with backslash and quote escaped, NULL as {@code ^^} without quotes, values
 * joined by {@code ||}; so no two lists of values are written alike. H1-1 keys trim blanks and fold to upper case; H1-2
 * change hashes keep case and trim blanks at the end; H1-3 trailing NULLs do not enter a change hash, so a new column
 * that is empty changes nothing; H1-4 a key of NULLs only is the zero key; H1-5 times are hashed in UTC with
 * microseconds, decimals in their declared scale; H1-6 floats are refused in keys. Pure.
 */
public final class H1 {

    /** Stands for a missing parent. */
    public static final String ZERO_KEY = "0".repeat(64);

    private static final LakeType FLOAT_IN_HASH = LakeType.decimal(38, 12);
    private static final String DELIMITER = "||";
    private static final String NULL = "^^";
    private static final String TRAILING_NULLS = "(\\|\\|\\^\\^)+$";

    private H1() {}

    /** A value that enters a hash, in the type in which it enters. */
    public record Input(Expression value, LakeType type) {}

    /** The hash key as SQL. */
    public static Expression key(List<Input> inputs) {
        inputs.forEach(H1::refuseFloat);
        return sha(joined(inputs, true));
    }

    /** The hash key as SQL, the zero key where all inputs are NULL. */
    public static Expression keyOrZero(List<Input> inputs) {
        List<Expression> missing =
                inputs.stream().map(input -> Expressions.isNull(input.value())).toList();
        return Expressions.when(Expressions.all(missing), Expressions.text(ZERO_KEY), key(inputs));
    }

    /** The change hash as SQL. */
    public static Expression diff(List<Input> inputs) {
        Expression text = joined(inputs, false);
        if (inputs.size() > 1) {
            text = Expressions.call(
                    Function.REGEXP_REPLACE, text, Expressions.text(TRAILING_NULLS), Expressions.text(""));
        }
        return sha(text);
    }

    /** The hash key of text values in Java; the zero key where all are null. */
    public static String key(@Nullable String... values) {
        boolean empty = true;
        for (String value : values) {
            empty &= value == null;
        }
        return empty ? ZERO_KEY : digest("SHA-256", keyText(values));
    }

    /** The change hash of text values in Java. */
    public static String diff(@Nullable String... values) {
        return digest("SHA-256", diffText(values));
    }

    /** What is hashed for a key. */
    public static String keyText(@Nullable String... values) {
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            parts.add(value == null ? NULL : quoted(blanks(value, true).toUpperCase(Locale.ROOT)));
        }
        return String.join(DELIMITER, parts);
    }

    /** What is hashed for a change. */
    public static String diffText(@Nullable String... values) {
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            parts.add(value == null ? NULL : quoted(blanks(value, false)));
        }
        while (parts.size() > 1 && parts.getLast().equals(NULL)) {
            parts.removeLast();
        }
        return String.join(DELIMITER, parts);
    }

    static String digest(String algorithm, String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only U+0020 is a blank, as in Spark's trim. */
    private static String blanks(String value, boolean both) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        int start = 0;
        while (both && start < end && value.charAt(start) == ' ') {
            start++;
        }
        return value.substring(start, end);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Expression sha(Expression text) {
        return Expressions.call(Function.SHA2, text, Expressions.number(256));
    }

    private static Expression joined(List<Input> inputs, boolean key) {
        List<Expression> parts = new ArrayList<>();
        parts.add(Expressions.text(DELIMITER));
        inputs.forEach(input -> parts.add(part(input, key)));
        return inputs.size() == 1 ? parts.getLast() : Expressions.call(Function.CONCAT_WS, parts);
    }

    private static Expression part(Input input, boolean key) {
        Expression text = normal(input, key);
        if (mayHoldQuotes(input.type())) {
            text = Expressions.call(Function.REPLACE, text, Expressions.text("\\"), Expressions.text("\\\\"));
            text = Expressions.call(Function.REPLACE, text, Expressions.text("\""), Expressions.text("\\\""));
        }
        Expression written = Expressions.call(Function.CONCAT, Expressions.text("\""), text, Expressions.text("\""));
        // concat answers NULL for NULL, so one coalesce writes the placeholder.
        return Expressions.call(Function.COALESCE, written, Expressions.text(NULL));
    }

    private static boolean mayHoldQuotes(LakeType type) {
        return type.base() == LakeType.Base.STRING || type.base() == LakeType.Base.ARRAY;
    }

    private static Expression normal(Input input, boolean key) {
        Expression value = input.value();
        return switch (input.type().base()) {
            case STRING ->
                key
                        ? Expressions.call(Function.UPPER, Expressions.call(Function.TRIM, value))
                        : Expressions.call(Function.RTRIM, value);
            case TINYINT, SMALLINT, INT, BIGINT, BOOLEAN -> Expressions.cast(value, LakeType.STRING);
            case DECIMAL -> Expressions.cast(Expressions.cast(value, input.type()), LakeType.STRING);
            case FLOAT, DOUBLE -> Expressions.cast(Expressions.cast(value, FLOAT_IN_HASH), LakeType.STRING);
            case DATE -> Expressions.call(Function.DATE_FORMAT, value, Expressions.text("yyyy-MM-dd"));
            case TIMESTAMP ->
                time(Expressions.call(Function.TO_UTC_TIMESTAMP, value, Expressions.call(Function.CURRENT_TIMEZONE)));
            case TIMESTAMP_NTZ -> time(value);
            case BINARY -> Expressions.call(Function.HEX, value);
            case ARRAY -> Expressions.call(Function.TO_JSON, value);
        };
    }

    private static Expression time(Expression value) {
        return Expressions.call(Function.DATE_FORMAT, value, Expressions.text("yyyy-MM-dd HH:mm:ss.SSSSSS"));
    }

    private static void refuseFloat(Input input) {
        LakeType.Base base = input.type().base();
        if (base == LakeType.Base.FLOAT || base == LakeType.Base.DOUBLE) {
            throw Problem.invalid(
                            "LW-1203",
                            "A " + base
                                    + " column cannot be part of a hash key: equal numbers may be written differently.",
                            "Use a DECIMAL or another business key.")
                    .exception();
        }
    }
}
