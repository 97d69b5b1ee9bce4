package io.lakewright.optimizer.partitioning;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.Amounts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules about partition columns (databricks.md 1.2). */
final class PartitioningRules {

    static final double TERABYTE = 1e12;
    static final double SMALLEST_PARTITION = 1e9;
    private static final double MANY_VALUES = 10_000;
    private static final double MANY_VERSION_DATES = 1_000;
    private static final Set<String> COMPLEX = Set.of("MAP", "ARRAY", "STRUCT", "VARIANT", "OBJECT");

    static final List<Rule<PartitioningQuestion>> ALL = List.of(
            error(
                    "P-05",
                    "PART_EXPR_NOT_ALLOWED",
                    "No expression in PARTITIONED BY",
                    it -> when(
                            it.isExpression(),
                            "Delta does not partition by an expression: PARTITIONED BY (" + printable(it.candidate())
                                    + ") fails. A generated column is the only way, and clustering by the raw column needs none.")),
            error(
                    "P-04",
                    "PART_IDENTITY_NOT_ALLOWED",
                    "No identity column as partition",
                    it -> when(
                            it.identity(),
                            name(it) + " is an identity column, and Delta refuses to partition by one"
                                    + " (DELTA_IDENTITY_COLUMNS_PARTITION_NOT_SUPPORTED).")),
            error(
                    "P-04",
                    "PART_COMPLEX_TYPE",
                    "Partition columns are scalar and top-level",
                    it -> when(
                            COMPLEX.contains(it.baseType())
                                    || (!it.isExpression() && it.candidate().contains(".")),
                            name(it) + " is nested or complex; a partition column must be a scalar at the top level.")),
            warning("P-06", "PART_HIGH_CARDINALITY", "No partitions by many values", PartitioningRules::manyValues),
            warning(
                    "P-06",
                    "PART_BOOLEAN_USELESS",
                    "No partitions by two values",
                    it -> when(
                            it.baseType().equals("BOOLEAN")
                                    || it.distinct().map(n -> n <= 2).orElse(false),
                            name(it)
                                    + " has two values at most: half of the table per partition skips next to nothing.")),
            warning(
                    "P-03",
                    "PART_TOO_SMALL_PARTITIONS",
                    "Partitions of 1 GB at least",
                    it -> it.bytesPerPartition()
                            .filter(bytes -> bytes < SMALLEST_PARTITION)
                            .map(bytes -> it.table().sizeText() + " over "
                                    + Amounts.count(it.distinct().orElse(0.0)) + " values of " + name(it) + " is about "
                                    + Amounts.bytes(bytes) + " per partition; each should hold at least 1 GB.")),
            warning(
                    "P-08",
                    "PART_NO_ROW_CONCURRENCY",
                    "No row-level concurrency with partitions",
                    it -> when(
                            it.concurrentMerges(),
                            "Partitioned tables have no row-level concurrency: concurrent MERGE, UPDATE and DELETE conflict in a"
                                    + " partition. Unpartitioned with deletion vectors they conflict only on the same rows.")),
            info(
                    "P-09",
                    "INGEST_TIME_CLUSTERING",
                    "Plain tables keep the order of arrival",
                    it -> when(
                            it.insertOnly()
                                    && it.partitionedBy().isEmpty()
                                    && !it.table().isOlderThan(11, 3),
                            "Rows are only added: a plain table (DBR 11.3 LTS and later) keeps them in order of arrival, so"
                                    + " filters by a date that follows arrival already skip files.")),
            info(
                    "P-02",
                    "PART_TEST_FIRST",
                    "Test clustering before partitioning 100 TB",
                    it -> when(
                            it.table()
                                    .bytes()
                                    .map(size -> size >= 100 * TERABYTE)
                                    .orElse(false),
                            "At " + it.table().sizeText()
                                    + " (100 TB and more) run the main queries on a clustered copy of a"
                                    + " representative part first; partition only if clustering loses.")));

    private PartitioningRules() {}

    static String name(PartitioningQuestion it) {
        return it.candidate().isBlank() ? "the column" : printable(it.candidate());
    }

    static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
    }

    private static Optional<String> manyValues(PartitioningQuestion it) {
        if (it.history() && it.distinct().map(n -> n >= MANY_VERSION_DATES).orElse(true)) {
            return Optional.of(name(it) + " dates versions"
                    + it.distinct()
                            .map(n -> " (" + Amounts.count(n) + " values)")
                            .orElse("")
                    + ": every load adds values, partitions stay tiny, and each MERGE that closes a version rewrites old"
                    + " partitions.");
        }
        if (it.distinct().map(n -> n >= MANY_VALUES).orElse(false)) {
            return Optional.of(name(it) + " has " + Amounts.count(it.distinct().get())
                    + " distinct values, each of which would be a directory of its own.");
        }
        boolean instant = it.baseType().startsWith("TIMESTAMP") && !it.isExpression();
        boolean key = it.identity()
                || (it.distinct().isEmpty()
                        && !it.isExpression()
                        && it.candidate().toLowerCase(Locale.ROOT).matches(".*(uuid|guid|_hk|_sk|hash_key)$"));
        return when(
                instant || key,
                name(it)
                        + (instant
                                ? " is a timestamp: nearly every row has a value of its own."
                                : " identifies rows: nearly every row has a value of its own."));
    }
}
