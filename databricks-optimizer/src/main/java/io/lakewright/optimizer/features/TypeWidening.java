package io.lakewright.optimizer.features;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes of type that Delta makes without rewriting the table (databricks.md T-08). */
public final class TypeWidening {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\s*\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");
    private static final Map<String, List<String>> WIDER = Map.of(
            "TINYINT", List.of("SMALLINT", "INT", "BIGINT", "DOUBLE"),
            "SMALLINT", List.of("INT", "BIGINT", "DOUBLE"),
            "INT", List.of("BIGINT", "DOUBLE"),
            "FLOAT", List.of("DOUBLE"),
            "DATE", List.of("TIMESTAMP_NTZ"));
    private static final Map<String, Integer> DIGITS = Map.of("TINYINT", 10, "SMALLINT", 10, "INT", 10, "BIGINT", 20);

    private TypeWidening() {}

    public static boolean allows(String from, String to) {
        String source = form(from);
        String target = form(to);
        if (WIDER.getOrDefault(source, List.of()).contains(target)) {
            return true;
        }
        Matcher wider = DECIMAL.matcher(target);
        if (!wider.matches()) {
            return false;
        }
        int precision = Integer.parseInt(wider.group(1));
        int scale = wider.group(2) == null ? 0 : Integer.parseInt(wider.group(2));
        Integer digits = DIGITS.get(source);
        if (digits != null) {
            return precision - scale >= digits && precision <= 38;
        }
        Matcher narrower = DECIMAL.matcher(source);
        if (!narrower.matches()) {
            return false;
        }
        int morePrecision = precision - Integer.parseInt(narrower.group(1));
        int moreScale = scale - (narrower.group(2) == null ? 0 : Integer.parseInt(narrower.group(2)));
        return moreScale >= 0 && morePrecision >= moreScale && precision <= 38;
    }

    private static String form(String type) {
        String text = type.strip().toUpperCase(Locale.ROOT);
        return switch (text) {
            case "INTEGER" -> "INT";
            case "LONG" -> "BIGINT";
            case "SHORT" -> "SMALLINT";
            case "BYTE" -> "TINYINT";
            case "REAL" -> "FLOAT";
            default -> text.replace("NUMERIC", "DECIMAL").replaceFirst("^DEC\\(", "DECIMAL(");
        };
    }
}
