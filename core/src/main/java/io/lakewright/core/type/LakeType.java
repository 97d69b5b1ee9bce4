package io.lakewright.core.type;

import io.lakewright.core.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Databricks column type.
 *
 * @param base the type's name
 * @param precision digits of a DECIMAL, else 0
 * @param scale digits after the point of a DECIMAL, else 0
 * @param element what an ARRAY holds
 */
public record LakeType(Base base, int precision, int scale, Optional<LakeType> element) {

    /** The scalar types of Databricks that we emit, and ARRAY. */
    public enum Base {
        TINYINT,
        SMALLINT,
        INT,
        BIGINT,
        DECIMAL,
        FLOAT,
        DOUBLE,
        STRING,
        BINARY,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        TIMESTAMP_NTZ,
        ARRAY
    }

    public static final LakeType STRING = of(Base.STRING);
    public static final LakeType INT = of(Base.INT);
    public static final LakeType BIGINT = of(Base.BIGINT);
    public static final LakeType BOOLEAN = of(Base.BOOLEAN);
    public static final LakeType DATE = of(Base.DATE);
    public static final LakeType TIMESTAMP = of(Base.TIMESTAMP);

    private static final Pattern DECIMAL_FORM =
            Pattern.compile("DECIMAL\\s*\\(\\s*(\\d{1,2})\\s*(?:,\\s*(\\d{1,2})\\s*)?\\)");
    private static final Pattern ARRAY_FORM = Pattern.compile("ARRAY\\s*<(.+)>");

    public LakeType {
        if (base == Base.DECIMAL && (precision < 1 || precision > 38 || scale < 0 || scale > precision)) {
            throw Problem.invalid(
                            "LW-1101",
                            "DECIMAL(" + precision + "," + scale + ") is not a Databricks type.",
                            "Use a precision of 1 to 38 and a scale not above it.")
                    .exception();
        }
        if ((base == Base.ARRAY) != element.isPresent()) {
            throw new IllegalArgumentException("an ARRAY, and nothing else, has an element type");
        }
    }

    public static LakeType of(Base base) {
        return new LakeType(base, 0, 0, Optional.empty());
    }

    public static LakeType decimal(int precision, int scale) {
        return new LakeType(Base.DECIMAL, precision, scale, Optional.empty());
    }

    public static LakeType array(LakeType element) {
        return new LakeType(Base.ARRAY, 0, 0, Optional.of(element));
    }

    /** Reads the text form that {@link #text()} writes, in any case. */
    public static LakeType parse(String text) {
        String form = text.strip().toUpperCase(Locale.ROOT);
        Matcher decimal = DECIMAL_FORM.matcher(form);
        if (decimal.matches()) {
            int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
            return decimal(Integer.parseInt(decimal.group(1)), scale);
        }
        Matcher array = ARRAY_FORM.matcher(form);
        if (array.matches()) {
            return array(parse(array.group(1)));
        }
        for (Base base : Base.values()) {
            if (base.name().equals(form) && base != Base.DECIMAL && base != Base.ARRAY) {
                return of(base);
            }
        }
        throw Problem.invalid(
                        "LW-1102",
                        "\"" + text + "\" is not a Databricks type that Lakewright prints.",
                        "Use one of TINYINT, SMALLINT, INT, BIGINT, DECIMAL(p,s), FLOAT, DOUBLE, STRING, BINARY, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_NTZ, ARRAY<...>.")
                .exception();
    }

    /** The type as it stands in DDL. */
    public String text() {
        return switch (base) {
            case DECIMAL -> "DECIMAL(" + precision + "," + scale + ")";
            case ARRAY -> "ARRAY<" + element.orElseThrow().text() + ">";
            default -> base.name();
        };
    }

    public boolean isNumeric() {
        return isInteger() || base == Base.DECIMAL || base == Base.FLOAT || base == Base.DOUBLE;
    }

    public boolean isInteger() {
        return base == Base.TINYINT || base == Base.SMALLINT || base == Base.INT || base == Base.BIGINT;
    }

    public boolean isTemporal() {
        return base == Base.DATE || base == Base.TIMESTAMP || base == Base.TIMESTAMP_NTZ;
    }

    /** Whether Delta can cluster by a column of this type (databricks.md L-08, L-09). */
    public boolean isClusterable() {
        return isNumeric() || isTemporal() || base == Base.STRING;
    }

    @Override
    public String toString() {
        return text();
    }
}
