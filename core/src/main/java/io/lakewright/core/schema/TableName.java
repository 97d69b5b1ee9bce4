package io.lakewright.core.schema;

import io.lakewright.core.Problem;

/** The qualified name of a source table. Its text form is {@code schema.table}. */
public record TableName(String schema, String table) implements Comparable<TableName> {

    public TableName {
        if (schema.isBlank() || table.isBlank()) {
            throw Problem.invalid("LW-1103", "A table name needs a schema and a table.", "Write it as schema.table.")
                    .exception();
        }
    }

    /** Reads {@code schema.table}; a name without a point is in schema {@code public}. */
    public static TableName parse(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? new TableName("public", text)
                : new TableName(text.substring(0, point), text.substring(point + 1));
    }

    public String text() {
        return schema + "." + table;
    }

    @Override
    public int compareTo(TableName other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
