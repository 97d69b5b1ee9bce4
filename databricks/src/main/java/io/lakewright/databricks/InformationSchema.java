package io.lakewright.databricks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a whole catalog with one query over its {@code information_schema} (databricks.md Q-02). */
public final class InformationSchema {

    private static final String KEYS = """
            SELECT tc.table_schema, tc.table_name, tc.constraint_name, tc.constraint_type, k.column_name,
                p.table_catalog, p.table_schema, p.table_name, p.column_name
            FROM information_schema.table_constraints tc
            JOIN information_schema.key_column_usage k
                ON k.constraint_catalog = tc.constraint_catalog AND k.constraint_schema = tc.constraint_schema
                AND k.constraint_name = tc.constraint_name
            LEFT JOIN information_schema.referential_constraints r
                ON r.constraint_catalog = tc.constraint_catalog AND r.constraint_schema = tc.constraint_schema
                AND r.constraint_name = tc.constraint_name
            LEFT JOIN information_schema.key_column_usage p
                ON p.constraint_catalog = r.unique_constraint_catalog
                AND p.constraint_schema = r.unique_constraint_schema
                AND p.constraint_name = r.unique_constraint_name
                AND p.ordinal_position = k.position_in_unique_constraint
            WHERE tc.constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY', 'UNIQUE')
            ORDER BY tc.table_schema, tc.table_name, tc.constraint_name, k.ordinal_position""";

    private final Statements statements;

    InformationSchema(Statements statements) {
        this.statements = statements;
    }

    /**
     * A key with the table that has it.
     *
     * @param complete false for a foreign key whose parent is in another catalog or may not be seen
     */
    public record OwnedKey(String schema, String table, LakeKey key, boolean complete) {}

    private record Part(
            @Nullable String column,
            List<@Nullable String> parent,
            @Nullable String parentColumn) {}

    private record Name(String schema, String table, String constraint, String type) {}

    /** @throws io.lakewright.core.ProblemException LW-2301 to LW-2306 */
    public List<OwnedKey> keys(String catalog) {
        Map<Name, List<Part>> constraints = new LinkedHashMap<>();
        for (List<@Nullable String> row : statements.rows(catalog, KEYS)) {
            if (row.size() == 9) {
                Name name = new Name(text(row, 0), text(row, 1), text(row, 2), text(row, 3));
                constraints
                        .computeIfAbsent(name, constraint -> new ArrayList<>())
                        .add(new Part(row.get(4), row.subList(5, 8), row.get(8)));
            }
        }
        List<OwnedKey> keys = new ArrayList<>();
        constraints.forEach((name, parts) -> keys.add(key(name, parts)));
        return List.copyOf(keys);
    }

    private static OwnedKey key(Name name, List<Part> parts) {
        List<String> columns =
                parts.stream().map(part -> String.valueOf(part.column())).toList();
        boolean complete = parts.stream().noneMatch(part -> part.parentColumn() == null);
        return switch (name.type()) {
            case "PRIMARY KEY" -> new OwnedKey(name.schema(), name.table(), new LakeKey.Primary(columns), true);
            case "UNIQUE" -> new OwnedKey(name.schema(), name.table(), new LakeKey.Unique(columns), true);
            default ->
                new OwnedKey(
                        name.schema(),
                        name.table(),
                        new LakeKey.Foreign(
                                columns,
                                parts.getFirst().parent().stream()
                                        .map(String::valueOf)
                                        .toList(),
                                parts.stream()
                                        .map(part -> String.valueOf(part.parentColumn()))
                                        .toList()),
                        complete);
        };
    }

    private static String text(List<@Nullable String> row, int position) {
        return String.valueOf(row.get(position));
    }
}
