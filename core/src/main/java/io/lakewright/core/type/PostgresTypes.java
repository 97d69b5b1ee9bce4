package io.lakewright.core.type;

import io.lakewright.core.type.LakeType.Base;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Databricks type for a PostgreSQL type as its catalog prints it (databricks.md 2.5, column "emit"). */
public final class PostgresTypes {

    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9_ \".]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?(\\s+(?:with|without) time zone)?");

    private PostgresTypes() {}

    /**
     * Maps a type name; anything unknown (enums, domains of other schemas, geometric and network types) lands as
     * STRING, the form in which connectors deliver it.
     */
    public static LakeType toLakeType(String type) {
        String form = type.strip().toLowerCase(Locale.ROOT);
        if (form.endsWith("[]")) {
            return LakeType.array(toLakeType(form.substring(0, form.length() - 2)));
        }
        Matcher parts = FORM.matcher(form);
        if (!parts.matches()) {
            return LakeType.STRING;
        }
        String name = parts.group(1).strip();
        boolean zoned = parts.group(4) != null && parts.group(4).strip().startsWith("with ");
        return switch (name) {
            case "smallint", "int2", "smallserial" -> LakeType.of(Base.SMALLINT);
            case "integer", "int", "int4", "serial" -> LakeType.INT;
            case "bigint", "int8", "bigserial" -> LakeType.BIGINT;
            case "numeric", "decimal" -> numeric(parts.group(2), parts.group(3));
            case "real", "float4" -> LakeType.of(Base.FLOAT);
            case "double precision", "float8", "float" -> LakeType.of(Base.DOUBLE);
            case "money" -> LakeType.decimal(19, 2);
            case "boolean", "bool" -> LakeType.BOOLEAN;
            case "date" -> LakeType.DATE;
            case "timestamptz" -> LakeType.TIMESTAMP;
            case "timestamp" -> zoned ? LakeType.TIMESTAMP : LakeType.of(Base.TIMESTAMP_NTZ);
            case "timestamp with time zone" -> LakeType.TIMESTAMP;
            case "timestamp without time zone" -> LakeType.of(Base.TIMESTAMP_NTZ);
            case "bytea" -> LakeType.of(Base.BINARY);
            default -> LakeType.STRING;
        };
    }

    private static LakeType numeric(@Nullable String precision, @Nullable String scale) {
        if (precision == null) {
            return LakeType.decimal(38, 18);
        }
        int digits = Integer.parseInt(precision);
        int fraction = scale == null ? 0 : Integer.parseInt(scale);
        if (fraction < 0) {
            digits -= fraction;
            fraction = 0;
        }
        return digits > 38 || fraction > digits ? LakeType.STRING : LakeType.decimal(digits, fraction);
    }
}
