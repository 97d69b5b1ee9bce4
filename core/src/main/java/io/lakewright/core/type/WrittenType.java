package io.lakewright.core.type;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of a database as written: {@code decimal(10,2) unsigned}.
 *
 * @param name lower case, without arguments
 * @param first the first number in brackets
 * @param second the second one
 * @param unsigned whether it excludes negative numbers
 */
record WrittenType(String name, OptionalInt first, OptionalInt second, boolean unsigned) {

    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9_ ]*?)\\s*(?:\\(\\s*(?:(\\d{1,9})|[^)]*?)\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?\\s*(unsigned)?(?: zerofill)?(?:\\s.*)?");

    /** What is no type at all has an empty name. */
    static WrittenType of(String text) {
        String form = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String plain = form.startsWith("sys.") ? form.substring("sys.".length()) : form;
        Matcher parts = FORM.matcher(plain);
        if (!parts.matches()) {
            return new WrittenType("", OptionalInt.empty(), OptionalInt.empty(), false);
        }
        return new WrittenType(parts.group(1), number(parts.group(2)), number(parts.group(3)), parts.group(4) != null);
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /** DECIMAL of these digits; STRING when Databricks has no room for them. */
    LakeType decimal(int otherwisePrecision, int otherwiseScale) {
        int precision = first.orElse(otherwisePrecision);
        int scale = second.orElse(first.isPresent() ? 0 : otherwiseScale);
        return precision < 1 || precision > 38 || scale > precision
                ? LakeType.STRING
                : LakeType.decimal(precision, scale);
    }
}
