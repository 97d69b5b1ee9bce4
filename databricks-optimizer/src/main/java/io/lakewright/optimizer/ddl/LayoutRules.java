package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Clustering keys, partitions and the order of files (databricks.md L, P and Z rules). */
final class LayoutRules {

    private static final Set<String> REFUSED =
            Set.of("BOOLEAN", "BINARY", "VARIANT", "ARRAY", "MAP", "STRUCT", "INTERVAL", "OBJECT");
    private static final Set<String> COMPLEX = Set.of("VARIANT", "ARRAY", "MAP", "STRUCT", "OBJECT");

    static final List<Rule<Placed>> ALL = List.of(
            error(
                    "L-11",
                    "LC_WITH_PARTITION_CONFLICT",
                    "CLUSTER BY excludes PARTITIONED BY",
                    it -> when(
                            it.statement().create() && it.matches(".*CLUSTER BY.*") && it.matches(".*PARTITIONED BY.*"),
                            "CLUSTER BY and PARTITIONED BY cannot stand on one table"
                                    + " (SPECIFY_CLUSTER_BY_WITH_PARTITIONED_BY_IS_NOT_ALLOWED): drop PARTITIONED BY.")),
            error(
                    "L-05",
                    "LC_TOO_MANY_KEYS",
                    "At most four keys",
                    it -> when(
                            it.statement().clustering().size() > 4,
                            it.statement().clustering().size() + " clustering keys; Delta takes at most 4.")),
            error(
                    "L-09",
                    "LC_KEY_TYPE_UNSUPPORTED",
                    "Keys need a type with statistics",
                    it -> refusedKeys(it)
                            .findFirst()
                            .map(key ->
                                    key + " is " + it.type(key).orElse("") + ", which cannot be a clustering key.")),
            error(
                    "L-09",
                    "SCD_NO_BOOLEAN_KEY",
                    "A flag cannot be a key",
                    it -> refusedKeys(it)
                            .filter(key -> it.type(key).equals(Optional.of("BOOLEAN")))
                            .findFirst()
                            .map(key ->
                                    key + " has two values and carries no statistics; cluster by the business key.")),
            error(
                    "L-10",
                    "LC_KEY_NO_STATS",
                    "Keys need file statistics",
                    it -> lateKey(it)
                            .map(key -> key + " stands behind the first 32 columns and has no statistics: list it in"
                                    + " delta.dataSkippingStatsColumns or move it forward.")),
            error(
                    "L-12",
                    "LC_WITH_ZORDER_CONFLICT",
                    "No ZORDER on a clustered table",
                    it -> when(
                            it.matches("OPTIMIZE .*ZORDER BY.*")
                                    && !it.context().clustering().isEmpty(),
                            "The table is clustered: OPTIMIZE ... ZORDER BY fails (DELTA_CLUSTERING_WITH_ZORDER_BY). Run OPTIMIZE"
                                    + " alone.")),
            warning(
                    "Z-01",
                    "ZORDER_LEGACY_ONLY",
                    "ZORDER only where there is no clustering",
                    it -> when(
                            it.matches("OPTIMIZE .*ZORDER BY.*")
                                    && it.context().clustering().isEmpty(),
                            "Z-order is for existing tables without clustering; new tables use liquid clustering.")),
            error(
                    "L-18",
                    "LC_VIA_CREATE_ONLY",
                    "Streaming tables and views change keys in their definition",
                    it -> when(
                            it.matches("ALTER .*CLUSTER BY.*") && it.isPipelineObject(),
                            "Clustering of a streaming table or materialized view is set in its CREATE statement only.")),
            warning(
                    "L-13",
                    "LC_NEEDS_OPTIMIZE_FULL",
                    "Old rows need OPTIMIZE FULL",
                    it -> when(
                            it.matches("ALTER TABLE .*CLUSTER BY \\(.*") && !it.isPipelineObject(),
                            "Rows that are there are clustered by the new keys only after OPTIMIZE ... FULL (DBR 16.0 and later).")),
            warning(
                    "L-04",
                    "LC_REPLACE_LOSES_AUTO",
                    "CREATE OR REPLACE drops AUTO",
                    it -> when(
                            it.matches("CREATE OR REPLACE TABLE .*")
                                    && !it.matches(".*CLUSTER BY AUTO.*")
                                    && it.context().clustering().stream().anyMatch("auto"::equalsIgnoreCase),
                            "The table is CLUSTER BY AUTO; replacing it without that clause loses AUTO and the keys it chose.")),
            error(
                    "P-05",
                    "PART_EXPR_NOT_ALLOWED",
                    "No expression in PARTITIONED BY",
                    it -> when(
                            it.statement().partitions().stream()
                                    .anyMatch(part -> part.stream().anyMatch(t -> t.is("("))
                                            && part.size() > 1
                                            && part.get(1).is("(")),
                            "PARTITIONED BY takes columns, no expression; cluster by the raw column instead.")),
            error(
                    "P-04",
                    "PART_IDENTITY_NOT_ALLOWED",
                    "No identity column as partition",
                    it -> partitionColumns(it)
                            .filter(column -> it.statement()
                                    .column(column)
                                    .map(DdlStatement.ColumnPart::isIdentity)
                                    .orElse(it.context().isIdentity(column)))
                            .findFirst()
                            .map(column -> column + " is an identity column, by which a table cannot be partitioned.")),
            error(
                    "P-04",
                    "PART_COMPLEX_TYPE",
                    "Partition columns are scalar",
                    it -> partitionColumns(it)
                            .filter(column ->
                                    it.type(column).map(COMPLEX::contains).orElse(false))
                            .findFirst()
                            .map(column ->
                                    column + " is complex; a partition column must be a scalar at the top level.")),
            warning(
                    "P-01",
                    "PART_NOT_RECOMMENDED",
                    "No partitions below 1 TB",
                    it -> when(
                            it.statement().create()
                                    && !it.statement().partitions().isEmpty(),
                            "Partitions pay off from 1 TB on at the earliest; liquid clustering stands in their place.")),
            warning(
                    "Z-03",
                    "BLOOM_DEPRECATED",
                    "No bloom filter indexes",
                    it -> when(
                            it.matches("CREATE BLOOMFILTER INDEX.*"),
                            "Bloom filter indexes are deprecated; cluster by the column, and drop existing ones.")));

    private LayoutRules() {}

    private static Stream<String> refusedKeys(Placed it) {
        return it.statement().clustering().stream()
                .filter(key -> it.type(key).map(REFUSED::contains).orElse(false));
    }

    private static Optional<String> lateKey(Placed it) {
        if (it.hasProperty("delta.dataSkippingStatsColumns") || it.hasProperty("delta.dataSkippingNumIndexedCols")) {
            return Optional.empty();
        }
        List<String> names = it.statement().columns().stream()
                .map(column -> column.name().bare().toLowerCase(Locale.ROOT))
                .toList();
        return it.statement().clustering().stream()
                .filter(key -> names.indexOf(key.toLowerCase(Locale.ROOT)) >= 32)
                .findFirst();
    }

    static Stream<String> partitionColumns(Placed it) {
        return it.statement().partitions().stream()
                .filter(part -> part.size() == 1 || !part.get(1).is("("))
                .map(part -> part.getFirst().bare());
    }
}
