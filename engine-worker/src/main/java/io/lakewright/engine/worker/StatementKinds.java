package io.lakewright.engine.worker;

import java.util.Set;

/** The kinds of statement that run here, and what queries are made of; whatever is not named does not run (threat 42). */
final class StatementKinds {

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

    private StatementKinds() {}

    static boolean isKnown(String kind) {
        return COMMANDS.contains(kind) || asks(kind);
    }

    /** Whether it is part of a query, which changes nothing. */
    static boolean asks(String kind) {
        return QUERY_NODES.contains(kind);
    }
}
