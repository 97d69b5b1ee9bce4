package io.lakewright.generator.vault;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tables that join a scope though nobody named them, since without them named tables would lose their
 * relation: junctions of two named tables, and tables by way of which one named table refers to another that nothing
 * else relates it to.
 */
final class JoiningTables {

    private static final int LONGEST_WAY = 2;

    private final Surroundings surroundings;
    private final Map<TableName, SourceTable> scope;
    private final Map<TableName, String> reasons = new LinkedHashMap<>();

    /** @param scope the named tables, to which those that join are added */
    JoiningTables(Surroundings surroundings, Map<TableName, SourceTable> scope) {
        this.surroundings = surroundings;
        this.scope = scope;
    }

    /** Lets tables join, and says why each does. */
    Map<TableName, String> join() {
        Set<TableName> named = Set.copyOf(scope.keySet());
        for (SourceTable table : surroundings.schema().tables()) {
            List<TableName> related = related(table, named);
            if (isFree(table.name()) && related.size() > 1) {
                join(table, "It relates " + text(related) + ", and no other table says which belong together.");
            }
        }
        Optional<List<TableName>> way = missingWay();
        while (way.isPresent()) {
            List<TableName> between = way.get().subList(1, way.get().size() - 1);
            String because = way.get().getFirst() + " refers to " + way.get().getLast() + " only by way of it.";
            between.forEach(table -> join(surroundings.schema().table(table).orElseThrow(), because));
            way = missingWay();
        }
        return reasons;
    }

    /** Tables outside that alone relate tables in scope, each with those it relates. */
    Map<TableName, List<TableName>> wouldRelate() {
        Map<TableName, List<TableName>> found = new LinkedHashMap<>();
        OutwardReferences outward = outward();
        Map<TableName, TableName> islands = islands(outward);
        for (SourceTable table : surroundings.schema().tables()) {
            List<TableName> ends = outward.of(table).references().stream()
                    .map(ForeignKey::references)
                    .filter(scope::containsKey)
                    .distinct()
                    .toList();
            boolean relates = ends.stream().map(islands::get).distinct().count() > 1;
            if (isFree(table.name()) && relates) {
                found.put(table.name(), ends);
            }
        }
        return found;
    }

    /** One table of each group of tables that references hold together. */
    List<TableName> unrelated() {
        return islands(outward()).values().stream().distinct().toList();
    }

    private void join(SourceTable table, String because) {
        scope.put(table.name(), table);
        reasons.put(table.name(), because);
    }

    private boolean isFree(TableName table) {
        return !scope.containsKey(table) && !surroundings.isLeftOut(table);
    }

    private OutwardReferences outward() {
        return new OutwardReferences(surroundings, scope);
    }

    /** The named tables to which references in one key of the table lead. */
    private static List<TableName> related(SourceTable table, Set<TableName> named) {
        return Stream.concat(Stream.of(table.primaryKey()), table.unique().stream())
                .map(key -> table.foreignKeys().stream()
                        .filter(reference -> KeyColumns.contains(key, reference.columns()))
                        .map(ForeignKey::references)
                        .filter(named::contains)
                        .distinct()
                        .toList())
                .filter(ends -> ends.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    /** The shortest way from a table in scope over tables outside to one that nothing relates it to yet. */
    private Optional<List<TableName>> missingWay() {
        OutwardReferences outward = outward();
        Map<TableName, TableName> islands = islands(outward);
        if (islands.values().stream().distinct().count() < 2) {
            return Optional.empty();
        }
        Deque<List<TableName>> ways = new ArrayDeque<>();
        scope.keySet().forEach(table -> ways.add(List.of(table)));
        while (!ways.isEmpty()) {
            List<TableName> way = ways.remove();
            for (TableName next : parents(outward, way.getLast())) {
                boolean arrived = scope.containsKey(next) && way.size() > 1;
                if (arrived && !next.equals(way.getFirst()) && apart(islands, way.getFirst(), next)) {
                    return Optional.of(extended(way, next));
                }
                if (isFree(next) && way.size() <= LONGEST_WAY && !way.contains(next)) {
                    ways.add(extended(way, next));
                }
            }
        }
        return Optional.empty();
    }

    private List<TableName> parents(OutwardReferences outward, TableName table) {
        return surroundings.schema().table(table).map(outward::of).stream()
                .flatMap(resolved -> resolved.references().stream())
                .map(ForeignKey::references)
                .distinct()
                .toList();
    }

    private static List<TableName> extended(List<TableName> way, TableName next) {
        List<TableName> longer = new ArrayList<>(way);
        longer.add(next);
        return longer;
    }

    private static boolean apart(Map<TableName, TableName> islands, TableName one, TableName other) {
        return !Objects.equals(islands.get(one), islands.get(other));
    }

    /** Every table in scope with the first table of those it hangs together with. */
    private Map<TableName, TableName> islands(OutwardReferences outward) {
        Map<TableName, Set<TableName>> neighbours = new HashMap<>();
        scope.keySet().forEach(table -> neighbours.put(table, new LinkedHashSet<>()));
        scope.values()
                .forEach(table -> outward.of(table).references().forEach(key -> {
                    Set<TableName> others = neighbours.get(key.references());
                    if (others != null) {
                        others.add(table.name());
                        neighbours.getOrDefault(table.name(), Set.of()).add(key.references());
                    }
                }));
        Map<TableName, TableName> islands = new LinkedHashMap<>();
        for (TableName first : scope.keySet()) {
            Deque<TableName> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                TableName table = open.remove();
                if (islands.putIfAbsent(table, first) == null) {
                    open.addAll(neighbours.getOrDefault(table, Set.of()));
                }
            }
        }
        return islands;
    }

    private static String text(List<TableName> tables) {
        return String.join(" and ", tables.stream().map(TableName::text).toList());
    }
}
