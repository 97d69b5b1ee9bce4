package io.lakewright.analyzer.meaning;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a table means to somebody who models it.
 *
 * @param grain what one row stands for
 * @param eventDates columns that say when what a row stands for happened, as {@code column} or, where the document that a
 *     row is a line of carries them, as {@code schema.table.column}
 * @param measures what may be computed with, and how it adds up; empty for a table that is no fact
 * @param degenerate numbers of documents and the like, which stay in a fact because they describe nothing else
 * @param question what to ask before the table is modelled, the most important only
 */
public record TableMeaning(
        RowGrain grain,
        List<String> eventDates,
        List<Measure> measures,
        List<String> degenerate,
        Optional<ModellingQuestion> question) {

    private static final Pattern NUMBER = Pattern.compile("(number|no|nr|num|ref|reference|id|key)$");

    /** A measure of a fact. */
    public record Measure(String column, MeasureClass kind) {}

    public TableMeaning {
        eventDates = List.copyOf(eventDates);
        measures = List.copyOf(measures);
        degenerate = List.copyOf(degenerate);
    }

    public static TableMeaning of(SchemaUnderstanding understanding, SourceTable table) {
        RowGrain grain = RowGrain.of(understanding, table);
        boolean fact = understanding.classOf(table.name()).kind() == Kind.FACT;
        List<String> dates = fact ? eventDates(understanding, table) : List.of();
        List<Measure> measures = fact ? measures(understanding, table, grain, dates) : List.of();
        return new TableMeaning(
                grain,
                dates,
                measures,
                fact ? degenerate(understanding, table) : List.of(),
                ModellingQuestion.of(understanding, table, grain, measures));
    }

    /** Dates of the table itself and references to a calendar, then the dates of the document. */
    private static List<String> eventDates(SchemaUnderstanding understanding, SourceTable table) {
        Set<String> dates =
                new LinkedHashSet<>(understanding.roles(table.name()).with(SourceRole.EVENT_DATE));
        for (SourceRelationship reference : understanding.outgoing(table.name())) {
            if (understanding
                    .schema()
                    .table(reference.to())
                    .filter(SchemaUnderstanding::isCalendar)
                    .isPresent()) {
                dates.addAll(reference.fromColumns());
            }
        }
        understanding
                .document(table)
                .ifPresent(document -> understanding.roles(document.to()).with(SourceRole.EVENT_DATE).stream()
                        .map(column -> document.to().text() + "." + column)
                        .forEach(dates::add));
        return List.copyOf(dates);
    }

    private static List<Measure> measures(
            SchemaUnderstanding understanding, SourceTable table, RowGrain grain, List<String> dates) {
        boolean lines = grain.document().isPresent()
                || DocumentTotal.isLine(table.name().table(), grain.columns());
        return understanding.roles(table.name()).with(SourceRole.MEASURE).stream()
                .flatMap(name -> table.column(name).stream())
                .map(column ->
                        new Measure(column.name(), MeasureClass.of(column, table.columns(), dates.isEmpty(), lines)))
                .toList();
    }

    /** Keys and numbers that refer to nothing, and the numbers of the events that a row belongs to. */
    private static List<String> degenerate(SchemaUnderstanding understanding, SourceTable table) {
        ColumnRoles roles = understanding.roles(table.name());
        Set<String> events = new LinkedHashSet<>();
        Set<String> things = new LinkedHashSet<>();
        for (SourceRelationship reference : understanding.outgoing(table.name())) {
            boolean event = !reference.isSelfReference()
                    && reference.fromColumns().size() == 1
                    && understanding.classOf(reference.to()).kind() == Kind.FACT;
            (event ? events : things).addAll(reference.fromColumns());
        }
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> !things.contains(name) && (events.contains(name) || isNumber(roles, name)))
                .toList();
    }

    private static boolean isNumber(ColumnRoles roles, String name) {
        return switch (roles.role(name)) {
            case PRIMARY_KEY, BUSINESS_KEY -> true;
            case IDENTIFIER, TEXT -> NUMBER.matcher(MeasureClass.flat(name)).find() && !isCounter(name);
            case FOREIGN_KEY, AUDIT_DATE, EVENT_DATE, VALIDITY_START, VALIDITY_END, FLAG, CODE, MEASURE, DOCUMENT ->
                false;
        };
    }

    /** Versions and revisions count changes of the row and number nothing. */
    private static boolean isCounter(String name) {
        String flat = MeasureClass.flat(name);
        return flat.contains("revision") || flat.contains("version") || flat.contains("level");
    }
}
