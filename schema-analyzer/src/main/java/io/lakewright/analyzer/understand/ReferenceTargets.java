package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keys by every part of a name by which {@link NameMatch} could find them, so that a column is compared with the few
 * that its name can mean instead of with all: the work grows with the tables, not with their square.
 */
final class ReferenceTargets {

    private static final int SHORTEST_SUBJECT = 3;
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_ROLE_KEY = 5;
    /** A key name that more tables than these share says nothing by itself. */
    private static final int MOST_OF_ONE_NAME = 32;

    private final Map<TableName, List<ReferenceTarget>> byTable = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byKey = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> namedByKey = new HashMap<>();
    private final NavigableMap<String, List<ReferenceTarget>> bySubject = new TreeMap<>();
    private final Map<String, List<ReferenceTarget>> bySubjectEnd = new HashMap<>();
    private final NavigableMap<String, List<ReferenceTarget>> byLastWord = new TreeMap<>();
    private final List<ReferenceTarget> calendars = new ArrayList<>();

    void add(ReferenceTarget target) {
        String subject = target.subject();
        put(byTable, target.table().name(), target);
        put(byKey, target.bareKey(), target);
        if (NameMatch.mentions(target.bareKey(), subject)) {
            put(namedByKey, target.bareKey(), target);
        }
        put(bySubject, subject, target);
        put(byLastWord, target.words().getLast(), target);
        for (int from = 0; from <= subject.length() - SHORTEST_STEM; from++) {
            put(bySubjectEnd, subject.substring(from), target);
        }
        if (subject.endsWith("date") || subject.endsWith("calendar")) {
            calendars.add(target);
        }
    }

    private static <K> void put(Map<K, List<ReferenceTarget>> index, K key, ReferenceTarget target) {
        index.computeIfAbsent(key, unseen -> new ArrayList<>()).add(target);
    }

    List<ReferenceTarget> all() {
        return byTable.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(ReferenceTarget::position))
                .toList();
    }

    /**
     * All keys that a column of this name may refer to, and few others.
     *
     * @param child the column's table
     * @param subject what that table is about, flat
     * @param column the column's name, flat and without the table's prefix
     */
    Set<ReferenceTarget> near(TableName child, String subject, String column) {
        Set<ReferenceTarget> near = new LinkedHashSet<>(byTable.getOrDefault(child, List.of()));
        String stem = NameParts.stem(column);
        sameKey(subject, column, near);
        for (int from = 1; from <= column.length() - SHORTEST_ROLE_KEY; from++) {
            near.addAll(namedByKey.getOrDefault(column.substring(from), List.of()));
        }
        if (!stem.equals(column)) {
            near.addAll(bySubject.getOrDefault(NameMatch.singularOf(stem), List.of()));
            for (int from = 0; from <= stem.length() - SHORTEST_SUBJECT; from++) {
                near.addAll(bySubject.getOrDefault(stem.substring(from), List.of()));
            }
            if (stem.length() >= SHORTEST_STEM) {
                near.addAll(bySubjectEnd.getOrDefault(stem, List.of()));
                bySubject.subMap(stem, stem + Character.MAX_VALUE).values().forEach(near::addAll);
            }
        }
        if (stem.endsWith("date")) {
            near.addAll(calendars);
        }
        return near;
    }

    /**
     * Keys that {@link RoleMatch} could find.
     *
     * @param words those of the column, without its table's prefix
     */
    Set<ReferenceTarget> byRole(String subject, List<String> words) {
        Set<ReferenceTarget> near = new LinkedHashSet<>();
        for (int cut = 0; cut < words.size(); cut++) {
            String end = String.join("", words.subList(cut, words.size()));
            String start = String.join("", words.subList(0, words.size() - cut));
            for (String name : List.of(end, start, subject + end)) {
                near.addAll(bySubject.getOrDefault(name, List.of()));
                near.addAll(bySubject.getOrDefault(NameMatch.singularOf(name), List.of()));
                near.addAll(bySubject.getOrDefault(name + "s", List.of()));
            }
            if (end.length() >= SHORTEST_STEM) {
                bySubject.subMap(end, end + Character.MAX_VALUE).values().stream()
                        .limit(MOST_OF_ONE_NAME)
                        .forEach(near::addAll);
            }
            if (start.length() >= SHORTEST_STEM) {
                byLastWord.subMap(start, start + Character.MAX_VALUE).values().stream()
                        .limit(MOST_OF_ONE_NAME)
                        .forEach(near::addAll);
                bySubject.subMap(start, start + Character.MAX_VALUE).values().stream()
                        .limit(MOST_OF_ONE_NAME)
                        .forEach(near::addAll);
            }
        }
        if (subject.length() >= SHORTEST_STEM) {
            bySubject.subMap(subject, subject + Character.MAX_VALUE).values().stream()
                    .limit(MOST_OF_ONE_NAME)
                    .forEach(near::addAll);
        }
        return near;
    }

    List<ReferenceTarget> of(TableName table) {
        return byTable.getOrDefault(table, List.of());
    }

    private void sameKey(String subject, String column, Set<ReferenceTarget> near) {
        List<ReferenceTarget> all = byKey.getOrDefault(column, List.of());
        if (all.size() <= MOST_OF_ONE_NAME) {
            near.addAll(all);
            return;
        }
        near.addAll(namedByKey.getOrDefault(column, List.of()));
        Predicate<ReferenceTarget> sameName = target -> target.bareKey().equals(column);
        for (int cut = SHORTEST_SUBJECT; cut < subject.length(); cut++) {
            bySubject.getOrDefault(subject.substring(0, cut), List.of()).stream()
                    .filter(sameName)
                    .forEach(near::add);
            bySubject.getOrDefault(subject.substring(subject.length() - cut), List.of()).stream()
                    .filter(sameName)
                    .forEach(near::add);
        }
    }
}
