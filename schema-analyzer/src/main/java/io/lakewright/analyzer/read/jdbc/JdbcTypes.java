package io.lakewright.analyzer.read.jdbc;

import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.LakeType.Base;
import java.sql.Types;
import java.util.Locale;
import java.util.regex.Pattern;

/** The type of a column as the source spells it, and the Databricks type in which it lands. */
final class JdbcTypes {

    private static final int MAXIMUM_DIGITS = 38;
    private static final Pattern FIXED_POINT = Pattern.compile("(?i)(?:decimal|numeric).*");

    /** Unsigned numbers need a size more; SQLite calls every whole number an integer. */
    private static final Pattern WIDE = Pattern.compile("(?i)unsigned|bigint|int8");

    private JdbcTypes() {}

    /** The name with its length or digits, where the driver tells them apart. */
    static String spelled(String name, int jdbcType, int size, int scale) {
        String form = name.toLowerCase(Locale.ROOT);
        if (form.contains("(") || size <= 0) {
            return form;
        }
        return switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
                size >= 1_000_000 ? form : form + "(" + size + ")";
            case Types.DECIMAL, Types.NUMERIC -> form + "(" + size + "," + scale + ")";
            default -> form;
        };
    }

    static LakeType toLakeType(String name, int jdbcType, int size, int scale) {
        // SQLite tells no numbers with a fixed point from others.
        if (FIXED_POINT.matcher(name).matches()) {
            return decimal(size, scale);
        }
        return switch (jdbcType) {
            case Types.BIT, Types.BOOLEAN ->
                size > 1 && jdbcType == Types.BIT ? LakeType.of(Base.BINARY) : LakeType.BOOLEAN;
            // Unsigned in SQL Server, so one size up.
            case Types.TINYINT, Types.SMALLINT -> LakeType.of(Base.SMALLINT);
            case Types.INTEGER -> WIDE.matcher(name).find() ? LakeType.BIGINT : LakeType.INT;
            case Types.BIGINT ->
                name.toLowerCase(Locale.ROOT).contains("unsigned") ? LakeType.decimal(20, 0) : LakeType.BIGINT;
            case Types.REAL -> LakeType.of(Base.FLOAT);
            case Types.FLOAT, Types.DOUBLE -> LakeType.of(Base.DOUBLE);
            case Types.DECIMAL, Types.NUMERIC -> decimal(size, scale);
            case Types.DATE -> LakeType.DATE;
            case Types.TIMESTAMP -> LakeType.of(Base.TIMESTAMP_NTZ);
            case Types.TIMESTAMP_WITH_TIMEZONE -> LakeType.TIMESTAMP;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> LakeType.of(Base.BINARY);
            default -> named(name.toLowerCase(Locale.ROOT));
        };
    }

    /** SQLite has no types for times and truths; what a column was declared as is all that tells them. */
    private static LakeType named(String name) {
        if (name.startsWith("datetime") || name.startsWith("timestamp")) {
            return LakeType.of(Base.TIMESTAMP_NTZ);
        }
        return name.equals("date") ? LakeType.DATE : name.startsWith("bool") ? LakeType.BOOLEAN : LakeType.STRING;
    }

    private static LakeType decimal(int size, int scale) {
        return size < 1 || size > MAXIMUM_DIGITS || scale < 0 || scale > size
                ? LakeType.decimal(MAXIMUM_DIGITS, 18)
                : LakeType.decimal(size, scale);
    }
}
