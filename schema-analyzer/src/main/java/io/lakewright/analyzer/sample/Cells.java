package io.lakewright.analyzer.sample;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written into rows: numbers with their prefix, times, money, and what is missing. */
final class Cells {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Cells() {}

    static String timestamp(LocalDateTime time) {
        return TIMESTAMP.format(time);
    }

    static String number(String prefix, int digits, int number) {
        return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** A list that may hold nulls, which {@code List.of} refuses. */
    static List<@Nullable String> fields(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
