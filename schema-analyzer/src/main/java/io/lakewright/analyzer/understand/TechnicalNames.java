package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the name of a table alone says about it: technical, history, event or thing. */
final class TechnicalNames {

    private static final Set<String> TECHNICAL_WORDS = Set.of(
            "log",
            "logs",
            "queue",
            "migration",
            "migrations",
            "session",
            "sessions",
            "tmp",
            "temp",
            "backup",
            "bak",
            "changelog",
            "changeloglock",
            "outbox",
            "lock",
            "locks",
            "sysdiagrams");
    private static final Set<String> TECHNICAL_NAMES = Set.of(
            "flywayschemahistory",
            "databasechangelog",
            "databasechangeloglock",
            "schemamigrations",
            "alembicversion",
            "arinternalmetadata",
            "djangomigrations",
            "djangosession",
            "djangoadminlog",
            "djangocontenttype",
            "spatialrefsys",
            "awbuildversion",
            "errorlog",
            "databaselog");
    private static final List<String> HISTORY_PARTS = List.of("history", "hist", "archive", "audit");
    private static final Set<String> NOT_ADDITIVE = Set.of(
            "rate", "price", "pct", "percent", "percentage", "ratio", "score", "level", "balance", "limit", "average");
    private static final List<String> EVENT_PARTS = List.of(
            "order",
            "invoice",
            "payment",
            "transaction",
            "movement",
            "shipment",
            "claim",
            "visit",
            "sale",
            "rental",
            "booking",
            "reservation",
            "return",
            "refund",
            "receipt",
            "delivery",
            "event",
            "appointment",
            "usage",
            "call",
            "posting",
            "entry",
            "detail",
            "lineitem",
            "line");
    private static final List<String> THING_PARTS = List.of(
            "type",
            "category",
            "country",
            "product",
            "customer",
            "status",
            "reason",
            "region",
            "territory",
            "employee",
            "supplier",
            "vendor",
            "store",
            "address",
            "person",
            "account",
            "currency",
            "method",
            "contact",
            "department",
            "location",
            "model");

    private TechnicalNames() {}

    static boolean isTechnical(TableFeatures f) {
        String flat = NameParts.flat(f.table().name().table());
        if (TECHNICAL_NAMES.contains(flat)) {
            return true;
        }
        List<String> words = Names.words(f.table().name().table());
        boolean named = words.stream().anyMatch(TECHNICAL_WORDS::contains);
        return named && f.parents().size() <= 1 && f.incoming() == 0;
    }

    /** The names of all tables, flat, and what they are about. */
    static Set<String> flatNames(SourceSchema schema) {
        Set<String> names = new HashSet<>();
        for (SourceTable table : schema.tables()) {
            names.add(NameParts.flat(table.name().table()));
            names.add(NameParts.subject(table.name().table()));
        }
        return names;
    }

    /**
     * Why the table keeps former states of another one; empty when it does not.
     *
     * @param flatNames those of {@link #flatNames}
     */
    static String historyReason(TableFeatures f, Set<String> flatNames) {
        String flat = NameParts.flat(f.table().name().table());
        for (String part : HISTORY_PARTS) {
            if (!flat.endsWith(part) || flat.length() == part.length()) {
                continue;
            }
            String base = flat.substring(0, flat.length() - part.length());
            boolean hasBase = flatNames.contains(base);
            boolean dated = f.roles().has(SourceRole.VALIDITY_START)
                    || f.table().primaryKey().stream()
                            .anyMatch(column -> f.table()
                                    .column(column)
                                    .filter(found -> found.lakeType().isTemporal())
                                    .isPresent());
            if (hasBase) {
                return "it keeps former rows of " + base;
            }
            if (dated && !recordsAmounts(f)) {
                return "its key holds the date from which a value was valid";
            }
        }
        return isKeyedByValidity(f)
                ? "its key holds a reference and the date from which a value was valid, and another date ends it"
                : "";
    }

    /** A value of one thing over time, such as the salary of an employee, whatever the table is called. */
    private static boolean isKeyedByValidity(TableFeatures f) {
        List<String> starts = f.roles().with(SourceRole.VALIDITY_START);
        return f.parents().size() == 1
                && f.incoming() == 0
                && f.roles().has(SourceRole.VALIDITY_END)
                && f.table().primaryKey().stream().anyMatch(starts::contains)
                && f.outgoing().stream()
                        .anyMatch(reference -> f.table().primaryKey().containsAll(reference.fromColumns()));
    }

    /** A series of amounts that are set now and again, such as quotas, is something to add up and no former state. */
    private static boolean recordsAmounts(TableFeatures f) {
        return !f.roles().has(SourceRole.VALIDITY_END)
                && f.roles().with(SourceRole.MEASURE).stream()
                        .anyMatch(measure -> f.table()
                                        .column(measure)
                                        .filter(column -> column.lakeType().base() == LakeType.Base.DECIMAL)
                                        .isPresent()
                                && Names.words(measure).stream().noneMatch(NOT_ADDITIVE::contains));
    }

    static double lexicalBonus(SourceTable table) {
        String subject = NameParts.subject(table.name().table());
        boolean event = EVENT_PARTS.stream().anyMatch(subject::endsWith) || subject.contains("order");
        boolean thing = THING_PARTS.stream().anyMatch(subject::endsWith);
        return event == thing ? 0 : event ? 0.05 : -0.05;
    }

    /** A calendar carries dates, but they are what it describes and no events. */
    static boolean namesThing(TableFeatures f) {
        return TableClassifier.isCalendar(f.table());
    }
}
