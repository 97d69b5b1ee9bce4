package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.features.TypeWidening;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Layout, properties, maintenance and loading statements (databricks.md L, P, Z, V, T, MG and A rules). */
final class LayoutRules {

    private static final Set<String> REFUSED =
            Set.of("BOOLEAN", "BINARY", "VARIANT", "ARRAY", "MAP", "STRUCT", "INTERVAL", "OBJECT");
    private static final Set<String> COMPLEX = Set.of("VARIANT", "ARRAY", "MAP", "STRUCT", "OBJECT");
    private static final Set<String> NEED_PREFIX = Set.of(
            "enablechangedatafeed",
            "enabledeletionvectors",
            "enablerowtracking",
            "enabletypewidening",
            "columnmapping.mode",
            "autooptimize.optimizewrite",
            "autooptimize.autocompact",
            "targetfilesize",
            "logretentionduration",
            "deletedfileretentionduration",
            "dataskippingstatscolumns",
            "dataskippingnumindexedcols",
            "checkpointpolicy",
            "appendonly",
            "feature.allowcolumndefaults",
            "tunefilesizesforrewrites",
            "enableicebergcompatv2",
            "universalformat.enabledformats",
            "isolationlevel");
    private static final Pattern RETAIN = Pattern.compile("RETAIN (\\d+(?:\\.\\d+)?) HOURS?");
    private static final Pattern TYPE_CHANGE = Pattern.compile(
            "ALTER\\s+(?:COLUMN\\s+)?`?(\\w+)`?\\s+(?:SET\\s+DATA\\s+)?TYPE\\s+(\\w+(?:\\s*\\([^)]*\\))?)",
            Pattern.CASE_INSENSITIVE);

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
                            "Bloom filter indexes are deprecated; cluster by the column, and drop existing ones.")),
            error("V-02", "VACUUM_TOO_SHORT", "No VACUUM below seven days", LayoutRules::vacuum),
            warning(
                    "T-20",
                    "PROPERTY_PREFIX",
                    "Properties carry the prefix delta.",
                    it -> it.statement().properties().keySet().stream()
                            .filter(LayoutRules::lacksPrefix)
                            .findFirst()
                            .map(name -> name + " without its prefix is an inert property of your own: write delta."
                                    + name + ".")),
            warning(
                    "F-01",
                    "FILESIZE_LEAVE_AUTO",
                    "File sizes tune themselves",
                    it -> when(
                            it.hasProperty("delta.targetFileSize"),
                            "Leave the file size of a managed table to autotuning; set delta.targetFileSize only when measured.")),
            warning(
                    "T-18",
                    "DDL_BLOCKS_WRITES",
                    "Change properties outside load windows",
                    it -> when(
                            it.matches(
                                    "ALTER TABLE .*(SET TBLPROPERTIES|ADD COLUMN|DROP COLUMN|RENAME COLUMN|DROP FEATURE|ALTER COLUMN).*"),
                            "This change of metadata makes concurrent writes fail and stops streams: run it outside load windows.")),
            info(
                    "T-08",
                    "TYPE_WIDENING_OK",
                    "Widening without rewrite",
                    it -> typeChange(it)
                            .filter(change -> TypeWidening.allows(change.getFirst(), change.getLast())
                                    && !it.context().runtimeBefore15())
                            .map(
                                    change -> change.getFirst() + " to " + change.getLast()
                                            + " is a widening; the table needs 'delta.enableTypeWidening' = 'true' (DBR 15.4 LTS or later).")),
            error(
                    "T-08",
                    "TYPE_WIDENING_UNSUPPORTED",
                    "Other changes rewrite",
                    it -> typeChange(it)
                            .filter(change -> !TypeWidening.allows(change.getFirst(), change.getLast())
                                    || it.context().runtimeBefore15())
                            .map(change -> change.getFirst() + " to " + change.getLast()
                                    + " cannot be done in place: rewrite the table with a cast.")),
            error(
                    "T-09",
                    "DV_VECTORS_CONFLICT",
                    "Iceberg v2 readers need tables without deletion vectors",
                    it -> when(
                            isOn(it, "delta.enableIcebergCompatV2") && isOn(it, "delta.enableDeletionVectors"),
                            "delta.enableIcebergCompatV2 needs deletion vectors off and purged; both cannot be on.")),
            error(
                    "T-15",
                    "VARIANT_LIMITS",
                    "VARIANT is no key",
                    it -> Stream.concat(it.statement().clustering().stream(), partitionColumns(it))
                            .filter(column -> it.type(column).equals(Optional.of("VARIANT")))
                            .findFirst()
                            .map(column ->
                                    column + " is VARIANT, which cannot be a clustering or partition key: extract a"
                                            + " typed column.")),
            error(
                    "A-04",
                    "AUTOCDC_ORDER",
                    "AS DELETE stands before SEQUENCE BY",
                    it -> when(
                            it.matches(".*(AUTO CDC|APPLY CHANGES).*SEQUENCE BY.*APPLY AS (DELETE|TRUNCATE).*"),
                            "In AUTO CDC, APPLY AS DELETE and APPLY AS TRUNCATE stand before SEQUENCE BY.")),
            warning(
                    "MG-01",
                    "MERGE_DEDUP",
                    "One source row per key in a MERGE",
                    it -> when(
                            it.matches("MERGE .*") && !it.matches(".*(ROW_NUMBER|QUALIFY|DISTINCT|GROUP BY).*"),
                            "The MERGE fails when two source rows match one target row, and its source is not reduced to one row per"
                                    + " key.")));

    private LayoutRules() {}

    private static boolean isOn(Placed it, String property) {
        return it.statement().properties().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(property)
                        && entry.getValue().equalsIgnoreCase("true"));
    }

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

    private static Stream<String> partitionColumns(Placed it) {
        return it.statement().partitions().stream()
                .filter(part -> part.size() == 1 || !part.get(1).is("("))
                .map(part -> part.getFirst().bare());
    }

    private static Optional<String> vacuum(Placed it) {
        Matcher matcher = RETAIN.matcher(it.statement().words());
        boolean isVacuum = it.matches("VACUUM .*");
        return when(
                isVacuum && matcher.find() && Double.parseDouble(matcher.group(1)) < 168,
                "VACUUM below 168 hours can remove files that running queries and streams still need; Databricks blocks it."
                        + " Keep at least 7 days.");
    }

    static boolean lacksPrefix(String property) {
        return NEED_PREFIX.contains(property.toLowerCase(Locale.ROOT));
    }

    /** Old and new type of the column that an ALTER changes, where the old one is known. */
    private static Optional<List<String>> typeChange(Placed it) {
        if (!it.matches("ALTER TABLE .*")) {
            return Optional.empty();
        }
        Matcher matcher = TYPE_CHANGE.matcher(Token.text(it.statement().tokens()));
        return matcher.find()
                ? it.context()
                        .column(matcher.group(1))
                        .map(text -> List.of(
                                text.replaceAll("\\s+(NOT\\s+)?NULL.*", "").strip(),
                                matcher.group(2).strip()))
                : Optional.empty();
    }
}
