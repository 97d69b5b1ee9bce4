package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calendars that a source keeps itself, and how a reference to one of them tells the day (modeling.md 2.2, dim.date). */
final class SourceCalendar {

    private static final Set<String> NAMES = Set.of("calendar", "date", "day");
    private static final List<String> PARTS = List.of("year", "quarter", "month", "week", "day", "season");
    private static final int MANY_PARTS = 4;

    /**
     * Where the day of a reference stands.
     *
     * @param inCalendar whether the column is one of the calendar, not of the table that refers to it
     */
    record Day(boolean inCalendar, String column) {}

    private SourceCalendar() {}

    /** Whether rows of the table are days: by the parts of a date among its columns, and by its name. */
    static boolean is(Scope scope, TableName name) {
        SourceTable table = scope.table(name);
        if (scope.key(name).size() != 1 || !scope.references(name).isEmpty()) {
            return false;
        }
        List<String> columns = table.columns().stream()
                .map(column -> String.join("", Names.words(column.name())))
                .toList();
        long parts = PARTS.stream()
                .filter(part -> columns.stream().anyMatch(column -> column.contains(part)))
                .count();
        boolean dated = table.columns().stream()
                .anyMatch(c -> c.lakeType().isTemporal() && LeftOut.technical(c).isEmpty());
        return parts >= MANY_PARTS || isNamed(name) && (parts >= 2 || parts == 1 && dated);
    }

    private static boolean isNamed(TableName table) {
        List<String> words =
                Names.words(table.table()).stream().map(Names::singular).toList();
        return words.stream().anyMatch(NAMES::contains)
                || words.stream().anyMatch(word -> word.endsWith("date") || word.endsWith("calendar"));
    }

    /** Calendars that facts refer to belong to their star, named or not. */
    static void take(Scope scope, Notes notes, Collection<TableName> starts) {
        for (TableName start : starts) {
            scope.references(start).stream()
                    .map(SourceRelationship::to)
                    .filter(to -> !scope.isNamed(to) && is(scope, to))
                    .distinct()
                    .forEach(calendar -> {
                        scope.take(calendar);
                        notes.assume(calendar.text() + " was not named but is the calendar of " + start.table()
                                + ", so it is part of the star.");
                    });
        }
    }

    /** How the reference tells the day; empty when neither its own column nor the calendar does. */
    static Optional<Day> day(Scope scope, SourceRelationship hop) {
        Optional<Column> reference =
                hop.fromColumns().size() == 1 ? column(scope, hop.from(), hop.fromColumns()) : Optional.empty();
        if (reference.filter(c -> c.lakeType().isTemporal()).isPresent()) {
            return reference.map(c -> new Day(false, c.name()));
        }
        return dateOf(scope, hop.to())
                .map(date -> new Day(true, date))
                .or(() -> reference
                        .filter(c -> c.lakeType().isInteger() && isDayNumber(scope, hop))
                        .map(c -> new Day(false, c.name())));
    }

    private static Optional<Column> column(Scope scope, TableName table, List<String> names) {
        return scope.table(table).column(names.getFirst());
    }

    private static Optional<String> dateOf(Scope scope, TableName calendar) {
        List<String> dates = scope.table(calendar).columns().stream()
                .filter(c -> c.lakeType().isTemporal() && LeftOut.technical(c).isEmpty())
                .map(Column::name)
                .toList();
        List<String> named = dates.stream()
                .filter(name -> {
                    List<String> words = Names.words(name);
                    return !words.isEmpty()
                            && (words.getLast().endsWith("date")
                                    || words.getLast().equals("day"));
                })
                .toList();
        List<String> one = dates.size() == 1 ? dates : named;
        return one.size() == 1 ? Optional.of(one.getFirst()) : Optional.empty();
    }

    /** Whether the calendar's key is a day as yyyymmdd: by its figures, else by its name. */
    private static boolean isDayNumber(Scope scope, SourceRelationship hop) {
        Optional<Column> key = column(scope, hop.to(), hop.toColumns());
        Optional<ColumnProfile> profile = key.flatMap(Column::profile);
        Optional<String> least = profile.flatMap(ColumnProfile::minimum);
        Optional<String> most = profile.flatMap(ColumnProfile::maximum);
        if (least.isPresent() && most.isPresent()) {
            return isDay(least.get()) && isDay(most.get());
        }
        return key.filter(c -> {
                    String flat = String.join("", Names.words(c.name()));
                    return flat.contains("date") || flat.contains("day");
                })
                .isPresent();
    }

    private static boolean isDay(String number) {
        try {
            LocalDate.parse(number, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
