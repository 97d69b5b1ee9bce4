package io.lakewright.optimizer.partitioning;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.advice.FactRule;
import io.lakewright.optimizer.advice.TableFacts;
import io.lakewright.optimizer.clustering.ClusteringAdvice;
import io.lakewright.optimizer.statement.SqlName;
import io.lakewright.optimizer.statement.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers whether a table should be partitioned, and what stands in place of partitions where it should not. */
public final class PartitioningAdvice {

    private static final Set<String> OBSTACLES = Set.of(
            "PART_EXPR_NOT_ALLOWED",
            "PART_IDENTITY_NOT_ALLOWED",
            "PART_COMPLEX_TYPE",
            "PART_HIGH_CARDINALITY",
            "PART_BOOLEAN_USELESS",
            "PART_TOO_SMALL_PARTITIONS",
            "PART_NO_ROW_CONCURRENCY");

    private PartitioningAdvice() {}

    public static Advice answer(PartitioningQuestion question) {
        TableFacts table = question.table();
        List<Finding> findings = new ArrayList<>(FactRule.all(PartitioningRules.ALL, question, table.name()));
        List<String> obstacles =
                findings.stream().map(Finding::code).filter(OBSTACLES::contains).toList();
        Optional<String> reason = obstacles.isEmpty() ? defence(question) : Optional.empty();
        Finding verdict = reason.map(text -> Finding.of(Severity.INFO, "PART_ALLOWED", "P-10", text))
                .orElseGet(() -> Finding.of(Severity.WARNING, "PART_NOT_RECOMMENDED", rule(table), refusal(question)));
        findings.addFirst(table.name().isEmpty() ? verdict : verdict.on(table.name()));
        Advice clustering = ClusteringAdvice.insteadOf(table, key(question), question.partitionedBy());
        findings.addAll(clustering.findings());
        boolean foreign = reason.isPresent() && !fitsTest(question);
        return Advice.of(
                headline(question, reason.isPresent(), foreign, clustering),
                findings,
                foreign ? partitioned(question) : clustering.sql(),
                foreign ? partitionEdit(question) : clustering.edits(),
                table.assumptions());
    }

    private static String headline(PartitioningQuestion question, boolean allowed, boolean foreign, Advice clustering) {
        String label = question.table().label();
        if (foreign) {
            return "Partitioning " + label + " by " + PartitioningRules.name(question) + " is defensible.";
        }
        if (allowed) {
            return "Try liquid clustering on " + label + " first; partitioning by " + PartitioningRules.name(question)
                    + " is the fallback.";
        }
        return "Do not partition " + label + ". " + clustering.headline();
    }

    /** The legitimate reasons that are left for partitions (databricks.md P-10), each from 1 TB and 1 GB a partition on. */
    private static Optional<String> defence(PartitioningQuestion question) {
        TableFacts table = question.table();
        boolean large =
                table.bytes().map(size -> size >= PartitioningRules.TERABYTE).orElse(false);
        if (!large
                || question.candidate().isBlank()
                || question.bytesPerPartition().isEmpty()) {
            return Optional.empty();
        }
        if (fitsTest(question)) {
            return Optional.of("At " + table.sizeText() + " with a stable filter by " + question.candidate()
                    + " partitions remain a possible outcome of that test.");
        }
        boolean contract =
                question.hasForeignWriters() || !table.externalReaders().isEmpty();
        return FactRule.when(
                contract,
                "Engines outside Databricks depend on the table (" + String.join(", ", foreigners(question))
                        + "), it is above 1 TB and each partition holds at least 1 GB: a partition contract with them is a"
                        + " legitimate reason.");
    }

    private static List<String> foreigners(PartitioningQuestion question) {
        List<String> all = new ArrayList<>(question.writers());
        all.addAll(question.table().externalReaders());
        return all.stream()
                .map(PartitioningRules::printable)
                .filter(name -> !name.equalsIgnoreCase("databricks"))
                .distinct()
                .toList();
    }

    private static boolean fitsTest(PartitioningQuestion question) {
        return question.stable()
                && !question.hasForeignWriters()
                && question.table()
                        .bytes()
                        .map(size -> size >= 100 * PartitioningRules.TERABYTE)
                        .orElse(false);
    }

    private static String rule(TableFacts table) {
        boolean small =
                table.bytes().map(size -> size < PartitioningRules.TERABYTE).orElse(true);
        return small ? "P-01" : "P-02";
    }

    private static String refusal(PartitioningQuestion question) {
        TableFacts table = question.table();
        Optional<Double> size = table.bytes();
        if (size.isEmpty()) {
            return "The size of " + table.label()
                    + " was not given; below 1 TB a table is not partitioned, and from 1 TB on"
                    + " clustering still comes first.";
        }
        if (size.get() < PartitioningRules.TERABYTE) {
            return "At " + table.sizeText() + " " + table.label()
                    + " is below the 1 TB from which partitions are considered.";
        }
        return "At " + table.sizeText()
                + " liquid clustering comes first: it skips files by the same column, its keys can"
                + " change without rewriting the table, and it keeps row-level concurrency.";
    }

    private static Optional<String> key(PartitioningQuestion question) {
        boolean complex = Set.of("MAP", "ARRAY", "STRUCT", "VARIANT", "OBJECT", "BOOLEAN", "BINARY")
                .contains(question.baseType());
        Optional<String> candidate = question.column().filter(column -> !complex);
        if (question.distinct().map(count -> count <= 2).orElse(false)) {
            candidate = Optional.empty();
        }
        return candidate.or(() -> question.filters().stream().findFirst());
    }

    private static List<String> partitioned(PartitioningQuestion question) {
        if (question.table().name().isEmpty() || !question.partitionedBy().isEmpty()) {
            return List.of();
        }
        SqlName name = SqlName.of(question.table().name());
        return List.of(new TableStatement.CopyPartitioned(
                        name.withSuffix("_partitioned"), name, SqlName.of(question.candidate()))
                .text());
    }

    private static List<ModelEdit> partitionEdit(PartitioningQuestion question) {
        return question.table().name().isEmpty()
                ? List.of()
                : List.of(new ModelEdit.SetPartitioning(question.table().name(), List.of(question.candidate())));
    }
}
