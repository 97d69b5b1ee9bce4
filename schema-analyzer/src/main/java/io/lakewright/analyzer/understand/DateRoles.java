package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Set;

/**
 * What the dates and times of one table stand for.
 *
 * @param prefix what the columns' names begin with to name their table
 * @param validity whether the table has a start and an end date of validity
 * @param createdIsEvent whether the time at which a row was made is when the event was: the table is named as an event,
 *     such as orders, and has no other date
 */
record DateRoles(SourceTable table, String prefix, boolean validity, boolean createdIsEvent) {

    private static final Set<String> START_WORDS = Set.of("start", "from", "begin", "effective", "since");
    private static final Set<String> END_WORDS =
            Set.of("end", "to", "until", "thru", "through", "expiry", "expires", "expiration", "termination");

    static DateRoles of(SourceTable table, String prefix) {
        return new DateRoles(table, prefix, hasValidityPair(table, prefix), createdIsEvent(table, prefix));
    }

    private static boolean createdIsEvent(SourceTable table, String prefix) {
        return TechnicalNames.lexicalBonus(table) > 0
                && table.columns().stream()
                        .filter(column -> column.lakeType().isTemporal())
                        .allMatch(column -> isBookkeeping(NameParts.bare(column.name(), prefix)));
    }

    /** Whether a flat name is that of a date of the row and not of what it stands for. */
    static boolean isBookkeeping(String bare) {
        return NameParts.containsAny(
                bare, "creat", "updat", "modif", "insert", "delet", "synced", "loaded", "lastchange");
    }

    SourceRole role(Column column) {
        String bare = NameParts.bare(column.name(), prefix);
        if (createdIsEvent && bare.contains("creat")) {
            return SourceRole.EVENT_DATE;
        }
        if (NameParts.containsAny(
                bare,
                "creat",
                "updat",
                "modif",
                "insert",
                "delet",
                "birth",
                "hire",
                "dob",
                "loaded",
                "synced",
                "lastlogin",
                "lastseen",
                "registered",
                "lastchange",
                "openedon",
                "founded",
                "established",
                "joined")) {
            return SourceRole.AUDIT_DATE;
        }
        if (NameParts.containsAny(bare, "discontinu", "retired", "obsolete")) {
            // The end of a thing's life, not an event that is counted.
            return validity ? SourceRole.VALIDITY_END : SourceRole.AUDIT_DATE;
        }
        if (validity && isStart(column.name(), bare)) {
            return SourceRole.VALIDITY_START;
        }
        if (validity && isEnd(column.name(), bare)) {
            return SourceRole.VALIDITY_END;
        }
        return table.isKey(List.of(column.name())) ? SourceRole.PRIMARY_KEY : SourceRole.EVENT_DATE;
    }

    /** A start and an end date, and no third date that would make them milestones of an event. */
    private static boolean hasValidityPair(SourceTable table, String prefix) {
        int starts = 0;
        int ends = 0;
        int others = 0;
        for (Column column : table.columns()) {
            if (!column.lakeType().isTemporal()) {
                continue;
            }
            String bare = NameParts.bare(column.name(), prefix);
            if (NameParts.containsAny(bare, "creat", "updat", "modif", "insert", "delet", "birth", "hire", "dob")) {
                continue;
            }
            if (isStart(column.name(), bare)) {
                starts++;
            } else if (isEnd(column.name(), bare)) {
                ends++;
            } else if (!bare.startsWith("discontinu")) {
                others++;
            }
        }
        return starts > 0 && ends > 0 && others == 0;
    }

    private static boolean isStart(String name, String bare) {
        return Names.words(name).stream().anyMatch(START_WORDS::contains)
                || NameParts.containsAny(bare, "startdate", "validfrom", "fromdate", "effectivedate");
    }

    private static boolean isEnd(String name, String bare) {
        return Names.words(name).stream().anyMatch(END_WORDS::contains)
                || NameParts.containsAny(bare, "enddate", "validto", "todate", "expirydate");
    }
}
