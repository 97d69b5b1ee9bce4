package io.lakewright.optimizer.clustering;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.advice.FactRule;
import io.lakewright.optimizer.advice.TableFacts;
import io.lakewright.optimizer.statement.SqlName;
import io.lakewright.optimizer.statement.TableStatement;
import io.lakewright.optimizer.statement.TableStatement.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers which keys, if any, a table should be clustered by, and how to get there from what it is today. */
public final class ClusteringAdvice {

    private final ClusteringQuestion question;
    private final TableFacts table;
    private final List<String> keys;
    private final boolean automatic;
    private final List<Finding> findings = new ArrayList<>();
    private final List<TableStatement> statements = new ArrayList<>();

    private ClusteringAdvice(ClusteringQuestion question) {
        this.question = question;
        this.table = question.table();
        this.keys = ClusteringChoice.keys(question);
        boolean possible = question.automaticPossible().orElse(false);
        this.automatic = possible
                && (keys.isEmpty() || question.automaticNow())
                && question.requested().isEmpty()
                && !question.isSmall();
    }

    public static Advice answer(ClusteringQuestion question) {
        return new ClusteringAdvice(question).build();
    }

    private Advice build() {
        recommend();
        findings.addAll(FactRule.all(ClusteringRules.ALL, question, table.name()));
        boolean changes = (automatic || !keys.isEmpty()) && !question.isSmall();
        if (changes) {
            move();
        }
        List<ModelEdit> edits = changes && !table.name().isEmpty()
                ? List.of(new ModelEdit.SetClustering(table.name(), automatic ? List.of() : keys, automatic))
                : List.of();
        List<String> sql = table.name().isEmpty()
                ? List.of()
                : statements.stream().map(TableStatement::text).toList();
        return Advice.of(headline(), findings, sql, edits, table.assumptions());
    }

    private String headline() {
        if (question.isSmall()) {
            return "Do not cluster " + table.label() + " now.";
        }
        if (automatic) {
            return "Let Databricks choose the keys of " + table.label() + " from its queries with CLUSTER BY AUTO.";
        }
        if (!keys.isEmpty()) {
            return "Cluster " + table.label() + " by " + String.join(" and ", keys) + ".";
        }
        return question.requested().isEmpty()
                ? "Name the columns that most queries of " + table.label()
                        + " filter by: clustering keys follow from filters, and none are known."
                : "None of the requested keys of " + table.label()
                        + " can be used; name the columns that its queries filter by.";
    }

    private void recommend() {
        if (question.isSmall()) {
            return;
        }
        if (automatic) {
            add(
                    Severity.INFO,
                    "LC_AUTO_RECOMMENDED",
                    "L-02",
                    "The table is managed by Unity Catalog with predictive optimization on, so AUTO picks and changes keys"
                            + " by the queries it sees; a new table starts without keys until there are some.");
            add(
                    Severity.INFO,
                    "LC_RECOMMENDED",
                    "L-01",
                    "Liquid clustering stands in place of partitions and Z-order.");
            return;
        }
        if (keys.isEmpty() && !question.requested().isEmpty()) {
            return;
        }
        String why = keys.isEmpty()
                ? "Use liquid clustering rather than partitions or Z-order; its keys are the one or two columns that"
                        + " queries filter by most."
                : reason();
        boolean perhaps = keys.isEmpty() && question.automaticPossible().isEmpty();
        add(
                Severity.INFO,
                "LC_RECOMMENDED",
                "L-01",
                perhaps
                        ? why
                                + " If Unity Catalog manages the table and predictive optimization is on (neither was said),"
                                + " CLUSTER BY AUTO can choose them (L-02)."
                        : why);
    }

    private String reason() {
        List<String> shares = new ArrayList<>();
        for (String key : keys) {
            for (Map.Entry<String, Double> filter : question.filters().entrySet()) {
                if (filter.getKey().equalsIgnoreCase(key) && filter.getValue() < 1) {
                    shares.add(Math.round(filter.getValue() * 100) + "% of queries filter by " + key);
                }
            }
        }
        String evidence = shares.isEmpty() ? "as named" : String.join(", ", shares);
        return "Liquid clustering by " + String.join(", ", keys) + " (" + evidence + ")" + ": at " + table.sizeText()
                + " files without matching values can then be skipped. Queries that do not filter by "
                + (keys.size() == 1 ? "it" : "them") + " read as much as before.";
    }

    /** The statements that lead from today's layout to the new one. */
    private void move() {
        if (table.name().isEmpty()) {
            return;
        }
        SqlName name = SqlName.of(table.name());
        Layout layout = automatic ? new Layout.Automatic() : Layout.by(keys);
        if (question.kind() == ClusteringQuestion.Kind.STREAMING_TABLE) {
            statements.add(new TableStatement.CreateStreamingTable(name, layout));
            return;
        }
        if (question.kind() == ClusteringQuestion.Kind.MATERIALIZED_VIEW) {
            return;
        }
        if (!question.partitions().isEmpty()) {
            convert(name, layout);
            return;
        }
        List<String> beyond = keys.stream().filter(question::lacksStatistics).toList();
        if (!beyond.isEmpty()) {
            statements.add(new TableStatement.SetProperties(
                    name, Map.of("delta.dataSkippingStatsColumns", String.join(",", keys))));
            statements.add(new TableStatement.ComputeSkippingStatistics(name));
        }
        statements.add(new TableStatement.ClusterBy(name, layout));
        if (question.stands()) {
            rewrite(name);
        }
    }

    private void rewrite(SqlName name) {
        boolean old = table.isOlderThan(16, 0);
        add(
                Severity.WARNING,
                "LC_NEEDS_OPTIMIZE_FULL",
                "L-13",
                "Changing keys does not touch rows that are already there: they are clustered by the new keys only after"
                        + " OPTIMIZE ... FULL, which rewrites " + table.sizeText()
                        + " and can run for hours; run it outside load windows."
                        + (old
                                ? " FULL needs DBR 16.0 or later; on "
                                        + table.runtime().map(Object::toString).orElse("")
                                        + " write the table again by CREATE OR REPLACE TABLE ... AS SELECT."
                                : ""));
        if (old) {
            statements.add(new TableStatement.CopyClustered(name.withSuffix("_clustered"), name, Layout.by(keys)));
        } else {
            statements.add(new TableStatement.Optimize(name, true));
        }
    }

    private void convert(SqlName name, Layout layout) {
        if (table.isAtLeast(18, 1)) {
            add(
                    Severity.INFO,
                    "LC_CONVERT_IN_PLACE",
                    "L-15",
                    "From DBR 18.1 the partitions are replaced in place, without copying the table; OPTIMIZE then clusters"
                            + " the rows.");
            statements.add(new TableStatement.ReplacePartitions(name, layout));
            statements.add(new TableStatement.Optimize(name, false));
            return;
        }
        add(
                Severity.INFO,
                "LC_CONVERT_BY_CTAS",
                "L-16",
                (table.runtime().isPresent()
                                ? "DBR " + table.runtime().get() + " cannot replace partitions in place (18.1 can): "
                                : "Without a runtime named, the way that works on every version: ")
                        + "write the rows into a clustered table, compare counts, then swap names.");
        statements.add(new TableStatement.CopyClustered(name.withSuffix("_clustered"), name, layout));
    }

    private void add(Severity severity, String code, String rule, String message) {
        Finding finding = Finding.of(severity, code, rule, message);
        findings.add(table.name().isEmpty() ? finding : finding.on(table.name()));
    }

    /** The clustering that stands in place of partitions by a column; used by the advice on partitions. */
    public static Advice insteadOf(TableFacts table, Optional<String> column, List<String> partitionsToday) {
        Map<String, Double> filters = column.map(name -> Map.of(name, 1.0)).orElse(Map.of());
        return answer(new ClusteringQuestion(
                table,
                filters,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                List.of(),
                partitionsToday,
                false,
                ClusteringQuestion.Kind.TABLE,
                "",
                false));
    }
}
