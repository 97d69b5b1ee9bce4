package io.lakewright.mcp;

import java.util.Locale;

/** A JSON type by the name that JSON Schema gives it. */
public enum JsonForm {
    STRING,
    OBJECT,
    ARRAY,
    NUMBER,
    INTEGER,
    BOOLEAN;

    /** The name in a schema, such as {@code object}. */
    public String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
