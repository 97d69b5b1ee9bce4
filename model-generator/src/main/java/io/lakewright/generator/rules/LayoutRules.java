package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.TableSpec;
import io.lakewright.optimizer.PhysicalDesign;
import java.util.List;

/** Layouts that Delta takes (G12, G13; databricks.md L-05, L-08 to L-11, L-28, P-01). */
final class LayoutRules {

    private static final int MOST_KEYS = 4;
    private static final int WITH_STATISTICS = 32;

    private LayoutRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.perTable(
                        "G12",
                        "Clustering has at most four columns, all with statistics",
                        ERROR,
                        LayoutRules::clustering),
                ModelRule.perTable("G13", "Tables below 1 TB are not partitioned", WARNING, LayoutRules::partitioning),
                ModelRule.perTable("L-11", "A table is clustered or partitioned, never both", ERROR, LayoutRules::both),
                new ModelRule("L-28", "Clustering promises nothing for small tables", INFO, LayoutRules::small));
    }

    private static void small(DataModel model, Report report) {
        List<String> names = model.tables().stream()
                .filter(table -> !table.physical().clustering().isEmpty())
                .filter(table -> PhysicalDesign.fitsOneFile(model, table))
                .map(TableSpec::name)
                .toList();
        if (names.size() == 1) {
            report.say(names.getFirst() + " fits one file: clustering costs nothing and pays off only when it grows.");
        } else if (names.size() > 1) {
            report.say(names.size() + " tables fit one file each (" + String.join(", ", names)
                    + "): clustering costs nothing and pays off only when they grow.");
        }
    }

    private static void clustering(TableSpec table, Report report) {
        Physical physical = table.physical();
        List<String> keys = physical.clustering();
        if (keys.size() > MOST_KEYS) {
            report.say(
                    Severity.ERROR,
                    table,
                    table.name() + " is clustered by " + keys.size() + " columns; four are the most.");
            report.fix(new ModelEdit.SetClustering(
                    table.id(), keys.subList(0, MOST_KEYS), physical.automaticClustering()));
        }
        for (String key : keys) {
            ModelColumn column = table.column(key).orElse(null);
            if (column == null) {
                continue;
            }
            List<String> others = keys.stream().filter(k -> !k.equals(key)).toList();
            if (!column.type().isClusterable()) {
                report.say(
                        table,
                        key,
                        table.name() + " cannot be clustered by " + key + ": " + column.type() + " has no statistics.");
                report.fix(new ModelEdit.SetClustering(table.id(), others, physical.automaticClustering()));
            } else if (table.columns().indexOf(column) >= WITH_STATISTICS) {
                report.say(
                        Severity.WARNING,
                        table,
                        key,
                        key + " stands behind the first 32 columns, so Delta keeps no statistics of it.");
            }
        }
    }

    private static void partitioning(TableSpec table, Report report) {
        if (!table.physical().partitioning().isEmpty()) {
            report.say(table, table.name() + " is partitioned; below 1 TB that makes many small files.");
            report.fix(new ModelEdit.SetPartitioning(table.id(), List.of()));
        }
    }

    private static void both(TableSpec table, Report report) {
        Physical physical = table.physical();
        boolean clustered = !physical.clustering().isEmpty() || physical.automaticClustering();
        if (clustered && !physical.partitioning().isEmpty()) {
            report.say(table, table.name() + " is clustered and partitioned.");
            report.fix(new ModelEdit.SetPartitioning(table.id(), List.of()));
        }
    }
}
