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
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.AlterTableAddConstraint;
import org.apache.spark.sql.catalyst.plans.logical.ColumnDefinition;
import org.apache.spark.sql.catalyst.plans.logical.CreateNamespace;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SetTableProperties;
import org.apache.spark.sql.catalyst.plans.logical.TableSpecBase;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedTableSpec;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The allow-list: only statements about tables that the worker keeps itself pass, judged on Spark's own parse tree.
 * Nothing that names a path, a class, a file, a setting or a program gets through (threat 42).
 */
final class StatementGate {

    private static final String FILES = "Files and folders are not read or written here.";

    /** Spark's own mark on a table that is about to be written. */
    private static final String WRITE_PRIVILEGES = UnresolvedRelation$.MODULE$.REQUIRED_WRITE_PRIVILEGES();

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

    private final ParserInterface parser;

    private StatementGate(ParserInterface parser) {
        this.parser = parser;
    }

    /**
     * @param parser reads the expressions that a statement carries as text
     * @throws Refused when the statement is not on the list
     */
    static void check(LogicalPlan plan, ParserInterface parser) {
        String kind = kind(plan);
        boolean known = plan.getClass().getName().startsWith("org.apache.spark.sql.") && StatementKinds.isKnown(kind);
        if (!known) {
            throw new Refused("This kind of statement is not run here: " + kind + ".");
        }
        new StatementGate(parser).walk(plan, true);
    }

    /** Whether this is one of the statements that only ask. */
    static boolean query(LogicalPlan plan) {
        return StatementKinds.asks(kind(plan));
    }

    private void walk(QueryPlan<?> node, boolean top) {
        if (!top && !StatementKinds.asks(kind(node))) {
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
                AllowedProperties.check(
                        CollectionConverters.asJava(schema.properties()).keySet());
            case SetTableProperties change ->
                AllowedProperties.check(
                        CollectionConverters.asJava(change.properties()).keySet());
            case AlterTableAddConstraint constraint -> text(constraint.expr());
            default -> {}
        }
        parts(node);
    }

    private void walk(Expression expression) {
        if (FORBIDDEN_EXPRESSIONS.contains(kind(expression))) {
            throw new Refused("This form is not run here: " + kind(expression) + ".");
        }
        switch (expression) {
            case UnresolvedFunction function ->
                function(CollectionConverters.asJava(function.nameParts()).getLast());
            case UnresolvedTableSpec spec -> specification(spec);
            case ColumnDefinition column ->
                column.generationExpression().foreach(generated -> {
                    text(generated);
                    return generated;
                });
            default -> {}
        }
        parts(expression);
    }

    /**
     * Everything a node is made of, not only what it calls its children: a default value, a constraint or an action of
     * a MERGE may stand in a plain field.
     */
    private void parts(Product node) {
        CollectionConverters.asJava(node.productIterator()).forEachRemaining(this::part);
    }

    private void part(@Nullable Object part) {
        switch (part) {
            case null -> {}
            case QueryPlan<?> plan -> walk(plan, false);
            case Expression expression -> walk(expression);
            case DataType type -> {}
            case scala.collection.Iterable<?> several ->
                CollectionConverters.asJava(several).forEach(this::part);
            case Product fields -> parts(fields);
            default -> {}
        }
    }

    /** An expression that is kept as it was written and run later. */
    private void text(String expression) {
        try {
            walk(parser.parseExpression(expression));
        } catch (ParseException e) {
            throw new Refused("An expression of this statement cannot be read.");
        }
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
        AllowedProperties.check(CollectionConverters.asJava(base.properties()).keySet());
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
        if (WithdrawnFunctions.NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Refused("The function " + name + " is not run here.");
        }
    }

    private static String kind(Object node) {
        return node.getClass().getSimpleName();
    }
}
