package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Connection topology values: 1 for every direct parent plus 0.8 of the parent's own value. Tables that refer to one
 * another in a cycle are taken as one, so that no value depends on the order of tables (modeling.md 4.1, 4.2).
 */
final class Topology {

    private static final double INDIRECT = 0.8;

    private final Map<TableName, Set<TableName>> parents;
    private final Map<TableName, Integer> component = new HashMap<>();
    private final List<Set<TableName>> components = new ArrayList<>();
    private final Map<Integer, Double> values = new HashMap<>();

    private Topology(Map<TableName, Set<TableName>> parents) {
        this.parents = parents;
    }

    /** @param parents every table with its direct parents, itself left out */
    static Map<TableName, Double> values(Map<TableName, Set<TableName>> parents) {
        Topology topology = new Topology(parents);
        topology.findComponents();
        Map<TableName, Double> values = new LinkedHashMap<>();
        for (TableName table : parents.keySet()) {
            values.put(table, topology.valueOf(topology.component.getOrDefault(table, -1)));
        }
        return values;
    }

    /** Tarjan's strongly connected components with an explicit stack; parents come out before their children. */
    private void findComponents() {
        Map<TableName, Integer> index = new HashMap<>();
        Map<TableName, Integer> low = new HashMap<>();
        Deque<TableName> open = new ArrayDeque<>();
        Set<TableName> isOpen = new HashSet<>();
        for (TableName root : parents.keySet()) {
            if (index.containsKey(root)) {
                continue;
            }
            Deque<TableName> path = new ArrayDeque<>();
            Map<TableName, Iterator<TableName>> next = new HashMap<>();
            path.push(root);
            while (!path.isEmpty()) {
                TableName at = path.element();
                if (!index.containsKey(at)) {
                    index.put(at, index.size());
                    low.put(at, index.size() - 1);
                    open.push(at);
                    isOpen.add(at);
                    next.put(at, parents.getOrDefault(at, Set.of()).iterator());
                }
                Iterator<TableName> rest = next.get(at);
                if (rest != null && rest.hasNext()) {
                    TableName parent = rest.next();
                    if (!index.containsKey(parent)) {
                        path.push(parent);
                    } else if (isOpen.contains(parent)) {
                        low.merge(at, index.getOrDefault(parent, 0), Math::min);
                    }
                    continue;
                }
                path.pop();
                if (low.getOrDefault(at, 0).equals(index.get(at))) {
                    close(at, open, isOpen);
                }
                TableName child = path.peek();
                if (child != null && isOpen.contains(at)) {
                    low.merge(child, low.getOrDefault(at, 0), Math::min);
                }
            }
        }
    }

    private void close(TableName root, Deque<TableName> open, Set<TableName> isOpen) {
        Set<TableName> members = new LinkedHashSet<>();
        TableName member;
        do {
            member = open.pop();
            isOpen.remove(member);
            members.add(member);
            component.put(member, components.size());
        } while (!member.equals(root));
        components.add(members);
    }

    /** Components are numbered parents first, so the values that are needed are there already. */
    private double valueOf(int number) {
        for (int i = values.size(); i <= number; i++) {
            Set<TableName> targets = new LinkedHashSet<>();
            for (TableName member : components.get(i)) {
                targets.addAll(parents.getOrDefault(member, Set.of()));
            }
            targets.removeAll(components.get(i));
            double value = 0;
            for (TableName target : targets) {
                value += 1 + INDIRECT * values.getOrDefault(component.getOrDefault(target, -1), 0.0);
            }
            values.put(i, value);
        }
        return values.getOrDefault(number, 0.0);
    }
}
