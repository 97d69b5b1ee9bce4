package io.lakewright.optimizer.clustering;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.Amounts;
import io.lakewright.optimizer.advice.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules about clustering keys (databricks.md 1.1). */
final class ClusteringRules {

    static final List<Rule<ClusteringQuestion>> ALL = List.of(
            warning(
                    "L-18",
                    "LC_VIA_CREATE_ONLY",
                    "Streaming tables and views change keys in their definition",
                    it -> when(it.kind() != ClusteringQuestion.Kind.TABLE && changesKeys(it), definition(it))),
            error(
                    "L-05",
                    "LC_TOO_MANY_KEYS",
                    "At most four keys",
                    it -> when(
                            it.requested().size() > 4,
                            it.requested().size() + " clustering keys were asked for and Delta takes at most 4;"
                                    + " the statement would fail with DELTA_CLUSTER_BY_INVALID_NUM_COLUMNS.")),
            warning("L-06", "LC_FEWER_KEYS", "One or two keys below 10 TB", ClusteringRules::fewer),
            error("L-09", "LC_KEY_TYPE_UNSUPPORTED", "Keys need a type with statistics", ClusteringRules::types),
            error("L-09", "SCD_NO_BOOLEAN_KEY", "A flag cannot be a key", ClusteringRules::flag),
            warning("DV-02", "DV_HASH_STRING", "Hash keys are hexadecimal text", ClusteringRules::binaryHash),
            warning("L-10", "LC_KEY_NO_STATS", "Keys need file statistics", ClusteringRules::statistics),
            info(
                    "S-02",
                    "STATS_RECOMPUTE",
                    "Recompute after changing statistics columns",
                    it -> when(
                            it.stands() && it.requested().stream().anyMatch(it::lacksStatistics),
                            "Rows that are already there get the new statistics only from"
                                    + " ANALYZE TABLE ... COMPUTE DELTA STATISTICS (DBR 14.3 LTS and later).")),
            warning(
                    "L-07",
                    "LC_CORRELATED_KEYS",
                    "One of two correlated keys",
                    it -> when(
                            !it.correlated().isEmpty(),
                            it.correlated().stream()
                                            .map(pair -> String.join(" and ", pair))
                                            .collect(Collectors.joining(", "))
                                    + " carry much the same order: the second key splits files without letting queries skip"
                                    + " more, so keep one.")),
            info(
                    "L-28",
                    "LC_NO_BENEFIT_SMALL",
                    "No effect on small tables",
                    it -> when(
                            it.isSmall(),
                            "At " + it.table().sizeText() + " " + it.table().label()
                                    + " is below the " + Amounts.bytes(ClusteringChoice.smallest(it.table()))
                                    + " at which clustering on write starts and fits one file, so no key lets a query skip"
                                    + " anything; leave it plain until it grows.")),
            warning("L-04", "LC_REPLACE_LOSES_AUTO", "CREATE OR REPLACE drops AUTO", ClusteringRules::replaced),
            error(
                    "L-11",
                    "LC_WITH_PARTITION_CONFLICT",
                    "CLUSTER BY excludes PARTITIONED BY",
                    it -> when(
                            mentions(it, "cluster by")
                                    && mentions(it, "partitioned by")
                                    && !mentions(it, "replace partitioned by"),
                            "CLUSTER BY and PARTITIONED BY cannot stand on one Delta table; drop PARTITIONED BY.")),
            error(
                    "L-12",
                    "LC_WITH_ZORDER_CONFLICT",
                    "No ZORDER on a clustered table",
                    it -> when(
                            mentions(it, "zorder")
                                    && (it.automaticNow() || (!it.oldKeys().isEmpty() && !it.zOrdered())),
                            "OPTIMIZE ... ZORDER BY fails on a clustered table (DELTA_CLUSTERING_WITH_ZORDER_BY);"
                                    + " a plain OPTIMIZE clusters it.")),
            info(
                    "Z-01",
                    "ZORDER_LEGACY_ONLY",
                    "ZORDER only where there is no clustering",
                    it -> when(
                            it.zOrdered(),
                            "Z-order is for tables that stay unclustered; its columns become the clustering keys when the"
                                    + " table moves (L-26).")),
            info("L-03", "LC_AUTO_NOT_AVAILABLE", "AUTO needs a managed table with PO", ClusteringRules::noAutomatic),
            warning(
                    "L-24",
                    "LC_PROTOCOL_WARNING",
                    "Clustered tables need newer clients",
                    it -> when(
                            !it.isSmall() && !it.table().externalReaders().isEmpty(),
                            "Databricks creates clustered tables with writer version 7 and, because deletion vectors come"
                                    + " along, reader version 3: check that "
                                    + String.join(", ", it.table().externalReaders())
                                    + " can read that, or switch deletion vectors off before clustering (L-25), which costs"
                                    + " row-level concurrency.")),
            info(
                    "L-23",
                    "LC_SCHEDULE_OPTIMIZE",
                    "OPTIMIZE on a schedule without PO",
                    it -> when(
                            !it.isSmall()
                                    && (it.table().isUnmanaged()
                                            || it.table()
                                                    .predictiveOptimization()
                                                    .equals(Optional.of(false))),
                            "Nothing optimizes " + it.table().label()
                                    + " by itself: schedule OPTIMIZE, every 1 to 2 hours while it is written often.")),
            info(
                    "L-23",
                    "LC_NO_SCHEDULED_OPTIMIZE",
                    "No schedule with PO",
                    it -> when(
                            it.table().isOptimized() && !it.table().isUnmanaged(),
                            "Predictive optimization runs OPTIMIZE, VACUUM and ANALYZE; schedule none of them.")),
            info(
                    "PO-01",
                    "PO_RECOMMENDED",
                    "PO on managed tables",
                    it -> when(
                            it.table().isManaged()
                                    && it.table().predictiveOptimization().equals(Optional.of(false)),
                            "Predictive optimization would take the maintenance over and allow CLUSTER BY AUTO; it is billed as"
                                    + " serverless jobs.")));

    private ClusteringRules() {}

    private static boolean changesKeys(ClusteringQuestion it) {
        return !it.requested().isEmpty() || !it.filters().isEmpty() || it.stands() || mentions(it, "alter");
    }

    private static String definition(ClusteringQuestion it) {
        boolean view = it.kind() == ClusteringQuestion.Kind.MATERIALIZED_VIEW;
        return "Keys of a " + (view ? "materialized view" : "streaming table")
                + " are set in its CREATE statement, not by altering it: change CLUSTER BY in the definition and refresh.";
    }

    private static Optional<String> fewer(ClusteringQuestion it) {
        Optional<Double> size = it.table().bytes();
        int asked = it.requested().size();
        boolean many = asked > 2 && size.isPresent() && size.get() < ClusteringChoice.TEN_TERABYTES;
        return when(
                many,
                "At " + it.table().sizeText() + " (below 10 TB) " + asked
                        + " keys make a filter on one of them read more files than one or two keys would;"
                        + " keep the most filtered ones.");
    }

    private static Optional<String> types(ClusteringQuestion it) {
        List<String> refused = it.requested().stream()
                .filter(it::isRefusedType)
                .map(key -> key + " (" + it.baseType(key).orElse("") + ")")
                .toList();
        List<String> filtered = it.filters().keySet().stream()
                .filter(it::isRefusedType)
                .filter(key -> it.requested().isEmpty())
                .map(key -> key + " (" + it.baseType(key).orElse("") + ")")
                .toList();
        List<String> all = refused.isEmpty() ? filtered : refused;
        return when(
                !all.isEmpty(),
                String.join(", ", all)
                        + " cannot be a clustering key: Delta keeps no minimum and maximum for this type.");
    }

    private static Optional<String> flag(ClusteringQuestion it) {
        return it.requested().stream()
                .filter(key -> it.baseType(key).equals(Optional.of("BOOLEAN")))
                .findFirst()
                .map(key -> key + " has two values, and a BOOLEAN carries no statistics to skip by;"
                        + " cluster by the business key, or filter by the end date of the current version.");
    }

    private static Optional<String> binaryHash(ClusteringQuestion it) {
        return it.requested().stream()
                .filter(key -> it.baseType(key).equals(Optional.of("BINARY")))
                .findFirst()
                .filter(key ->
                        it.table().isVault() || key.toLowerCase(Locale.ROOT).matches(".*(hk|hash|hashkey|hub_key)$"))
                .map(key -> "Store the hash key " + key
                        + " as STRING in hexadecimal: a BINARY key can neither be clustered nor skipped by.");
    }

    private static Optional<String> statistics(ClusteringQuestion it) {
        List<String> beyond =
                it.requested().stream().filter(it::lacksStatistics).toList();
        return when(
                !beyond.isEmpty(),
                String.join(", ", beyond)
                        + " stands behind the first 32 columns, for which Delta collects statistics by default:"
                        + " name it in delta.dataSkippingStatsColumns or move it forward, else clustering by it fails.");
    }

    private static Optional<String> replaced(ClusteringQuestion it) {
        boolean loses = it.automaticNow() && mentions(it, "create or replace") && !mentions(it, "cluster by auto");
        return when(
                loses,
                "The statement replaces a CLUSTER BY AUTO table without repeating the clause: AUTO and the keys it chose"
                        + " would be lost. Repeat CLUSTER BY AUTO.");
    }

    private static Optional<String> noAutomatic(ClusteringQuestion it) {
        TableFacts table = it.table();
        String reason = table.isUnmanaged()
                ? "the table is not managed by Unity Catalog"
                : table.isIceberg()
                        ? "it is an Iceberg table"
                        : table.isOlderThan(15, 4)
                                ? "it needs DBR 15.4 LTS or later"
                                : "predictive optimization is off";
        return when(
                it.automaticPossible().equals(Optional.of(false)),
                "CLUSTER BY AUTO is not available because " + reason + ": keys must be named.");
    }

    private static boolean mentions(ClusteringQuestion it, String words) {
        return it.statement().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").contains(words);
    }
}
