package io.lakewright.core.type;

import io.lakewright.core.type.LakeType.Base;

/** The Databricks type for a type of SQL Server (databricks.md 2.5, column "emit"). */
public final class SqlServerTypes {

    private SqlServerTypes() {}

    /** Maps a type; texts, times, identifiers and anything unknown land as STRING. */
    public static LakeType toLakeType(String type) {
        WrittenType written = WrittenType.of(type);
        return switch (written.name()) {
            case "bit" -> LakeType.BOOLEAN;
            // It reaches to 255, which a TINYINT of Databricks does not.
            case "tinyint", "smallint" -> LakeType.of(Base.SMALLINT);
            case "int", "integer" -> LakeType.INT;
            case "bigint" -> LakeType.BIGINT;
            case "decimal", "numeric", "dec" -> written.decimal(18, 0);
            case "money" -> LakeType.decimal(19, 4);
            case "smallmoney" -> LakeType.decimal(10, 4);
            case "real" -> LakeType.of(Base.FLOAT);
            case "float", "double precision" -> LakeType.of(Base.DOUBLE);
            case "date" -> LakeType.DATE;
            case "datetime", "datetime2", "smalldatetime" -> LakeType.of(Base.TIMESTAMP_NTZ);
            case "datetimeoffset" -> LakeType.TIMESTAMP;
            case "binary", "varbinary", "image", "rowversion", "timestamp", "geography", "geometry" ->
                LakeType.of(Base.BINARY);
            default -> LakeType.STRING;
        };
    }
}
