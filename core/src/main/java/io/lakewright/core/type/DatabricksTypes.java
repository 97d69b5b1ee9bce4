package io.lakewright.core.type;

import io.lakewright.core.type.LakeType.Base;
import java.util.Locale;

/** The type that a column of Databricks has already, as far as Lakewright prints it. */
public final class DatabricksTypes {

    private DatabricksTypes() {}

    /** Maps a type; VARIANT, MAP, STRUCT, intervals and anything unknown land as STRING. */
    public static LakeType toLakeType(String type) {
        String form = type.strip().toLowerCase(Locale.ROOT);
        if (form.startsWith("array<") && form.endsWith(">")) {
            return LakeType.array(toLakeType(form.substring("array<".length(), form.length() - 1)));
        }
        WrittenType written = WrittenType.of(form);
        return switch (written.name()) {
            case "tinyint", "byte" -> LakeType.of(Base.TINYINT);
            case "smallint", "short" -> LakeType.of(Base.SMALLINT);
            case "int", "integer" -> LakeType.INT;
            case "bigint", "long" -> LakeType.BIGINT;
            case "decimal", "dec", "numeric" -> written.decimal(10, 0);
            case "float", "real" -> LakeType.of(Base.FLOAT);
            case "double" -> LakeType.of(Base.DOUBLE);
            case "binary" -> LakeType.of(Base.BINARY);
            case "boolean" -> LakeType.BOOLEAN;
            case "date" -> LakeType.DATE;
            case "timestamp", "timestamp_ltz" -> LakeType.TIMESTAMP;
            case "timestamp_ntz" -> LakeType.of(Base.TIMESTAMP_NTZ);
            default -> LakeType.STRING;
        };
    }
}
