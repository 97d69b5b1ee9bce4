package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.existing.Part.Kind;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tables form a star: by their names or, where names say nothing, by the shape that only a star has: a calendar as
 * a table, and tables that nothing refers to around it.
 */
final class StarSigns {

    private static final int LEAST_DIMENSIONS = 2;

    private final SchemaUnderstanding understanding;
    private final Map<TableName, Part> parts = new LinkedHashMap<>();

    private StarSigns(SchemaUnderstanding understanding) {
        this.understanding = understanding;
    }

    /** The parts of the star by table; empty when the schema has none. */
    static Map<TableName, Part> of(SchemaUnderstanding understanding) {
        StarSigns signs = new StarSigns(understanding);
        Map<TableName, Kind> named = WarehouseNames.star(understanding.schema());
        if (named.isEmpty()) {
            signs.readShape();
        } else {
            signs.readNames(named);
        }
        return signs.parts;
    }

    private void readNames(Map<TableName, Kind> named) {
        understanding.schema().tables().stream()
                .filter(table -> named.containsKey(table.name()))
                .forEach(table -> add(table, named.getOrDefault(table.name(), Kind.HELPER), "its name says so"));
        // Beside a warehouse its source may stand; only a declared key says that a table without a name of its own
        // belongs.
        addReached(SourceRelationship::declared);
    }

    private void readShape() {
        Set<TableName> calendars = understanding.schema().tables().stream()
                .filter(SchemaUnderstanding::isCalendar)
                .map(SourceTable::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SourceTable> facts = understanding.schema().tables().stream()
                .filter(table -> isCentre(table, calendars))
                .toList();
        facts.forEach(table -> add(
                table,
                Kind.FACT,
                "it refers to a calendar and " + (parents(table.name()).size() - 1)
                        + " other tables, and nothing refers to it"));
        addReached(relationship -> true);
        long dimensions =
                parts.values().stream().filter(part -> part.kind() != Kind.FACT).count();
        if (dimensions < LEAST_DIMENSIONS
                || parts.size() * 2 < understanding.schema().tables().size()) {
            parts.clear();
        }
    }

    private boolean isCentre(SourceTable table, Set<TableName> calendars) {
        Set<TableName> parents = parents(table.name());
        return parents.size() >= LEAST_DIMENSIONS
                && parents.stream().anyMatch(calendars::contains)
                && understanding.incoming(table.name()).stream().allMatch(SourceRelationship::isSelfReference);
    }

    /** What facts refer to, and what that refers to, is a dimension or a level of one, whatever it is called. */
    private void addReached(Predicate<SourceRelationship> counts) {
        Deque<Part> open = new ArrayDeque<>(parts.values());
        while (!open.isEmpty()) {
            Part from = open.remove();
            if (from.kind() == Kind.HELPER) {
                continue;
            }
            for (SourceRelationship relationship :
                    understanding.outgoing(from.table().name())) {
                if (counts.test(relationship) && !parts.containsKey(relationship.to())) {
                    understanding
                            .schema()
                            .table(relationship.to())
                            .ifPresent(table -> open.add(add(
                                    table, Kind.DIMENSION, from.table().name().table() + " refers to it")));
                }
            }
        }
    }

    private Part add(SourceTable table, Kind kind, String because) {
        boolean calendar = kind == Kind.DIMENSION && SchemaUnderstanding.isCalendar(table);
        Part part = calendar
                ? new Part(table, Kind.CALENDAR, because + ", and its columns describe days")
                : new Part(table, kind, because);
        parts.put(table.name(), part);
        return part;
    }

    private Set<TableName> parents(TableName table) {
        return understanding.outgoing(table).stream()
                .filter(relationship -> !relationship.isSelfReference())
                .map(SourceRelationship::to)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
