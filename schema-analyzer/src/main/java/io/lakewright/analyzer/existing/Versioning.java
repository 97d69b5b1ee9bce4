package io.lakewright.analyzer.existing;

import io.lakewright.core.model.History;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns by which a dimension keeps versions of its rows. Plain start and end dates may describe the thing itself,
 * as those of a promotion do, and count only beside a mark of the current version.
 *
 * @param current the mark of the current version; where there is none, an open or far end says it
 */
record Versioning(String validFrom, String validTo, Optional<String> current) {

    private static final Set<String> STARTS = Set.of(
            "validfrom",
            "validfromdate",
            "effectivefrom",
            "effectivedate",
            "effectivestartdate",
            "effectivestart",
            "effstartdate",
            "rowstartdate",
            "roweffectivedate",
            "rowvalidfrom",
            "versionstart",
            "scdstart",
            "scdstartdate",
            "dbtvalidfrom",
            "startat");
    private static final Set<String> ENDS = Set.of(
            "validto",
            "validtodate",
            "validuntil",
            "effectiveto",
            "effectiveenddate",
            "effectiveend",
            "effenddate",
            "expirationdate",
            "expirydate",
            "rowenddate",
            "rowexpirationdate",
            "rowvalidto",
            "versionend",
            "scdend",
            "scdenddate",
            "dbtvalidto",
            "endat");
    private static final Set<String> PLAIN_STARTS = Set.of("startdate", "fromdate", "begindate", "startts");
    private static final Set<String> PLAIN_ENDS = Set.of("enddate", "todate", "endts");
    private static final Set<String> ROW_WORDS = Set.of("row", "scd", "dbt", "version");
    private static final Set<String> CURRENT = Set.of(
            "iscurrent",
            "currentflag",
            "current",
            "currentrow",
            "iscurrentrow",
            "rowiscurrent",
            "currentindicator",
            "rowcurrentindicator",
            "currentversion",
            "iscurrentversion",
            "islatest",
            "latestflag",
            "activeflag",
            "isactive",
            "rowstatus",
            "status");

    /** How a dimension keeps versions; empty when it does not. */
    static Optional<Versioning> ofDimension(SourceTable table) {
        Optional<String> current = first(table, column -> isNamed(column, CURRENT));
        Optional<Versioning> certain = pair(table, STARTS, ENDS, current);
        return certain.isPresent() || current.isEmpty() ? certain : pair(table, PLAIN_STARTS, PLAIN_ENDS, current);
    }

    /**
     * How any table keeps versions; empty when it does not. Dates of validity alone may be those of a contract or a
     * promotion: here the names must speak of rows, a version must be marked as current, or the start must belong to a key.
     */
    static Optional<Versioning> of(SourceTable table) {
        return ofDimension(table)
                .filter(found -> found.current().isPresent()
                        || isKeyed(table, found.validFrom())
                        || Names.words(found.validFrom()).stream().anyMatch(ROW_WORDS::contains));
    }

    private static boolean isKeyed(SourceTable table, String start) {
        return table.isPrimaryKeyColumn(start) || table.unique().stream().anyMatch(key -> key.contains(start));
    }

    /** The form of a model, which names a mark of the current version. */
    Optional<History> history() {
        return current.map(mark -> new History(validFrom, validTo, mark));
    }

    /** The evidence in words. */
    String words() {
        return validFrom + " and " + validTo
                + current.map(mark -> " with " + mark).orElse("") + " keep versions";
    }

    private static Optional<Versioning> pair(
            SourceTable table, Set<String> starts, Set<String> ends, Optional<String> current) {
        return first(table, column -> isNamed(column, starts) && isMoment(column))
                .flatMap(start -> first(table, column -> isNamed(column, ends) && isMoment(column))
                        .map(end -> new Versioning(start, end, current)));
    }

    private static boolean isMoment(Column column) {
        return column.lakeType().isTemporal() || column.lakeType().isInteger();
    }

    private static boolean isNamed(Column column, Set<String> names) {
        return names.contains(String.join("", Names.words(column.name())));
    }

    private static Optional<String> first(SourceTable table, Predicate<Column> fits) {
        return table.columns().stream().filter(fits).map(Column::name).findFirst();
    }
}
