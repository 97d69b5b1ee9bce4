package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.LakeType.Base;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lake type of a column of Parquet as DuckDB names its type. */
final class DuckDbTypes {

    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d{1,2})\\)");

    private DuckDbTypes() {}

    /** Maps a type; structs, maps, times and anything unknown land as STRING. */
    static LakeType toLakeType(String type) {
        String form = type.strip().toLowerCase(Locale.ROOT);
        if (form.endsWith("[]")) {
            return LakeType.array(toLakeType(form.substring(0, form.length() - 2)));
        }
        Matcher decimal = DECIMAL.matcher(form);
        if (decimal.matches()) {
            return LakeType.decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (form) {
            case "tinyint" -> LakeType.of(Base.TINYINT);
            case "smallint", "utinyint" -> LakeType.of(Base.SMALLINT);
            case "integer", "usmallint" -> LakeType.INT;
            case "bigint", "uinteger" -> LakeType.BIGINT;
            case "ubigint" -> LakeType.decimal(20, 0);
            case "hugeint", "uhugeint" -> LakeType.decimal(38, 0);
            case "float" -> LakeType.of(Base.FLOAT);
            case "double" -> LakeType.of(Base.DOUBLE);
            case "boolean" -> LakeType.BOOLEAN;
            case "date" -> LakeType.DATE;
            case "timestamp with time zone" -> LakeType.TIMESTAMP;
            case "timestamp", "timestamp_s", "timestamp_ms", "timestamp_ns" -> LakeType.of(Base.TIMESTAMP_NTZ);
            case "blob" -> LakeType.of(Base.BINARY);
            default -> LakeType.STRING;
        };
    }
}
