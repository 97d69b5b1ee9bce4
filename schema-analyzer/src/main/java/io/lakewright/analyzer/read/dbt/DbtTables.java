package io.lakewright.analyzer.read.dbt;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.DatabricksTypes;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.MySqlTypes;
import io.lakewright.core.type.PostgresTypes;
import io.lakewright.core.type.SqlServerTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what dbt says of tables and columns, whichever file says it. */
final class DbtTables {

    private static final String UNKNOWN = "unknown";

    /** A part of a relation's name: between quotes of any database, or as it is. */
    private static final Pattern RELATION_PART =
            Pattern.compile("[\"`\\[]((?:[^\"`\\]]|\"\")+)[\"`\\]]|[^.\"`\\[\\]]+");

    private final SchemaDraft draft = new SchemaDraft();
    private final Map<String, TableDraft> byId = new LinkedHashMap<>();
    private final Map<String, Set<String>> unique = new LinkedHashMap<>();
    private final Function<String, LakeType> types;
    private int untyped;

    /** @param adapter the database that dbt works on, such as {@code postgres} */
    DbtTables(String adapter) {
        this.types = switch (adapter) {
            case "postgres", "redshift" -> PostgresTypes::toLakeType;
            case "mysql", "mariadb" -> MySqlTypes::toLakeType;
            case "sqlserver", "fabric", "synapse" -> SqlServerTypes::toLakeType;
            default -> DatabricksTypes::toLakeType;
        };
    }

    boolean isEmpty() {
        return draft.isEmpty();
    }

    void warn(String sentence) {
        draft.warn(sentence);
    }

    /**
     * Adds a table that has columns.
     *
     * @param id what tests and other tables call it
     */
    void add(String id, TableName name, JsonNode node, String place) {
        TableDraft table = new TableDraft(name, place);
        table.comment = text(node, "description");
        for (JsonNode column : node.path("columns").valueStream().toList()) {
            text(column, "name").ifPresent(columnName -> column(table, columnName, column));
        }
        if (table.columns.isEmpty()) {
            draft.warn(place + ": no columns of " + name + " are described; it was left out.");
        } else if (draft.add(table)) {
            byId.put(id, table);
            key(table, node.path("constraints"), "");
            List<String> primary = strings(node.path("primary_key"));
            if (table.primaryKey.isEmpty() && !primary.isEmpty()) {
                table.primaryKey = primary;
            }
        }
    }

    private void column(TableDraft table, String name, JsonNode node) {
        Optional<String> type = text(node, "data_type");
        untyped += type.isEmpty() ? 1 : 0;
        ColumnDraft column =
                new ColumnDraft(name, type.orElse(UNKNOWN), type.map(types).orElse(LakeType.STRING));
        column.comment = text(node, "description");
        table.add(column);
        key(table, node.path("constraints"), name);
    }

    /** @param column the column whose constraints they are; empty for those of the table */
    private static void key(TableDraft table, JsonNode constraints, String column) {
        for (JsonNode constraint : constraints.valueStream().toList()) {
            List<String> columns = column.isEmpty() ? strings(constraint.path("columns")) : List.of(column);
            switch (constraint.path("type").asString("")) {
                case "primary_key" -> table.primaryKey = columns;
                case "unique" -> table.unique.add(columns);
                case "not_null" -> columns.forEach(name -> notNull(table, name));
                case "foreign_key" -> reference(table, columns, constraint);
                default -> {}
            }
        }
    }

    /** A foreign key as dbt writes it once its project is compiled: the relation by its full name. */
    private static void reference(TableDraft table, List<String> columns, JsonNode constraint) {
        List<String> relation = text(constraint, "to").stream()
                .flatMap(to -> RELATION_PART.matcher(to).results())
                .map(part ->
                        part.group(1) == null ? part.group() : part.group(1).replace("\"\"", "\""))
                .toList();
        if (relation.size() >= 2 && !columns.isEmpty()) {
            TableName target = new TableName(relation.get(relation.size() - 2), relation.getLast());
            table.references.add(
                    new TableDraft.Reference(columns, target, strings(constraint.path("to_columns")), table.place));
        }
    }

    private static void notNull(TableDraft table, String column) {
        table.column(column).ifPresent(found -> found.nullable = false);
    }

    /** A test of one column; tests that say nothing of keys are passed over. */
    void test(String kind, String tableId, String column) {
        TableDraft table = byId.get(tableId);
        if (table != null && kind.equals("not_null")) {
            notNull(table, column);
        } else if (table != null && kind.equals("unique")) {
            unique.computeIfAbsent(tableId, id -> new LinkedHashSet<>()).add(column);
        }
    }

    /** A test that every value of a column is found in a column of another table. */
    void relationship(String tableId, String column, String targetId, String targetColumn) {
        @Nullable TableDraft table = byId.get(tableId);
        @Nullable TableDraft target = byId.get(targetId);
        if (table != null && target != null) {
            table.references.add(
                    new TableDraft.Reference(List.of(column), target.name, List.of(targetColumn), table.place));
        }
    }

    /** @throws io.lakewright.core.ProblemException LW-1523 when no table was described */
    SchemaReading build(String name, String origin) {
        if (draft.isEmpty()) {
            throw Problem.invalid(
                            "LW-1523",
                            "No source or model with columns is described in \"" + origin + "\".",
                            "Describe columns in the YAML of the project, or run dbt docs generate, and give the manifest.json.")
                    .exception();
        }
        unique.forEach((id, columns) -> keys(byId.get(id), columns));
        if (untyped > 0) {
            draft.warn(untyped + (untyped == 1 ? " column has" : " columns have")
                    + " no data type in dbt and count as text; give data_type, or connect the database.");
        }
        return draft.build(name, "", origin);
    }

    /** What is unique and never NULL is a key; the only one of a table is its primary key. */
    private static void keys(@Nullable TableDraft table, Set<String> columns) {
        if (table == null) {
            return;
        }
        List<String> sound = new ArrayList<>();
        for (String column : columns) {
            boolean required =
                    table.column(column).filter(found -> !found.nullable).isPresent();
            if (required) {
                sound.add(column);
            }
            table.unique.add(List.of(column));
        }
        if (table.primaryKey.isEmpty() && sound.size() == 1) {
            table.primaryKey = sound;
        }
    }

    static Optional<String> text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        return value.isString() && !value.asString().isBlank()
                ? Optional.of(value.asString().strip())
                : Optional.empty();
    }

    private static List<String> strings(JsonNode values) {
        return values.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }
}
