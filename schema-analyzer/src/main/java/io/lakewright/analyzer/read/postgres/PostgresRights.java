package io.lakewright.analyzer.read.postgres;

import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the role may not read. Definitions are open to every role, rows are not: such tables stay without rows. */
final class PostgresRights {

    private static final int NAMED_AT_MOST = 20;

    private final Set<String> closed = new LinkedHashSet<>();
    private final Set<TableName> unreadable = new LinkedHashSet<>();

    void closedSchema(String schema) {
        closed.add(schema);
    }

    void unreadableTable(TableName table) {
        unreadable.add(table);
    }

    boolean mayRead(TableName table) {
        return !unreadable.contains(table);
    }

    /** Names the schemas with tables, then the single tables, that stay without rows. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (String schema : closed) {
            if (unreadable.stream().anyMatch(table -> table.schema().equals(schema))) {
                warnings.add("The role has no USAGE on schema \"" + schema
                        + "\": its tables were read without rows, counts and figures.");
            }
        }
        List<String> tables = unreadable.stream()
                .filter(table -> !closed.contains(table.schema()))
                .map(TableName::text)
                .toList();
        if (!tables.isEmpty()) {
            int more = Math.max(0, tables.size() - NAMED_AT_MOST);
            warnings.add("The role has no SELECT on "
                    + tables.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                    + (more == 0 ? "" : " and " + more + " more tables")
                    + ": read without rows, counts and figures.");
        }
        return warnings;
    }
}
