package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.History;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The statements that make one table. Keys are informational and carry no RELY (databricks.md C-03, C-04, C-07); checks
 * are enforced and are added after the table (C-02), dropped before so that the script can run again.
 */
public final class DdlPrinter {

    private final ModelTables tables;

    public DdlPrinter(ModelTables tables) {
        this.tables = tables;
    }

    /**
     * @param made ids of the tables that exist before this one; keys to others are added by {@link #lateKeys}
     */
    public List<Statement> print(TableSpec table, Set<String> made) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("Make the table unless it is there.", create(table, made)));
        if (table instanceof TableSpec.Dimension dimension) {
            dimension.history().ifPresent(history -> statements.addAll(check(dimension, history)));
        }
        for (ModelColumn column : table.columns()) {
            if (!column.tags().isEmpty()) {
                statements.add(Statement.of("Mark the column for governance.", tags(table, column)));
            }
        }
        return statements;
    }

    /** Foreign keys to tables that did not exist yet: to the table itself, or around a cycle. */
    public List<Statement> lateKeys(TableSpec table, Set<String> made) {
        List<Statement> statements = new ArrayList<>();
        for (SqlNode.ForeignKeyClause clause : keys(table, key -> !made.contains(key.references()))) {
            statements.add(Statement.of(
                    "Drop the foreign key if it is there.",
                    new SqlNode.DropConstraint(tables.name(table), clause.key().name(), true)));
            statements.add(Statement.of("Add the foreign key.", new SqlNode.AddForeignKey(tables.name(table), clause)));
        }
        return statements;
    }

    private SqlNode create(TableSpec table, Set<String> made) {
        List<String> primary = table.keys().primary();
        Optional<SqlNode.Key> key = primary.isEmpty()
                ? Optional.empty()
                : Optional.of(new SqlNode.Key(Identifier.of("pk_" + table.name()), identifiers(primary)));
        return new SqlNode.CreateTable(
                tables.name(table),
                false,
                table.columns().stream().map(column -> column(table, column)).toList(),
                key,
                keys(table, foreign -> made.contains(foreign.references())),
                layout(table.physical()),
                table.physical().properties(),
                Optional.of(table.common().description()).filter(text -> !text.isBlank()));
    }

    private static SqlNode.ColumnDefinition column(TableSpec table, ModelColumn column) {
        boolean key = table.keys().primary().stream().anyMatch(column.name()::equalsIgnoreCase);
        return new SqlNode.ColumnDefinition(
                Identifier.of(column.name()),
                column.type(),
                column.nullable() && !key,
                isIdentity(table, column),
                column.comment().filter(text -> !text.isBlank()));
    }

    /** Identity is for BIGINT keys of dimensions only (I-01); facts and vault tables have several writers (I-02). */
    static boolean isIdentity(TableSpec table, ModelColumn column) {
        return table instanceof TableSpec.Dimension
                && table.common().surrogate() == SurrogateKind.IDENTITY
                && column.role() == ColumnRole.SURROGATE_KEY
                && column.type().equals(LakeType.BIGINT);
    }

    private List<SqlNode.ForeignKeyClause> keys(TableSpec table, Predicate<ModelForeignKey> wanted) {
        List<SqlNode.ForeignKeyClause> clauses = new ArrayList<>();
        for (ModelForeignKey key : table.keys().foreign()) {
            TableSpec parent = tables.table(key.references());
            // A foreign key may only name the whole primary key of its parent (C-04).
            if (wanted.test(key) && parent.keys().primary().equals(key.referencedColumns())) {
                String name = "fk_" + table.name() + "_" + String.join("_", key.columns());
                clauses.add(new SqlNode.ForeignKeyClause(
                        new SqlNode.Key(Identifier.of(name), identifiers(key.columns())),
                        tables.name(parent),
                        identifiers(key.referencedColumns())));
            }
        }
        return clauses;
    }

    private static SqlNode.Layout layout(Physical physical) {
        if (physical.automaticClustering()) {
            return new SqlNode.Layout.Automatic();
        }
        if (!physical.clustering().isEmpty()) {
            return new SqlNode.Layout.Clustered(identifiers(physical.clustering()));
        }
        return physical.partitioning().isEmpty()
                ? new SqlNode.Layout.Plain()
                : new SqlNode.Layout.Partitioned(identifiers(physical.partitioning()));
    }

    private List<Statement> check(TableSpec table, History history) {
        Identifier name = Identifier.of("chk_" + table.name() + "_validity");
        return List.of(
                Statement.of(
                        "Drop the check if it is there.", new SqlNode.DropConstraint(tables.name(table), name, false)),
                Statement.of(
                        "A version ends after it begins.",
                        new SqlNode.AddCheck(
                                tables.name(table),
                                name,
                                Expressions.binary(
                                        Expressions.column(history.validFrom()),
                                        Operator.LESS,
                                        Expressions.column(history.validTo())))));
    }

    private SqlNode tags(TableSpec table, ModelColumn column) {
        Map<String, String> tags = column.tags().stream()
                .collect(Collectors.toMap(tag -> tag, tag -> "true", (a, b) -> a, LinkedHashMap::new));
        return new SqlNode.SetColumnTags(tables.name(table), Identifier.of(column.name()), tags);
    }

    static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::of).toList();
    }
}
