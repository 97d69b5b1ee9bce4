package io.lakewright.sql.internal;

import io.lakewright.sql.StripRule;
import io.lakewright.sql.Stripped;
import io.lakewright.sql.node.Form;
import io.lakewright.sql.node.SqlNode;
import io.lakewright.sql.node.SqlWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a tree what open-source Delta does not take. */
public final class OpenSourceForm {

    /** Table properties that Databricks knows and Delta 4.4 refuses (spark-delta.md 2). */
    private static final Set<String> DATABRICKS_PROPERTIES =
            Set.of("delta.tuneFileSizesForRewrites", "delta.targetFileSize", "delta.autoOptimize");

    private OpenSourceForm() {}

    public static Stripped of(SqlNode node) {
        EnumSet<StripRule> applied = EnumSet.noneOf(StripRule.class);
        Optional<SqlNode> rest = switch (node) {
            case SqlNode.CreateTable table -> Optional.of(table(table, applied));
            case SqlNode.AddForeignKey key -> gone(StripRule.S02, applied);
            case SqlNode.SetColumnTags tags -> gone(StripRule.S03, applied);
            case SqlNode.DropConstraint drop -> drop.foreignKey() ? gone(StripRule.S02, applied) : Optional.of(drop);
            case SqlNode.CreateSchema schema -> Optional.of(schema);
            case SqlNode.AddCheck check -> Optional.of(check);
            case SqlNode.Merge merge -> Optional.of(merge);
            case SqlNode.Insert insert -> Optional.of(insert);
            case SqlNode.DeleteAll delete -> Optional.of(delete);
            case SqlNode.Ask ask -> Optional.of(ask);
        };
        return new Stripped(rest.map(new SqlWriter(Form.TEXT)::write), rest, List.copyOf(applied));
    }

    private static Optional<SqlNode> gone(StripRule rule, Set<StripRule> applied) {
        applied.add(rule);
        return Optional.empty();
    }

    private static SqlNode table(SqlNode.CreateTable table, Set<StripRule> applied) {
        if (table.primaryKey().isPresent()) {
            applied.add(StripRule.S01);
        }
        if (!table.foreignKeys().isEmpty()) {
            applied.add(StripRule.S02);
        }
        SqlNode.Layout layout = table.layout();
        if (layout instanceof SqlNode.Layout.Automatic) {
            applied.add(StripRule.S04);
            layout = new SqlNode.Layout.Plain();
        }
        Map<String, String> properties = new LinkedHashMap<>(table.properties());
        if (properties.keySet().removeAll(DATABRICKS_PROPERTIES)) {
            applied.add(StripRule.S05);
        }
        return new SqlNode.CreateTable(
                table.table(),
                table.usingDelta(),
                table.columns(),
                Optional.empty(),
                List.of(),
                layout,
                properties,
                table.comment());
    }

    /** Names the format of a table, for a Spark whose default is another. */
    public static SqlNode usingDelta(SqlNode node) {
        return node instanceof SqlNode.CreateTable table
                ? new SqlNode.CreateTable(
                        table.table(),
                        true,
                        new ArrayList<>(table.columns()),
                        table.primaryKey(),
                        table.foreignKeys(),
                        table.layout(),
                        table.properties(),
                        table.comment())
                : node;
    }
}
