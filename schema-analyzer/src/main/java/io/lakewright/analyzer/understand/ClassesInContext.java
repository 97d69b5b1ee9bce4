package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tables are once it is known which of them are events. What joins an event to something else says what happened
 * too: a factless fact (Kimball; modeling.md 2, fact.factless). A short list that events are looked at by, however far
 * away, is a level of a dimension (modeling.md 4.3 step 9).
 */
final class ClassesInContext {

    private final Map<TableName, TableFeatures> features;
    private final Map<TableName, TableClass> classes;

    ClassesInContext(Map<TableName, TableFeatures> features, Map<TableName, TableClass> classes) {
        this.features = features;
        this.classes = classes;
    }

    Map<TableName, TableClass> revised() {
        Map<TableName, TableClass> revised = new LinkedHashMap<>();
        classes.forEach(
                (name, known) -> revised.put(name, joinsAnEvent(name, known).orElse(known)));
        Set<TableName> reached = reached(revised);
        revised.replaceAll((name, known) -> known.kind() == Kind.REFERENCE && reached.contains(name)
                ? new TableClass(
                        Kind.DIMENSION,
                        known.score(),
                        known.reason() + "; events are looked at by it",
                        List.of(Kind.REFERENCE))
                : known);
        return revised;
    }

    private Optional<TableClass> joinsAnEvent(TableName name, TableClass known) {
        if (known.kind() != Kind.BRIDGE) {
            return Optional.empty();
        }
        List<TableName> parents = new ArrayList<>(parents(name));
        List<TableName> events = parents.stream()
                .filter(parent -> is(classes, parent, Kind.FACT))
                .toList();
        parents.removeAll(events);
        return events.size() != 1 || parents.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableClass(
                        Kind.FACT,
                        known.score(),
                        "it says which rows of "
                                + String.join(
                                        ", ",
                                        parents.stream().map(TableName::table).toList())
                                + " belong to each of " + events.getFirst().table()
                                + " and measures nothing: a factless fact",
                        List.of()));
    }

    /** Tables that a fact refers to, directly or over others, also over what joins or remembers their rows. */
    private Set<TableName> reached(Map<TableName, TableClass> known) {
        Map<TableName, List<TableName>> attached = new HashMap<>();
        known.keySet().stream()
                .filter(name -> is(known, name, Kind.BRIDGE) || is(known, name, Kind.HISTORY))
                .forEach(name -> parents(name)
                        .forEach(parent -> attached.computeIfAbsent(parent, any -> new ArrayList<>())
                                .add(name)));
        Set<TableName> reached = new LinkedHashSet<>();
        Deque<TableName> open = new ArrayDeque<>();
        known.keySet().stream().filter(name -> is(known, name, Kind.FACT)).forEach(open::add);
        while (!open.isEmpty()) {
            TableName next = open.remove();
            if (reached.add(next)) {
                open.addAll(parents(next));
                open.addAll(attached.getOrDefault(next, List.of()));
            }
        }
        return reached;
    }

    private Set<TableName> parents(TableName name) {
        TableFeatures found = features.get(name);
        return found == null ? Set.of() : found.parents();
    }

    private static boolean is(Map<TableName, TableClass> known, TableName name, Kind kind) {
        TableClass found = known.get(name);
        return found != null && found.kind() == kind;
    }
}
