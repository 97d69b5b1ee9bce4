package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.generator.design.DesignRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why a dimension has its key, its history and its width, and what was not chosen. */
final class DimensionReasons {

    private final Scope scope;
    private final DesignRequest request;

    DimensionReasons(Scope scope, DesignRequest request) {
        this.scope = scope;
        this.request = request;
    }

    /** The decisions about one dimension, the most important first. */
    List<Decision> of(DimensionPlan plan, List<JoinedTable> tables, List<String> businessKey, ScdType type) {
        List<Decision> decisions = new ArrayList<>();
        decisions.add(key(plan, businessKey));
        decisions.add(history(plan, type));
        if (type != ScdType.TYPE_0) {
            decisions.add(deletes(type));
        }
        decisions.add(surrogate(plan));
        List<String> joins = tables.stream()
                .flatMap(t -> t.reach().stream())
                .map(DimensionReasons::joinEvidence)
                .toList();
        if (!joins.isEmpty()) {
            decisions.add(new Decision(
                    "K17",
                    "one wide dimension",
                    "many-to-one parents are taken in, so that reports need one join; a parent that arrives late "
                            + "leaves its columns NULL until the next load",
                    joins,
                    List.of("a snowflake with a table for each level")));
        }
        return decisions;
    }

    private Decision key(DimensionPlan plan, List<String> businessKey) {
        String source = plan.driving().text();
        List<String> code = scope.code(plan.driving());
        return new Decision(
                "K11",
                "business key " + String.join(", ", businessKey),
                scope.table(plan.driving()).primaryKey().isEmpty()
                        ? "the best unique key of a table without primary key"
                        : "it is the primary key of " + plan.driving().table()
                                + ", by which other tables refer to its rows",
                List.of(source + " is a "
                        + scope.classOf(plan.driving()).kind().name().toLowerCase(Locale.ROOT) + ": "
                        + scope.classOf(plan.driving()).reason()),
                code.isEmpty()
                        ? List.of()
                        : List.of("the code " + String.join(", ", code) + ", which is kept as attribute"));
    }

    private static String joinEvidence(JoinedTable.Reach reach) {
        SourceRelationship via = reach.via();
        return via.fromText() + " -> " + via.toText() + " (" + via.type().text().replace('_', ' ') + ", "
                + (via.declared() ? "declared" : "inferred") + ")";
    }

    private Decision history(DimensionPlan plan, ScdType type) {
        return switch (type) {
            case TYPE_0 ->
                new Decision(
                        "dim.scd0",
                        "SCD type 0",
                        "the first values are kept",
                        List.of(),
                        List.of("SCD type 1", "SCD type 2"));
            case TYPE_1 ->
                request.scdType() == ScdType.TYPE_1
                        ? new Decision(
                                "dim.scd1",
                                "SCD type 1",
                                "changes overwrite, no history is kept",
                                List.of(),
                                List.of("SCD type 2 keeps every version"))
                        : new Decision(
                                "dim.date",
                                "SCD type 1 for the calendar",
                                "a day does not change; what is corrected, such as a holiday, is overwritten",
                                List.of(plan.driving().text() + " is a calendar"),
                                List.of("a generated calendar beside it", "SCD type 2"));
            case TYPE_2 ->
                new Decision(
                        "dim.scd2",
                        "SCD type 2 by one MERGE a batch",
                        "every version is kept, so that facts find the attributes as they were; a full delivery never "
                                + "carries an older state than the one before",
                        List.of(),
                        List.of("SCD type 1 overwrites", "rebuilding the timeline for late changes"));
        };
    }

    /** Loads ignore what is gone, because facts still refer to it. */
    private static Decision deletes(ScdType type) {
        String kept = type == ScdType.TYPE_2 ? "its last version stays current" : "its row stays";
        return new Decision(
                "dim.deletes",
                "what the source deletes stays",
                kept + ", because facts still refer to it and a delivery that is cut short would close everything",
                List.of(),
                List.of("closing the version of a key that a full delivery lacks"));
    }

    private Decision surrogate(DimensionPlan plan) {
        return request.surrogate() == SurrogateKind.HASH
                ? new Decision(
                        "K-02",
                        "a hash of the business key as surrogate key",
                        "any number of loads can compute it side by side, without looking it up",
                        List.of(),
                        List.of("a BIGINT identity column, which is shorter, but allows one load at a time"))
                : new Decision(
                        "K-02",
                        "a BIGINT identity column as surrogate key",
                        "it is short and joins fast, and " + plan.name()
                                + " has a single load, which is all that an identity column allows at a time",
                        List.of("1 load"),
                        List.of("a hash key, when loads must run side by side"));
    }
}
