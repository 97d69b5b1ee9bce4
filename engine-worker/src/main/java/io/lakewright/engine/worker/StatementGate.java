package io.lakewright.engine.worker;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.CreateNamespace;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoStatement;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SetTableProperties;
import org.apache.spark.sql.catalyst.plans.logical.TableSpecBase;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedTableSpec;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The allow-list: only statements about tables that the worker keeps itself pass, judged on Spark's own parse tree.
 * Nothing that names a path, a class, a file, a setting or a program gets through (threat 42).
 */
final class StatementGate {

    private static final String FILES = "Files and folders are not read or written here.";

    /** Spark's own mark on a table that is about to be written. */
    private static final String WRITE_PRIVILEGES = UnresolvedRelation$.MODULE$.REQUIRED_WRITE_PRIVILEGES();

    /** Commands by the name of Spark's or Delta's plan node. */
    private static final Set<String> COMMANDS = Set.of(
            "CreateNamespace",
            "DropNamespace",
            "CreateTable",
            "CreateTableAsSelect",
            "ReplaceTable",
            "ReplaceTableAsSelect",
            "DropTable",
            "TruncateTable",
            "InsertIntoStatement",
            "MergeIntoTable",
            "UpdateTable",
            "DeleteFromTable",
            "DeltaMergeInto",
            "CommentOnTable",
            "CommentOnNamespace",
            "AddColumns",
            "AlterColumns",
            "DropColumns",
            "RenameColumn",
            "ReplaceColumns",
            "RenameTable",
            "SetTableProperties",
            "UnsetTableProperties",
            "AddConstraint",
            "AddCheckConstraint",
            "DropConstraint",
            "AlterTableAddConstraint",
            "AlterTableDropConstraint",
            "AlterTableDropFeature",
            "AlterColumnSyncIdentity",
            "AlterTableClusterBy",
            "OptimizeTableCommand",
            "DescribeRelation",
            "DescribeColumn",
            "DescribeNamespace",
            "DescribeDeltaHistory",
            "DescribeDeltaDetailCommand",
            "ShowNamespaces",
            "ShowTables",
            "ShowColumns",
            "ShowCreateTable",
            "ShowTableProperties");

    /** What queries are made of, by the name of Spark's plan node. */
    private static final Set<String> QUERY_NODES = Set.of(
            "Aggregate",
            "Distinct",
            "Except",
            "Filter",
            "Generate",
            "GlobalLimit",
            "Intersect",
            "Join",
            "LateralJoin",
            "LocalLimit",
            "LocalRelation",
            "Offset",
            "OneRowRelation",
            "Pivot",
            "Project",
            "Range",
            "RelationTimeTravel",
            "Repartition",
            "RepartitionByExpression",
            "Sample",
            "Sort",
            "SubqueryAlias",
            "Union",
            "Unpivot",
            "UnresolvedHaving",
            "UnresolvedHint",
            "UnresolvedIdentifier",
            "UnresolvedInlineTable",
            "UnresolvedNamespace",
            "UnresolvedQualify",
            "UnresolvedRelation",
            "UnresolvedSubqueryColumnAliases",
            "UnresolvedTVFAliases",
            "UnresolvedTable",
            "UnresolvedTableOrView",
            "UnresolvedTableValuedFunction",
            "UnresolvedWith",
            "Window",
            "WithWindowDefinition");

    /** Expressions that hide a name until the statement runs. */
    private static final Set<String> FORBIDDEN_EXPRESSIONS =
            Set.of("ExpressionWithUnresolvedIdentifier", "CallMethodViaReflection", "TryReflect");

    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "range",
            "explode",
            "explode_outer",
            "posexplode",
            "posexplode_outer",
            "inline",
            "inline_outer",
            "stack",
            "json_tuple",
            "table_changes");

    /** They call any static Java method. */
    private static final Set<String> FORBIDDEN_FUNCTIONS = Set.of("reflect", "java_method", "try_reflect");

    private static final Set<String> FORBIDDEN_PROPERTIES =
            Set.of("path", "location", "provider", "external", "is_managed_location", "owner");

    private StatementGate() {}

    /** @throws Refused when the statement is not on the list */
    static void check(LogicalPlan plan) {
        String kind = kind(plan);
        boolean known = plan.getClass().getName().startsWith("org.apache.spark.sql.")
                && (COMMANDS.contains(kind) || QUERY_NODES.contains(kind));
        if (!known) {
            throw new Refused("This kind of statement is not run here: " + kind + ".");
        }
        walk(plan, true);
    }

    /** Whether this is one of the statements that only ask. */
    static boolean query(LogicalPlan plan) {
        return QUERY_NODES.contains(kind(plan));
    }

    private static void walk(QueryPlan<?> node, boolean top) {
        if (!top && !QUERY_NODES.contains(kind(node))) {
            boolean path = kind(node).contains("Path");
            throw new Refused(path ? FILES : "This part of a statement is not run here: " + kind(node) + ".");
        }
        switch (node) {
            case UnresolvedRelation relation -> relation(relation);
            case UnresolvedIdentifier identifier -> name(identifier.nameParts());
            case UnresolvedNamespace schema -> name(schema.multipartIdentifier());
            case UnresolvedTable table -> name(table.multipartIdentifier());
            case UnresolvedTableOrView table -> name(table.multipartIdentifier());
            case UnresolvedTableValuedFunction function -> tableFunction(function);
            case CreateNamespace schema ->
                properties(CollectionConverters.asJava(schema.properties()).keySet());
            case SetTableProperties change ->
                properties(CollectionConverters.asJava(change.properties()).keySet());
            case InsertIntoStatement insert -> walk(insert.table(), false);
            default -> {}
        }
        CollectionConverters.asJava(node.expressions()).forEach(expression -> walk(expression));
        CollectionConverters.asJava(node.children()).forEach(child -> walk((QueryPlan<?>) child, false));
        CollectionConverters.asJava(node.innerChildren()).forEach(child -> {
            if (child instanceof QueryPlan<?> inner) {
                walk(inner, false);
            }
        });
    }

    private static void walk(Expression expression) {
        if (FORBIDDEN_EXPRESSIONS.contains(kind(expression))) {
            throw new Refused("This form is not run here: " + kind(expression) + ".");
        }
        switch (expression) {
            case UnresolvedFunction function ->
                function(CollectionConverters.asJava(function.nameParts()).getLast());
            case UnresolvedTableSpec spec -> specification(spec);
            case SubqueryExpression subquery -> walk(subquery.plan(), false);
            default -> {}
        }
        CollectionConverters.asJava(expression.children()).forEach(StatementGate::walk);
    }

    private static void relation(UnresolvedRelation relation) {
        name(relation.multipartIdentifier());
        boolean plain = relation.options().keySet().stream().allMatch(WRITE_PRIVILEGES::equalsIgnoreCase);
        if (!plain || relation.isStreaming()) {
            throw new Refused("Options of a table and streams are not read here.");
        }
    }

    private static void specification(UnresolvedTableSpec spec) {
        TableSpecBase base = spec;
        if (base.location().isDefined() || base.external()) {
            throw new Refused("A table with a LOCATION of its own is not made here.");
        }
        if (base.provider().isDefined() && !base.provider().get().equalsIgnoreCase("delta")) {
            throw new Refused(
                    "Only Delta tables are made here, not " + base.provider().get() + ".");
        }
        if (base.serde().isDefined() || !spec.optionExpression().options().isEmpty()) {
            throw new Refused("OPTIONS and storage formats are not taken here.");
        }
        properties(CollectionConverters.asJava(base.properties()).keySet());
    }

    private static void properties(Set<String> keys) {
        for (String key : keys) {
            String lower = key.toLowerCase(Locale.ROOT);
            if (FORBIDDEN_PROPERTIES.contains(lower) || lower.startsWith("option.")) {
                throw new Refused("The property " + key + " is not taken here.");
            }
        }
    }

    private static void name(scala.collection.immutable.Seq<String> parts) {
        for (String part : CollectionConverters.asJava(parts)) {
            if (part.contains("/") || part.contains("\\") || part.contains("..")) {
                throw new Refused(FILES);
            }
        }
    }

    private static void tableFunction(UnresolvedTableValuedFunction function) {
        String name = CollectionConverters.asJava(function.name()).getLast().toLowerCase(Locale.ROOT);
        if (!TABLE_FUNCTIONS.contains(name)) {
            throw new Refused("The table function " + name + " is not run here.");
        }
    }

    private static void function(String name) {
        if (FORBIDDEN_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Refused("The function " + name + " is not run here.");
        }
    }

    private static String kind(Object node) {
        return node.getClass().getSimpleName();
    }
}
