package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.DesignRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives every named table its place in a star: fact, dimension, part of a dimension, or left out with a reason.
 *
 * <p>Direct parents of facts are dimensions; what these refer to is flattened into them; a table that is reached only
 * through tables without content of their own, such as stock items between rentals and films, is a dimension that the
 * fact reaches over them (modeling.md 4.3 step 9).
 */
final class StarPlan {

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final Map<TableName, Optional<SourceRelationship>> facts;
    private final Set<TableName> headers = new HashSet<>();
    private final Set<TableName> roots = new LinkedHashSet<>();
    private final Set<TableName> flattened = new LinkedHashSet<>();
    private final Map<TableName, List<TableName>> subtypes = new LinkedHashMap<>();
    private final Map<TableName, DimensionPlan> dimensions = new LinkedHashMap<>();

    StarPlan(Scope scope, Notes notes, DesignRequest request, Map<TableName, Optional<SourceRelationship>> facts) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
        this.facts = facts;
        facts.values().forEach(header -> header.ifPresent(via -> headers.add(via.to())));
        findRoots();
        placeTheRest();
        Stream<TableName> things = roots.stream().filter(root -> !SourceCalendar.is(scope, root));
        Stream<TableName> calendars = roots.stream().filter(root -> SourceCalendar.is(scope, root));
        Stream.concat(things, calendars).forEach(root -> dimensions.put(root, dimension(root)));
    }

    List<DimensionPlan> dimensions() {
        return List.copyOf(dimensions.values());
    }

    /** Tables that stand for themselves: dimensions and facts. */
    Set<TableName> ownTables() {
        Set<TableName> own = new HashSet<>(roots);
        own.addAll(facts.keySet());
        own.addAll(headers);
        return own;
    }

    List<FactPlan> facts() {
        List<FactPlan> plans = new ArrayList<>();
        StarLinks links = new StarLinks(scope, notes, dimensions, this::isPassed, this::isEvent);
        facts.forEach((table, header) -> {
            String name = facts.size() == 1 && request.name().isPresent()
                    ? TableNames.prefixed("fact_", request.name().get())
                    : "fact_" + scope.entity(table);
            FactPlan plan = new FactPlan(name, table, header, List.of());
            plans.add(plan.withLinks(links.of(plan)));
        });
        return plans;
    }

    private void findRoots() {
        for (TableName wanted : request.dimensions()) {
            if (!isEvent(wanted)) {
                roots.add(wanted);
            }
        }
        starts().forEach(start -> scope.references(start).stream()
                .map(SourceRelationship::to)
                .filter(parent -> scope.isNamed(parent) && !isEvent(parent) && !isPassed(parent))
                .filter(this::hasKey)
                .forEach(roots::add));
        for (TableName table : scope.named()) {
            boolean open = !roots.contains(table) && !isEvent(table) && !isPassed(table) && hasKey(table);
            if (open
                    && starts().anyMatch(
                                    s -> !scope.pathUp(s, table, this::isPassed).isEmpty())) {
                roots.add(table);
            }
        }
    }

    private Stream<TableName> starts() {
        return Stream.concat(facts.keySet().stream(), headers.stream());
    }

    private boolean isEvent(TableName table) {
        return facts.containsKey(table) || headers.contains(table);
    }

    private boolean hasKey(TableName table) {
        return !scope.key(table).isEmpty();
    }

    /** A table on the way that nobody would look at for itself: no content, or an event that is not asked about. */
    private boolean isPassed(TableName table) {
        if (request.dimensions().contains(table) || isEvent(table)) {
            return false;
        }
        Kind kind = scope.classOf(table).kind();
        boolean dual = scope.classOf(table).alternatives().contains(Kind.DIMENSION);
        return isThin(table) || kind == Kind.FACT && !dual || kind == Kind.BRIDGE;
    }

    /** Whether every row only ties rows of others together, and a single table speaks of it. */
    private boolean isThin(TableName table) {
        Set<String> references = scope.referenceColumns(table);
        return !scope.references(table).isEmpty()
                && scope.referrers(table) <= 1
                && scope.table(table).columns().stream()
                        .allMatch(c -> scope.table(table).isPrimaryKeyColumn(c.name())
                                || references.contains(c.name()) && !c.nullable()
                                || LeftOut.technical(c).isPresent());
    }

    private void placeTheRest() {
        for (TableName table : scope.named()) {
            if (!isEvent(table) && !roots.contains(table) && !isSubtype(table)) {
                place(table);
            }
        }
    }

    private boolean isSubtype(TableName table) {
        Optional<TableName> parent = scope.references(table).stream()
                .filter(r -> r.fromColumns().equals(scope.table(table).primaryKey()) && roots.contains(r.to()))
                .map(SourceRelationship::to)
                .findFirst();
        parent.ifPresent(
                p -> subtypes.computeIfAbsent(p, key -> new ArrayList<>()).add(table));
        return parent.isPresent();
    }

    private void place(TableName table) {
        if (isPassed(table)) {
            notes.leaveOut(table, passedReason(table));
            return;
        }
        Set<TableName> named = new HashSet<>(scope.named());
        if (List.copyOf(roots).stream().anyMatch(root -> scope.reaches(root, table, named))) {
            flattened.add(table);
            return;
        }
        for (TableName root : List.copyOf(roots)) {
            List<SourceRelationship> path = scope.pathUp(root, table, t -> !isEvent(t) && !isPassed(t));
            if (!path.isEmpty()) {
                path.forEach(hop -> flattened.add(hop.to()));
                notes.assume(TableNames.pathSentence(path));
                return;
            }
        }
        boolean far = starts().anyMatch(s -> !scope.pathUp(s, table, t -> true).isEmpty());
        if (far && hasKey(table)) {
            roots.add(table);
        } else {
            notes.leaveOut(table, farReason(table, far));
        }
    }

    private String passedReason(TableName table) {
        String targets = String.join(
                " and ",
                scope.references(table).stream()
                        .map(r -> r.to().table())
                        .distinct()
                        .toList());
        boolean onTheWay =
                starts().anyMatch(s -> !scope.pathUp(s, table, t -> true).isEmpty());
        return switch (scope.classOf(table).kind()) {
            case BRIDGE ->
                onTheWay
                        ? "it only leads on to " + targets + " and describes nothing itself"
                        : "it relates many " + targets + " with each other: joined to a fact it would multiply rows; "
                                + "a bridge table would be needed";
            case FACT -> "it records something of its own and is not one of the facts asked for";
            case DIMENSION, REFERENCE, HISTORY, TECHNICAL, SUBTYPE ->
                "it only leads on to " + targets + " and describes nothing itself";
        };
    }

    private String farReason(TableName table, boolean far) {
        if (far) {
            return "it has no key by which rows could be found";
        }
        return switch (scope.classOf(table).kind()) {
            case TECHNICAL -> "technical: " + scope.classOf(table).reason();
            case HISTORY -> "it keeps former states: " + scope.classOf(table).reason();
            case FACT, DIMENSION, BRIDGE, REFERENCE, SUBTYPE ->
                "no fact leads to exactly one of its rows, so it cannot be a dimension of them";
        };
    }

    private DimensionPlan dimension(TableName root) {
        Set<TableName> own = ownTables();
        Set<TableName> taken = new HashSet<>(flattened);
        taken.removeAll(own);
        if (request.attributes().isEmpty()) {
            taken.addAll(Descriptions.of(scope, notes, root, taken, own));
        }
        String entity = scope.entity(root);
        return new DimensionPlan("dim_" + entity, entity, root, taken, subtypes.getOrDefault(root, List.of()));
    }
}
