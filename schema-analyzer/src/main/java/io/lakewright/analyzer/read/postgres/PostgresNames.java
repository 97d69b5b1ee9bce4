package io.lakewright.analyzer.read.postgres;

import io.lakewright.core.schema.TableName;

/** Identifiers for the few statements that must name a table: quoted always, quotes doubled. */
final class PostgresNames {

    private PostgresNames() {}

    static String quoted(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name cannot hold a NUL character");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(TableName name) {
        return quoted(name.schema()) + "." + quoted(name.table());
    }
}
