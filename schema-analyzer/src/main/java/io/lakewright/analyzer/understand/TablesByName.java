package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables of a schema by name, in whatever case, without walking through all of them for each. */
final class TablesByName {

    private final Map<String, SourceTable> tables = new HashMap<>();

    TablesByName(SourceSchema schema) {
        schema.tables().forEach(table -> tables.putIfAbsent(key(table.name()), table));
    }

    Optional<SourceTable> table(TableName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    private static String key(TableName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
