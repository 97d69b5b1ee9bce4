package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The column that says when the event of a fact happened, by which versions of its dimensions are found (modeling.md
 * 2.2, fact.transaction): a date of the event, else the day that a calendar of the source tells.
 */
final class EventTime {

    private final Scope scope;
    private final Notes notes;
    private final FactPlan plan;
    private final FactRelations relations;

    private EventTime(Scope scope, Notes notes, FactPlan plan, FactRelations relations) {
        this.scope = scope;
        this.notes = notes;
        this.plan = plan;
        this.relations = relations;
    }

    /** Empty when nothing says it; then it is said why facts find the versions of now. */
    static Optional<ColumnRef> of(
            Scope scope, Notes notes, FactPlan plan, FactRelations relations, List<FactDates.EventDate> dates) {
        return dates.isEmpty()
                ? new EventTime(scope, notes, plan, relations).fromCalendar()
                : Optional.of(dates.getFirst().ref());
    }

    private Optional<ColumnRef> fromCalendar() {
        List<SourceRelationship> hops = calendarHops(scope, plan);
        for (SourceRelationship hop : hops) {
            Optional<SourceCalendar.Day> day = SourceCalendar.day(scope, hop);
            if (day.isPresent()) {
                return Optional.of(column(hop, day.get()));
            }
        }
        notes.warn(
                hops.isEmpty()
                        ? plan.driving().text() + " has no date, so " + plan.name()
                                + " finds its dimensions as they are when it is loaded."
                        : hops.getFirst().to().text() + " has no date column and its key is no day as yyyymmdd, so "
                                + plan.name() + " finds its dimensions as they are when it is loaded, not as of "
                                + hops.getFirst().fromColumns().getFirst() + ".");
        return Optional.empty();
    }

    private ColumnRef column(SourceRelationship hop, SourceCalendar.Day day) {
        JoinedTable at = hop.from().equals(plan.driving())
                ? relations.driving()
                : relations.header(plan).orElse(relations.driving());
        String reference = at.alias() + "." + hop.fromColumns().getFirst();
        if (day.inCalendar()) {
            notes.assume(plan.name() + " finds its dimensions as of " + hop.to().table() + "." + day.column()
                    + ", to which " + reference + " refers.");
            return new ColumnRef(relations.follow(at, hop).alias(), day.column());
        }
        boolean number = scope.table(hop.from())
                .column(day.column())
                .filter(c -> c.lakeType().isInteger())
                .isPresent();
        notes.assume(plan.name() + " finds its dimensions as of " + reference
                + (number ? ", read as the day yyyymmdd." : "."));
        return new ColumnRef(at.alias(), day.column());
    }

    /** References to calendars, those of the document first, because a document comes before its lines. */
    static List<SourceRelationship> calendarHops(Scope scope, FactPlan plan) {
        List<TableName> tables = new ArrayList<>();
        plan.toHeader().ifPresent(via -> tables.add(via.to()));
        tables.add(plan.driving());
        return tables.stream()
                .flatMap(table -> inColumnOrder(scope, table).stream())
                .filter(hop -> SourceCalendar.is(scope, hop.to()))
                .toList();
    }

    private static List<SourceRelationship> inColumnOrder(Scope scope, TableName table) {
        List<SourceRelationship> all = scope.references(table);
        return scope.table(table).columns().stream()
                .flatMap(column ->
                        all.stream().filter(hop -> hop.fromColumns().getFirst().equalsIgnoreCase(column.name())))
                .toList();
    }
}
