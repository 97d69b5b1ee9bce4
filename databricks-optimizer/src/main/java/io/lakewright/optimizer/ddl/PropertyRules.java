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

/** Properties, changes of tables, maintenance and loading statements (databricks.md V, T, F, A and MG rules). */
final class PropertyRules {

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
            error("V-02", "VACUUM_TOO_SHORT", "No VACUUM below seven days", PropertyRules::vacuum),
            warning(
                    "T-20",
                    "PROPERTY_PREFIX",
                    "Properties carry the prefix delta.",
                    it -> it.statement().properties().keySet().stream()
                            .filter(PropertyRules::lacksPrefix)
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
                    it -> Stream.concat(it.statement().clustering().stream(), LayoutRules.partitionColumns(it))
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

    private PropertyRules() {}

    private static boolean isOn(Placed it, String property) {
        return it.statement().properties().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(property)
                        && entry.getValue().equalsIgnoreCase("true"));
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
