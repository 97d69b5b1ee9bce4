package io.lakewright.engine.worker;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values as text, the way Spark's CAST to STRING writes them; BINARY as hexadecimal, so that nothing is lost. */
final class Cells {

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private Cells() {}

    /** Null for SQL NULL; the last step is applied to every text. */
    static List<@Nullable String> texts(Row row, UnaryOperator<String> last) {
        List<@Nullable String> cells = new ArrayList<>(row.length());
        for (int i = 0; i < row.length(); i++) {
            cells.add(row.isNullAt(i) ? null : last.apply(text(row.get(i))));
        }
        return Collections.unmodifiableList(cells);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> HexFormat.of().withUpperCase().formatHex(bytes);
            case Instant instant -> TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC));
            case LocalDateTime time -> TIMESTAMP.format(time);
            case scala.collection.Map<?, ?> map -> map(CollectionConverters.asJava(map));
            case scala.collection.Iterable<?> values -> list(CollectionConverters.asJava(values));
            case Row row ->
                texts(row, text -> text).stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    private static String list(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(text(value));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private static String map(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(entry -> text(entry.getKey()) + " -> " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
