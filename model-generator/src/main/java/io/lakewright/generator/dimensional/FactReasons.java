package io.lakewright.generator.dimensional;

import io.lakewright.core.model.Decision;
import io.lakewright.core.model.FactType;
import io.lakewright.core.naming.Names;
import io.lakewright.generator.design.DesignRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what one row of a fact stands for, and why the fact is made as it is. */
final class FactReasons {

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final FactPlan plan;
    private final List<String> grain;

    FactReasons(Scope scope, Notes notes, DesignRequest request, FactPlan plan, List<String> grain) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
        this.plan = plan;
        this.grain = List.copyOf(grain);
    }

    /** The id of the pattern. */
    static String pattern(FactType type, boolean dated) {
        return switch (type) {
            case TRANSACTION -> "fact.transaction";
            case PERIODIC_SNAPSHOT -> "fact.periodic_snapshot";
            case ACCUMULATING_SNAPSHOT -> "fact.accumulating_snapshot";
            case FACTLESS -> dated ? "fact.factless_event" : "fact.factless_coverage";
        };
    }

    /** The grain in words. */
    String words() {
        String row =
                "One row per " + scope.entity(plan.driving()).replace('_', ' ') + " (" + String.join(", ", grain) + ")";
        return request.grain()
                .map(DesignRequest.WantedGrain::words)
                .filter(said -> Names.words(said).size() > 2 && plan.links().size() > 0)
                .map(said -> said.strip() + " (" + String.join(", ", grain) + ")")
                .orElse(row);
    }

    /** The decisions about the fact, its grain first. */
    List<Decision> of(FactType type, List<FactDates.EventDate> dates) {
        List<Decision> decisions = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        evidence.add(
                plan.driving().text() + ": " + scope.classOf(plan.driving()).reason());
        scope.table(plan.driving())
                .rowCount()
                .ifPresent(rows -> evidence.add(String.format(Locale.ROOT, "%,d rows", rows)));
        decisions.add(new Decision(
                "K01",
                words(),
                "the finest grain there is answers every coarser question",
                evidence,
                plan.toHeader().isPresent()
                        ? List.of("one row per "
                                + scope.entity(plan.toHeader().get().to()).replace('_', ' '))
                        : List.of()));
        decisions.add(new Decision(
                pattern(type, !dates.isEmpty()),
                type.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " fact",
                switch (type) {
                    case TRANSACTION -> "its rows are events with measures";
                    case FACTLESS ->
                        dates.isEmpty()
                                ? "its rows say what belongs together, without a date or a number of their own"
                                : "its rows are events without a number of their own";
                    case PERIODIC_SNAPSHOT -> "its rows are states without a date of their own";
                    case ACCUMULATING_SNAPSHOT -> "its rows pass several dates one after the other";
                },
                dates.stream()
                        .map(d -> "date " + d.table().table().name().text() + "."
                                + d.column().name())
                        .toList(),
                List.of()));
        decisions.add(new Decision(
                "K-03",
                "no surrogate key",
                "nothing refers to a fact, and an identity would end parallel loads",
                List.of("grain columns " + String.join(", ", grain)),
                List.of()));
        if (plan.toHeader().isPresent()) {
            decisions.add(new Decision(
                    "K23",
                    "document and lines in one fact at the grain of the lines",
                    "keys and dates of the document hold for every line; its amounts do not; a line whose document has not "
                            + "arrived stays, with -1 for them, and the load after its arrival fills them in",
                    List.of(plan.toHeader().get().fromText() + " -> "
                            + plan.toHeader().get().toText()),
                    List.of(
                            "a second fact at the grain of the document",
                            "amounts allocated to lines",
                            "holding lines back until their document is there")));
        }
        if (type == FactType.PERIODIC_SNAPSHOT) {
            notes.assume(plan.driving().text() + " says how things stand and not since when, so " + plan.name()
                    + " holds the latest state; a history of states would need a date of delivery in its grain.");
        }
        return decisions;
    }
}
