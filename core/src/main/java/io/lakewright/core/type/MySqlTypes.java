package io.lakewright.core.type;

import io.lakewright.core.type.LakeType.Base;

/** The Databricks type for a type of MySQL or MariaDB (databricks.md 2.5, column "emit"). */
public final class MySqlTypes {

    private MySqlTypes() {}

    /** Maps a type; text, times, enums, JSON and anything unknown land as STRING. */
    public static LakeType toLakeType(String type) {
        WrittenType written = WrittenType.of(type);
        int length = written.first().orElse(0);
        return switch (written.name()) {
            // tinyint(1) holds whatever fits a byte: that it only holds 0 and 1 would have to be proven.
            case "tinyint" -> LakeType.of(Base.SMALLINT);
            case "bool", "boolean" -> LakeType.BOOLEAN;
            case "smallint" -> written.unsigned() ? LakeType.INT : LakeType.of(Base.SMALLINT);
            case "mediumint", "year" -> LakeType.INT;
            case "int", "integer" -> written.unsigned() ? LakeType.BIGINT : LakeType.INT;
            case "bigint" -> written.unsigned() ? LakeType.decimal(20, 0) : LakeType.BIGINT;
            case "serial" -> LakeType.decimal(20, 0);
            case "decimal", "numeric", "dec", "fixed" -> written.decimal(10, 0);
            case "float" -> LakeType.of(Base.FLOAT);
            case "double", "double precision", "real" -> LakeType.of(Base.DOUBLE);
            case "bit" -> length <= 1 ? LakeType.BOOLEAN : LakeType.of(Base.BINARY);
            case "date" -> LakeType.DATE;
            case "datetime" -> LakeType.of(Base.TIMESTAMP_NTZ);
            case "timestamp" -> LakeType.TIMESTAMP;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> LakeType.of(Base.BINARY);
            default -> LakeType.STRING;
        };
    }
}
