package io.lakewright.proof.rows;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Valid values of a column by number: different numbers give different values as far as the type has room. */
final class Values {

    private static final Pattern LENGTH =
            Pattern.compile("(?:char|varchar|character|character varying)\\s*\\((\\d+)\\)");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final LocalDate EPOCH = LocalDate.of(2024, 1, 1);
    private static final String SHARE_WORDS = "discount|rate|pct|percent|share|ratio";

    private Values() {}

    /** The value that stands for a number of 0 or more; the text is in the form in which PostgreSQL prints the type. */
    static String of(Column column, long number) {
        LakeType type = column.lakeType();
        return switch (type.base()) {
            case TINYINT -> Long.toString(1 + number % 126);
            case SMALLINT -> Long.toString(1 + number % 32_000);
            case INT, BIGINT -> Long.toString(1 + number);
            case DECIMAL -> decimal(column.name(), type, number);
            case FLOAT, DOUBLE -> number + ".5";
            case BOOLEAN -> number % 2 == 0 ? "true" : "false";
            case DATE -> EPOCH.plusDays(number % 700).toString();
            case TIMESTAMP, TIMESTAMP_NTZ ->
                LocalDateTime.of(EPOCH, LocalTime.NOON)
                        .plusDays(number % 700)
                        .plusSeconds(number)
                        .format(TIMESTAMP);
            case BINARY -> "\\x" + HexFormat.of().toHexDigits(number);
            case ARRAY -> "{" + of(elementOf(column, type), number) + "}";
            case STRING -> text(column, number);
        };
    }

    private static Column elementOf(Column column, LakeType type) {
        return Column.of(column.name(), "text", type.element().orElseThrow(), false);
    }

    private static String decimal(String name, LakeType type, long number) {
        boolean share = Names.words(name).stream().anyMatch(word -> word.matches(SHARE_WORDS));
        if (share && type.scale() > 0) {
            return BigDecimal.valueOf(number % 4, 1)
                    .setScale(Math.max(1, type.scale()))
                    .min(new BigDecimal("0.9"))
                    .toPlainString();
        }
        BigInteger room = BigInteger.TEN.pow(Math.min(type.precision(), 18)).subtract(BigInteger.ONE);
        BigInteger unscaled = BigInteger.valueOf(number + 1)
                .multiply(BigInteger.TEN.pow(Math.min(type.scale(), 2)))
                .mod(room);
        return new BigDecimal(unscaled, type.scale()).toPlainString();
    }

    private static String text(Column column, long number) {
        String type = column.type().toLowerCase(Locale.ROOT);
        if (type.equals("uuid")) {
            return "00000000-0000-4000-8000-"
                    + HexFormat.of().toHexDigits(number).substring(4);
        }
        if (type.startsWith("json")) {
            return "{\"n\": " + number + "}";
        }
        if (type.startsWith("time")) {
            return String.format(Locale.ROOT, "%02d:%02d:00", number / 60 % 24, number % 60);
        }
        Matcher limit = LENGTH.matcher(type);
        int length = limit.find() ? Integer.parseInt(limit.group(1)) : type.equals("\"char\"") ? 1 : 40;
        String code = Long.toString(number, 36).toUpperCase(Locale.ROOT);
        List<String> words = Names.words(column.name());
        String word = Names.label(words.isEmpty() ? "value" : words.getLast());
        String full = word + " " + code;
        if (full.length() <= length) {
            return full;
        }
        return code.length() <= length
                ? "0".repeat(Math.min(length, 4) - Math.min(code.length(), Math.min(length, 4))) + code
                : code.substring(code.length() - length);
    }
}
