package io.lakewright.optimizer.features;

import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.Amounts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows from how a table is loaded, read and keyed (databricks.md I, T, K and DV rules). */
final class LoadRules {

    private static final Set<String> FEED_COLUMNS = Set.of("_change_type", "_commit_version", "_commit_timestamp");

    static final List<Rule<FeatureQuestion>> ALL = List.of(
            info(
                    "T-01",
                    "CDF_ENABLE",
                    "A change feed for those who read changes",
                    it -> when(
                            wantsFeed(it),
                            "Something reads row changes of " + it.table().label()
                                    + ": switch the change data feed on. It records from that moment, and its rows expire with VACUUM and the log.")),
            info(
                    "T-03",
                    "CDF_NOT_NEEDED",
                    "No change feed without a use",
                    it -> when(
                            !wantsFeed(it)
                                    && (it.isInsertOnly()
                                            || it.hasConsumers()
                                                    .map(reads -> !reads)
                                                    .orElse(false)),
                            it.isInsertOnly()
                                    ? "Rows are only inserted: reading the table as a stream already gives every change, so a change"
                                            + " data feed adds nothing."
                                    : "Nobody reads row changes: leave the change data feed off until a consumer exists.")),
            warning(
                    "T-01",
                    "CDF_RESERVED_COLUMNS",
                    "Names that the change feed takes",
                    it -> when(
                            it.columns().keySet().stream().anyMatch(LoadRules::isFeedColumn),
                            it.columns().keySet().stream()
                                            .filter(LoadRules::isFeedColumn)
                                            .collect(Collectors.joining(", "))
                                    + ": the change data feed writes columns of that name itself; rename before it can be used.")),
            warning(
                    "T-01",
                    "CDF_NOT_HISTORY",
                    "The change feed is no archive",
                    it -> when(
                            wantsArchive(it),
                            "The change data feed and time travel expire with VACUUM and the log (7 and 30 days by default): keep"
                                    + " history in rows, as SCD type 2 or a satellite.")),
            warning(
                    "T-02",
                    "CDF_AUTO_EXCLUSIVE",
                    "Automatic feed or property, not both",
                    it -> when(
                            wantsAutomaticFeed(it),
                            "The automatic change feed (DBR 19, from row tracking, Unity Catalog managed tables) and the property"
                                    + " delta.enableChangeDataFeed exclude each other, and it does not work on tables with a row"
                                    + " filter or mask; choose one.")),
            info(
                    "DV-04",
                    "DV_INSERT_ONLY",
                    "Vault tables are insert-only",
                    it -> when(
                            it.table().isVault() && it.isInsertOnly(),
                            "Hubs, links and satellites only take inserts: blind inserts do not conflict with each other, but one"
                                    + " loader per hub and batch (or a MERGE) keeps a new key from entering twice.")),
            info(
                    "DV-04",
                    "DUPLICATE_TEST",
                    "Uniqueness is tested",
                    it -> when(
                            it.table().isVault() && (it.isInsertOnly() || it.hasParallelWriters()),
                            "No constraint enforces a unique key: test for duplicate keys after each load.")),
            info(
                    "MG-01",
                    "MERGE_DEDUP",
                    "One source row per key in a MERGE",
                    it -> when(
                            it.load().toLowerCase(Locale.ROOT).matches("(?s).*(merge|upsert).*"),
                            "A MERGE fails when two source rows match one target row: keep the latest row per key before merging.")),
            warning(
                    "DV-01",
                    "DV_HASH_KEY",
                    "Vault keys are hashes",
                    it -> when(
                            it.table().isVault() && it.isSurrogateKey(),
                            "A vault key is the hash of the business key: every loader computes it without a lookup and gets the"
                                    + " same value in every environment; a sequence gives neither.")),
            info(
                    "DV-02",
                    "DV_HASH_STRING",
                    "Hash keys are hexadecimal text",
                    it -> when(
                            it.table().isVault()
                                    && (it.isSurrogateKey()
                                            || it.key().toLowerCase(Locale.ROOT).matches("(?s).*(binary|hash).*")),
                            "Store the hash as STRING in hexadecimal, not BINARY: a BINARY column can neither be clustered nor"
                                    + " skipped by.")),
            warning(
                    "I-02",
                    "IDENT_CONCURRENCY",
                    "Identity disables concurrent writes",
                    it -> when(
                            it.isSurrogateKey() && (it.hasParallelWriters() || it.concurrentUpdates()),
                            "An identity column disables concurrent transactions on the table: "
                                    + it.writers()
                                            .filter(n -> n > 1)
                                            .map(n -> Amounts.count(n) + " writers")
                                            .orElse("parallel writers")
                                    + " would fail each other. Use a hash key, or let one job write.")),
            warning(
                    "I-07",
                    "IDENT_AUTOCDC",
                    "No identity in AUTO CDC targets and views",
                    it -> when(
                            it.isSurrogateKey() && it.speaksOf("auto cdc|apply changes|materiali[sz]ed view"),
                            "AUTO CDC targets do not support identity columns, and a materialized view may number its rows anew:"
                                    + " use a hash key.")),
            info(
                    "K-02",
                    "IDENT_OK_SINGLE_WRITER",
                    "Identity with one writer",
                    it -> when(
                            singleWriterIdentity(it),
                            "With a single writer a BIGINT identity is a sound surrogate key. Its values have gaps and no meaning;"
                                    + " the MERGE must name its columns and leave the key out. BY DEFAULT allows the unknown member"
                                    + " -1; run SYNC IDENTITY after such a manual value.")),
            info(
                    "T-04",
                    "DV_VECTORS_ENABLE",
                    "Deletion vectors for concurrent changes",
                    it -> when(
                            wantsVectors(it),
                            "With deletion vectors on an unpartitioned table, concurrent jobs conflict only on the"
                                    + " same rows (DBR 14.3 LTS and later), and a change marks rows instead of rewriting files.")),
            warning(
                    "P-08",
                    "PART_NO_ROW_CONCURRENCY",
                    "No row-level concurrency with partitions",
                    it -> when(
                            it.concurrentUpdates() && it.partitioned().orElse(false),
                            "The table is partitioned, so there is no row-level concurrency even with deletion vectors: concurrent"
                                    + " changes conflict within a partition. Convert the partitions to clustering.")),
            warning(
                    "T-09",
                    "DV_VECTORS_CONFLICT",
                    "Iceberg v2 readers need tables without deletion vectors",
                    it -> when(
                            vectorsConflict(it),
                            "Iceberg reads of version 2 need deletion vectors off and purged: switch them off, purge, then enable"
                                    + " Iceberg reads. That costs row-level concurrency; version 3 tolerates them.")));

    private LoadRules() {}

    static boolean wantsFeed(FeatureQuestion it) {
        boolean wished = it.hasConsumers().orElse(false);
        return wished && !it.isInsertOnly() && !wantsArchive(it) && !wantsAutomaticFeed(it);
    }

    private static boolean wantsArchive(FeatureQuestion it) {
        return it.speaksOf("(cdf|change (data )?feed|time travel)[^.]*(histor|audit|archiv|years?|forever|scd)|"
                + "(histor|audit|archiv|forever)[^.]*(cdf|change (data )?feed|time travel)");
    }

    private static boolean wantsAutomaticFeed(FeatureQuestion it) {
        return it.speaksOf("auto(matic)?[ -](cdf|change data feed|change feed)");
    }

    static boolean wantsVectors(FeatureQuestion it) {
        return (it.concurrentUpdates() || it.speaksOf("deletion vectors?|row.level concurrency"))
                && !it.isUniformVersionTwo()
                && !it.table().isOlderThan(14, 3)
                && !it.partitioned().orElse(false)
                && !it.deletionVectors().orElse(false);
    }

    static boolean vectorsConflict(FeatureQuestion it) {
        return it.isUniformVersionTwo()
                && (it.deletionVectors().orElse(false) || it.concurrentUpdates() || it.speaksOf("deletion vectors?"));
    }

    static boolean singleWriterIdentity(FeatureQuestion it) {
        return it.isSurrogateKey()
                && !it.table().isVault()
                && !it.concurrentUpdates()
                && it.writers().map(count -> count == 1).orElse(false)
                && !it.speaksOf("auto cdc|apply changes|materiali[sz]ed view");
    }

    private static boolean isFeedColumn(String name) {
        return FEED_COLUMNS.contains(name.toLowerCase(Locale.ROOT));
    }
}
