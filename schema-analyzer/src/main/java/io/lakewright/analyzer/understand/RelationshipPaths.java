package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shortest ways from table to table over relationships, in either direction. */
public final class RelationshipPaths {

    private final Map<TableName, List<SourceRelationship>> steps = new LinkedHashMap<>();

    public RelationshipPaths(List<SourceRelationship> relationships) {
        for (SourceRelationship relationship : relationships) {
            if (!relationship.isSelfReference()) {
                steps.computeIfAbsent(relationship.from(), name -> new ArrayList<>())
                        .add(relationship);
                steps.computeIfAbsent(relationship.to(), name -> new ArrayList<>())
                        .add(relationship.reversed());
            }
        }
        // Declared and surer relationships are tried first, so they win among ways of the same length.
        steps.values()
                .forEach(list -> list.sort(Comparator.comparingDouble(SourceRelationship::confidence)
                        .reversed()
                        .thenComparing(r -> r.role().isPresent())));
    }

    /** The hops of a shortest way, each read in walking direction; empty when there is none or both are the same. */
    public List<SourceRelationship> path(TableName source, TableName target) {
        Map<TableName, SourceRelationship> arrivedBy = new HashMap<>();
        Deque<TableName> queue = new ArrayDeque<>(List.of(source));
        while (!queue.isEmpty() && !arrivedBy.containsKey(target)) {
            TableName at = queue.poll();
            for (SourceRelationship step : steps.getOrDefault(at, List.of())) {
                if (!step.to().equals(source) && arrivedBy.putIfAbsent(step.to(), step) == null) {
                    queue.add(step.to());
                }
            }
        }
        List<SourceRelationship> path = new ArrayList<>();
        @Nullable SourceRelationship step = arrivedBy.get(target);
        while (step != null) {
            path.addFirst(step);
            step = step.from().equals(source) ? null : arrivedBy.get(step.from());
        }
        return List.copyOf(path);
    }
}
