package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits the named tables into dimensions: each table at the many end drives one, its parents are taken in. */
final class DimensionSplit {

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final List<TableName> drivers = new ArrayList<>();
    private final Set<TableName> passed = new HashSet<>();
    private final Map<TableName, List<TableName>> subtypes = new LinkedHashMap<>();

    private DimensionSplit(Scope scope, Notes notes, DesignRequest request) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
    }

    static List<DimensionPlan> of(Scope scope, Notes notes, DesignRequest request) {
        return new DimensionSplit(scope, notes, request).plans();
    }

    private List<DimensionPlan> plans() {
        findDrivers();
        mergeSubtypes();
        attachOverUnnamed();
        drivers.removeIf(this::hasNoKey);
        if (drivers.isEmpty()) {
            throw Problem.invalid(
                            "LW-1814",
                            "None of these tables has a key, so their rows cannot be told apart.",
                            "Name a table with a primary key or a unique column.")
                    .exception();
        }
        if (drivers.size() > 1) {
            several();
        }
        return drivers.stream().map(this::plan).toList();
    }

    private void findDrivers() {
        Set<TableName> named = new LinkedHashSet<>(scope.named());
        List<TableName> order = scope.named();
        for (TableName table : order) {
            boolean isParent = order.stream()
                    .filter(other -> !other.equals(table) && scope.reaches(other, table, named))
                    .anyMatch(other ->
                            !scope.reaches(table, other, named) || order.indexOf(other) < order.indexOf(table));
            if (!isParent || request.dimensions().contains(table)) {
                drivers.add(table);
            }
        }
    }

    /** Several tables that share the key of one parent describe it together: the parent drives. */
    private void mergeSubtypes() {
        for (TableName parent : scope.named()) {
            List<TableName> sharing = drivers.stream()
                    .filter(d -> scope.references(d).stream()
                            .anyMatch(r ->
                                    r.to().equals(parent) && r.type() == SourceRelationship.Cardinality.ONE_TO_ONE))
                    .toList();
            if (sharing.size() > 1 && !drivers.contains(parent)) {
                drivers.set(drivers.indexOf(sharing.getFirst()), parent);
                drivers.removeAll(sharing);
                subtypes.put(parent, sharing);
            }
        }
    }

    /** A table that is not adjacent is a parent too when a chain of references leads to it. */
    private void attachOverUnnamed() {
        for (TableName parent : List.copyOf(drivers)) {
            for (TableName driver : List.copyOf(drivers)) {
                boolean open = drivers.contains(parent) && drivers.contains(driver) && !parent.equals(driver);
                if (open && !request.dimensions().contains(parent)) {
                    attach(driver, parent);
                }
            }
        }
    }

    private void attach(TableName driver, TableName parent) {
        List<SourceRelationship> up = scope.pathUp(driver, parent, t -> true);
        List<SourceRelationship> down = scope.pathUp(parent, driver, t -> true);
        boolean shorter = down.isEmpty()
                || up.size() < down.size()
                || up.size() == down.size()
                        && scope.named().indexOf(driver) < scope.named().indexOf(parent);
        if (!up.isEmpty() && shorter) {
            drivers.remove(parent);
            up.forEach(hop -> passed.add(hop.to()));
            notes.assume(TableNames.pathSentence(up));
        }
    }

    private boolean hasNoKey(TableName table) {
        boolean keyless = scope.key(table).isEmpty();
        if (keyless) {
            notes.leaveOut(table, "it has no key, so its rows cannot be told apart");
        }
        return keyless;
    }

    private void several() {
        List<String> names = drivers.stream().map(TableName::text).toList();
        notes.assume("No chain of many-to-one references joins " + String.join(" and ", names)
                + ", so each drives a dimension of its own.");
        if (request.name().isPresent()) {
            notes.ask(new Question(
                    "These tables do not describe one thing. Which one shall the dimension be about?",
                    drivers.stream()
                            .map(d -> new Question.Option(d.table(), "a dimension based on " + d.text()))
                            .toList()));
        }
    }

    private DimensionPlan plan(TableName driver) {
        Set<TableName> taken = new HashSet<>(scope.named());
        taken.addAll(passed);
        taken.remove(driver);
        taken.removeAll(request.dimensions());
        if (request.attributes().isEmpty()) {
            taken.addAll(Descriptions.of(scope, notes, driver, taken, new HashSet<>(drivers)));
        }
        String entity = scope.entity(driver);
        String name = drivers.size() == 1 && request.name().isPresent()
                ? TableNames.prefixed("dim_", request.name().get())
                : "dim_" + entity;
        return new DimensionPlan(name, entity, driver, taken, subtypes.getOrDefault(driver, List.of()));
    }
}
