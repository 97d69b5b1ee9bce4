package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of every table what it is: score and order of classes of modeling.md 4.3, steps 2, 5 and 6. */
public final class TableClassifier {

    private static final double FACT_SCORE = 0.45;
    private static final double NEAR = 0.08;

    private final Set<String> flatNames;
    private final Map<TableName, TableFeatures> features;
    private final FactScore scores;

    private TableClassifier(SourceSchema schema, Map<TableName, TableFeatures> features) {
        this.flatNames = TechnicalNames.flatNames(schema);
        this.features = features;
        this.scores = new FactScore(features);
    }

    public static Map<TableName, TableClass> classify(
            SourceSchema schema, List<SourceRelationship> relationships, Map<TableName, ColumnRoles> roles) {
        TableClassifier classifier = new TableClassifier(schema, TableFeatureReader.read(schema, relationships, roles));
        Map<TableName, TableClass> classes = new LinkedHashMap<>();
        classifier.features.values().forEach(found -> classes.put(found.table().name(), classifier.classify(found)));
        return new ClassesInContext(classifier.features, classes).revised();
    }

    private TableClass classify(TableFeatures f) {
        double score = scores.of(f);
        if (TechnicalNames.isTechnical(f)) {
            return of(Kind.TECHNICAL, score, "its name and columns are those of a technical table", List.of());
        }
        String history = TechnicalNames.historyReason(f, flatNames);
        if (!history.isEmpty()) {
            return of(Kind.HISTORY, score, history, List.of());
        }
        boolean event = f.eventDate();
        if (f.keyIsForeign() && f.parents().size() >= 2 && f.measures() == 0 && !f.ownEventDate()) {
            return of(
                    Kind.BRIDGE,
                    score,
                    "its key consists of references to " + names(f) + " and it measures nothing",
                    List.of());
        }
        if (f.keyIsForeign() && f.parents().size() >= 2 && f.measures() > 0 && !event) {
            return of(
                    Kind.FACT,
                    score,
                    "it measures a state of " + names(f)
                            + " without a date of its own: a periodic snapshot or a weighted bridge",
                    List.of(Kind.BRIDGE));
        }
        if (isSubtype(f)) {
            return of(
                    Kind.SUBTYPE,
                    score,
                    "it shares its key with " + names(f) + ", whose rows it describes further",
                    List.of(Kind.DIMENSION));
        }
        if (f.hasLines() && f.ownEventDate() && !f.parents().isEmpty() && !TechnicalNames.namesThing(f)) {
            return of(Kind.FACT, score, "a dated document with lines, refers to " + names(f), List.of());
        }
        boolean qualifies = !f.parents().isEmpty()
                && event
                && (f.measures() > 0 || f.parents().size() >= 2)
                && !TechnicalNames.namesThing(f);
        if (qualifies && score >= FACT_SCORE) {
            boolean lifecycle = f.validityPair() && f.incoming() > 0;
            return of(Kind.FACT, score, factReason(f), lifecycle ? List.of(Kind.DIMENSION) : List.of());
        }
        List<Kind> alternatives = qualifies && score >= FACT_SCORE - NEAR ? List.of(Kind.FACT) : List.of();
        boolean few = f.table().rowCount().isEmpty() || f.rows() <= 500;
        if (f.parents().isEmpty() && few && ownColumns(f) <= 2) {
            return of(
                    Kind.REFERENCE,
                    score,
                    "a short list of codes or names without references of its own",
                    List.of(Kind.DIMENSION));
        }
        return of(Kind.DIMENSION, score, dimensionReason(f), alternatives);
    }

    /** A subtype: its key is the key of another table, nothing else refers to it, and it adds little. */
    private static boolean isSubtype(TableFeatures f) {
        boolean sharesKey = f.outgoing().stream()
                .anyMatch(r ->
                        !r.isSelfReference() && r.fromColumns().equals(f.table().primaryKey()));
        return sharesKey && f.incoming() == 0 && ownColumns(f) <= 4 && f.measures() == 0;
    }

    private static int ownColumns(TableFeatures f) {
        long datesOfLife = f.roles().with(SourceRole.AUDIT_DATE).stream()
                .filter(column -> !DateRoles.isBookkeeping(NameParts.flat(column)))
                .count();
        return (int) datesOfLife
                + f.roles()
                        .with(
                                SourceRole.TEXT,
                                SourceRole.CODE,
                                SourceRole.MEASURE,
                                SourceRole.FLAG,
                                SourceRole.BUSINESS_KEY,
                                SourceRole.DOCUMENT,
                                SourceRole.IDENTIFIER,
                                SourceRole.EVENT_DATE)
                        .size();
    }

    private static String factReason(TableFeatures f) {
        List<String> parts = new ArrayList<>();
        parts.add("refers to " + names(f));
        if (f.measures() > 0) {
            parts.add("has " + count(f.measures(), "measure") + " ("
                    + limited(f.roles().with(SourceRole.MEASURE)) + ")");
        }
        parts.add(f.ownEventDate() ? "carries the date of the event" : "its header carries the date of the event");
        f.table().rowCount().ifPresent(rows -> parts.add(grouped(rows) + " rows"));
        return String.join(", ", parts);
    }

    private static String dimensionReason(TableFeatures f) {
        List<String> parts = new ArrayList<>();
        parts.add(f.incoming() > 0 ? count(f.incoming(), "reference") + " to it" : "nothing refers to it");
        parts.add(count(
                f.roles()
                        .with(SourceRole.TEXT, SourceRole.CODE, SourceRole.BUSINESS_KEY)
                        .size(),
                "descriptive column"));
        if (!f.ownEventDate()) {
            parts.add("no date of an event");
        }
        f.table().rowCount().ifPresent(rows -> parts.add(grouped(rows) + " rows"));
        return String.join(", ", parts);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String names(TableFeatures f) {
        Set<String> names =
                f.parents().stream().map(TableName::table).collect(Collectors.toCollection(LinkedHashSet::new));
        return limited(List.copyOf(names));
    }

    private static String limited(List<String> names) {
        return names.size() <= 4
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static TableClass of(Kind kind, double score, String reason, List<Kind> alternatives) {
        return new TableClass(kind, Math.round(score * 100) / 100.0, reason, alternatives);
    }

    public static boolean isCalendar(SourceTable table) {
        String subject = NameParts.subject(table.name().table());
        return (subject.endsWith("date")
                        || subject.endsWith("calendar")
                        || subject.equals("time")
                        || subject.equals("day"))
                && table.columns().stream()
                                .filter(column -> NameParts.containsAny(
                                        NameParts.flat(column.name()), "year", "month", "quarter", "week", "day"))
                                .count()
                        >= 3;
    }
}
