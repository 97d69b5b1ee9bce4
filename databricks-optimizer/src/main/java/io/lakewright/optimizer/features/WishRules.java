package io.lakewright.optimizer.features;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows from columns, changes of type and wishes (databricks.md Z, F, V, T, C and N rules). */
final class WishRules {

    private static final String SPECIAL = " ,;{}()\n\t=";
    private static final Pattern PERIOD =
            Pattern.compile("(\\d+)\\s*(hours?|hrs?|h|days?|d|weeks?|months?|years?)\\b", Pattern.CASE_INSENSITIVE);

    static final List<Rule<FeatureQuestion>> ALL = List.of(
            warning(
                    "T-07",
                    "COLUMN_MAPPING_NEEDED",
                    "Special characters and renames need column mapping",
                    it -> when(
                            needsMapping(it),
                            (specialNames(it).isEmpty()
                                            ? "Renaming or dropping a column without rewriting the table"
                                            : String.join(", ", specialNames(it)) + " in column names")
                                    + " needs column mapping by name. It cannot be taken back by property, and streams must handle"
                                    + " renamed and dropped columns; plain names need none of it.")),
            info(
                    "T-08",
                    "TYPE_WIDENING_OK",
                    "Widening without rewrite",
                    it -> it.change()
                            .filter(change -> widens(it))
                            .map(change -> change.from() + " to " + change.to() + " of " + change.column()
                                    + " is a widening: Delta changes it without rewriting files (readers and writers need DBR 15.4"
                                    + " LTS or later).")),
            warning(
                    "T-08",
                    "TYPE_WIDENING_UNSUPPORTED",
                    "Other changes rewrite",
                    it -> it.change()
                            .filter(change -> !widens(it))
                            .map(change -> change.from() + " to " + change.to() + " of " + change.column()
                                    + (it.table().isOlderThan(15, 4) && TypeWidening.allows(change.from(), change.to())
                                            ? " would be a widening, which needs DBR 15.4 LTS or later:"
                                            : " is no widening that Delta supports:")
                                    + " rewrite the table with a cast, and check for values that do not fit.")),
            warning(
                    "Z-03",
                    "BLOOM_DEPRECATED",
                    "No bloom filter indexes",
                    it -> when(
                            it.speaksOf("bloom"),
                            "Bloom filter indexes are deprecated; on Photon (DBR 12.2 and later) predictive I/O serves point lookups."
                                    + " Cluster by the column if queries filter by it, and drop existing indexes.")),
            info(
                    "Z-01",
                    "ZORDER_LEGACY_ONLY",
                    "ZORDER only where there is no clustering",
                    it -> when(
                            it.speaksOf("z.?order"),
                            "Z-order is for existing tables that stay unclustered; predictive optimization never runs it. Use liquid"
                                    + " clustering by the same columns.")),
            info(
                    "F-01",
                    "FILESIZE_LEAVE_AUTO",
                    "File sizes tune themselves",
                    it -> when(
                            it.speaksOf(
                                    "target ?file ?size|file size|small files|auto ?optimize|optimi[sz]e ?write|auto ?compact|"
                                            + "max ?file ?size|repartition|coalesce"),
                            it.table().isUnmanaged()
                                    ? "Leave the target size to autotuning (256 MB below 2.56 TB, 1 GB from 10 TB on); on a table"
                                            + " outside Unity Catalog management optimized writes and auto compaction keep files from"
                                            + " getting small."
                                    : "Databricks tunes file sizes of managed tables by their size (256 MB below 2.56 TB, 1 GB from"
                                            + " 10 TB on): set no file size property.")),
            error(
                    "V-02",
                    "VACUUM_TOO_SHORT",
                    "No VACUUM below seven days",
                    it -> when(
                            it.speaksOf("vacuum")
                                    && hours(it).map(hours -> hours < 168).orElse(false),
                            "VACUUM below 168 hours can remove files that running queries and streams still need; Databricks blocks"
                                    + " it, and switching the check off is not a remedy.")),
            warning(
                    "V-01",
                    "RETENTION_RAISE_BOTH",
                    "Time travel needs both retentions",
                    it -> when(
                            longTravel(it).isPresent(),
                            "Time travel over "
                                    + longTravel(it).map(days -> days + " days").orElse("")
                                    + " needs delta.deletedFileRetentionDuration (default 7 days) and delta.logRetentionDuration"
                                    + " (default 30 days) both raised, and storage for the old files.")),
            info(
                    "T-06",
                    "ROW_TRACKING_ENABLE",
                    "Row tracking for incremental views",
                    it -> when(
                            it.speaksOf("row tracking|incremental(ly)?[^.]*(materiali[sz]ed|mv\\b|refresh)|"
                                    + "(materiali[sz]ed|\\bmv\\b)[^.]*incremental"),
                            "Incremental refresh of materialized views reads row tracking. On a table that holds rows the backfill"
                                    + " writes versions of its own: pause writers.")),
            warning(
                    "T-15",
                    "VARIANT_LIMITS",
                    "What VARIANT cannot do",
                    it -> when(
                            it.speaksOf("\\bvariant\\b")
                                    || it.columns().values().stream()
                                            .anyMatch(type -> type.strip().equalsIgnoreCase("VARIANT")),
                            "A VARIANT column is no clustering or partition key, cannot be grouped, ordered or compared as a set, and"
                                    + " has no statistics: extract what queries filter or group by into typed columns.")),
            info(
                    "T-17",
                    "FEATURE_WRITER_ONLY",
                    "Writer features leave readers alone",
                    it -> when(
                            !it.table().externalReaders().isEmpty()
                                    && (it.isSurrogateKey()
                                            || LoadRules.wantsFeed(it)
                                            || it.speaksOf(
                                                    "check constraint|generated column|column default|default value|identity|"
                                                            + "row tracking|append.?only|change data feed|\\bcdf\\b|in.commit timestamp")),
                            "Change data feed, identity, defaults, CHECK constraints, generated columns and row tracking concern"
                                    + " writers only: readers are not affected.")),
            warning(
                    "T-18",
                    "DDL_BLOCKS_WRITES",
                    "Change properties outside load windows",
                    it -> when(
                            it.speaksOf("alter|during (the )?load|while (streams?|loads?|jobs?)|running stream|online")
                                    || needsMapping(it) && it.speaksOf("stream"),
                            "A change of properties, schema or protocol makes concurrent writes fail and stops streams: run it"
                                    + " outside load windows.")),
            warning(
                    "C-07",
                    "RELY_RISK",
                    "RELY needs a test",
                    it -> when(
                            it.speaksOf("\\brely\\b"),
                            "RELY lets the optimizer drop DISTINCT and joins; if a key repeats, results are wrong. Declare it only"
                                    + " where a uniqueness test guards the load.")),
            warning(
                    "C-05",
                    "UNIQUE_NOT_ENFORCED",
                    "UNIQUE is informational",
                    it -> when(
                            it.speaksOf("\\bunique\\b"),
                            "UNIQUE is informational (Public Preview, Unity Catalog only) and never enforced: test for duplicates"
                                    + " after each load.")),
            info(
                    "C-03",
                    "PK_NOT_ENFORCED",
                    "Keys are informational",
                    it -> when(
                            it.speaksOf("primary key|foreign key|enforce"),
                            "PRIMARY KEY and FOREIGN KEY are informational on Databricks; only NOT NULL and CHECK are enforced.")),
            info(
                    "PO-01",
                    "PO_RECOMMENDED",
                    "PO on managed tables",
                    it -> when(
                            it.table().isManaged()
                                    && it.table().predictiveOptimization().equals(Optional.of(false)),
                            "The table is managed: predictive optimization would run OPTIMIZE, VACUUM and ANALYZE; it is billed as"
                                    + " serverless jobs.")),
            info(
                    "S-02",
                    "STATS_RECOMPUTE",
                    "Recompute after changing statistics columns",
                    it -> when(
                            changesStatistics(it),
                            "After a change of the statistics columns, rows that are already there get theirs only from"
                                    + " ANALYZE TABLE ... COMPUTE DELTA STATISTICS (DBR 14.3 LTS and later).")),
            warning(
                    "D-01",
                    "DEFAULT_NEEDS_FEATURE",
                    "Defaults need their table feature",
                    it -> when(
                            wantsDefaults(it),
                            "A column DEFAULT needs the table feature allowColumnDefaults, also inside CREATE TABLE; on a table"
                                    + " that stands, add the column first and set its default then.")),
            error(
                    "N-02",
                    "NAME_CASE_COLLISION",
                    "Names differ by more than case",
                    it -> when(
                            collision(it).isPresent(),
                            collision(it).orElse("")
                                    + " differs from another column only in case; Databricks compares names without"
                                    + " regard to case.")),
            error(
                    "N-01",
                    "NAME_TOO_LONG",
                    "Names of 255 characters at most",
                    it -> when(
                            it.columns().keySet().stream().anyMatch(name -> name.length() > 255),
                            "A column name is longer than 255 characters.")));

    private WishRules() {}

    static boolean changesStatistics(FeatureQuestion it) {
        return it.speaksOf("(statistics|stats) columns?|dataskipping|skipping statistics|compute (delta )?statistics");
    }

    static boolean wantsDefaults(FeatureQuestion it) {
        return it.speaksOf(
                "(column|add|set|with|use) (a )?defaults?\\b|default (value|current|expression|for (the )?column)");
    }

    static boolean widens(FeatureQuestion it) {
        return it.change()
                .map(change -> TypeWidening.allows(change.from(), change.to())
                        && !it.table().isOlderThan(15, 4))
                .orElse(false);
    }

    static boolean needsMapping(FeatureQuestion it) {
        return !specialNames(it).isEmpty()
                || it.speaksOf("(rename|drop)[^.]*column|column mapping|columns?[^.]*(rename|drop)");
    }

    private static List<String> specialNames(FeatureQuestion it) {
        return it.columns().keySet().stream()
                .filter(name -> name.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0))
                .map(name -> "\"" + name.replaceAll("\\p{Cntrl}", " ") + "\"")
                .toList();
    }

    /** The first period of time that the wish names, in hours. */
    private static Optional<Long> hours(FeatureQuestion it) {
        Matcher matcher = PERIOD.matcher(it.wish());
        if (!matcher.find() || matcher.group(1).length() > 6) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(amount
                * switch (Character.toLowerCase(matcher.group(2).charAt(0))) {
                    case 'h' -> 1;
                    case 'd' -> 24;
                    case 'w' -> 7 * 24;
                    case 'm' -> 30 * 24;
                    default -> 365 * 24;
                });
    }

    /** Days of time travel that go beyond the default of seven. */
    static Optional<Long> longTravel(FeatureQuestion it) {
        return it.speaksOf("time travel|retention|retain|version as of|roll ?back")
                ? hours(it).map(hours -> hours / 24).filter(days -> days > 7)
                : Optional.empty();
    }

    private static Optional<String> collision(FeatureQuestion it) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String name : it.columns().keySet()) {
            if (seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name) != null) {
                return Optional.of("\"" + name + "\"");
            }
        }
        return Optional.empty();
    }
}
