package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the ways from facts to the dimensions of a star: direct references first, then chains of them. */
final class StarLinks {

    private final Scope scope;
    private final Notes notes;
    private final Map<TableName, DimensionPlan> dimensions;
    private final Predicate<TableName> passed;
    private final Predicate<TableName> event;

    /**
     * @param dimensions by the table that drives them
     * @param passed whether a table is only on the way
     * @param event whether a table is a fact or a document merged into one
     */
    StarLinks(
            Scope scope,
            Notes notes,
            Map<TableName, DimensionPlan> dimensions,
            Predicate<TableName> passed,
            Predicate<TableName> event) {
        this.scope = scope;
        this.notes = notes;
        this.dimensions = dimensions;
        this.passed = passed;
        this.event = event;
    }

    /** The ways from a fact to the dimensions, each with the part that the dimension plays. */
    List<FactPlan.Link> of(FactPlan plan) {
        List<FactPlan.Link> links = new ArrayList<>();
        Set<TableName> met = new HashSet<>();
        direct(plan.driving(), false, links, met);
        plan.toHeader().ifPresent(header -> direct(header.to(), true, links, met));
        for (TableName root : dimensions.keySet()) {
            if (!met.contains(root)) {
                further(plan, root).ifPresent(links::add);
            }
        }
        return links.stream().map(link -> named(link, links)).toList();
    }

    /** A dimension that is used once needs no role, unless its days would not tell of what. */
    private FactPlan.Link named(FactPlan.Link link, List<FactPlan.Link> all) {
        boolean several = SourceCalendar.is(scope, link.dimension().driving())
                || all.stream()
                                .filter(l -> l.dimension().equals(link.dimension()))
                                .count()
                        > 1;
        return several ? link : new FactPlan.Link(link.dimension(), link.fromHeader(), link.path(), Optional.empty());
    }

    private void direct(TableName from, boolean header, List<FactPlan.Link> links, Set<TableName> met) {
        for (SourceRelationship reference : scope.references(from)) {
            DimensionPlan dimension = dimensions.get(reference.to());
            Optional<String> role = SourceCalendar.is(scope, reference.to())
                    ? Optional.of(Roles.ofDay(scope, reference))
                    : Roles.of(scope, reference);
            boolean repeated = header
                    && links.stream()
                            .anyMatch(l -> !l.fromHeader()
                                    && l.path().getFirst().to().equals(reference.to())
                                    && l.role().equals(role));
            if (dimension != null && !repeated) {
                met.add(reference.to());
                links.add(new FactPlan.Link(dimension, header, List.of(reference), role));
            }
        }
    }

    private Optional<FactPlan.Link> further(FactPlan plan, TableName root) {
        DimensionPlan dimension = dimensions.get(root);
        if (dimension == null) {
            return Optional.empty();
        }
        List<SourceRelationship> own = path(plan.driving(), root);
        boolean header = own.isEmpty() && plan.toHeader().isPresent();
        List<SourceRelationship> path = header ? path(plan.toHeader().get().to(), root) : own;
        if (path.isEmpty()) {
            return Optional.empty();
        }
        notes.assume(TableNames.pathSentence(path));
        return Optional.of(new FactPlan.Link(dimension, header, path, Optional.empty()));
    }

    private List<SourceRelationship> path(TableName from, TableName root) {
        List<SourceRelationship> near = scope.pathUp(from, root, passed);
        return near.isEmpty() ? scope.pathUp(from, root, t -> !dimensions.containsKey(t) && !event.test(t)) : near;
    }
}
