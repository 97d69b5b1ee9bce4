package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the dates of an event and names the roles they play in the calendar. */
final class FactDates {

    private static final List<String> ENDINGS =
            List.of("_datetime", "_timestamp", "_date", "_time", "_day", "_at", "_on", "_ts", "datetime", "date");

    /** A date in a load, with its role such as {@code order_date}. */
    record EventDate(JoinedTable table, Column column, String role) {
        ColumnRef ref() {
            return new ColumnRef(table.alias(), column.name());
        }
    }

    private FactDates() {}

    /** Dates of the lines, then of their document; the day on which a row was made stands in when there is no other. */
    static List<EventDate> of(Scope scope, JoinedTable driving, Optional<JoinedTable> header) {
        List<JoinedTable> tables =
                Stream.concat(Stream.of(driving), header.stream()).toList();
        List<EventDate> found = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        for (JoinedTable table : header.isPresent() ? tables.reversed() : tables) {
            add(scope, table, found, roles, SourceRole.EVENT_DATE);
        }
        for (JoinedTable table : tables) {
            add(scope, table, found, roles, SourceRole.VALIDITY_START, SourceRole.VALIDITY_END);
        }
        if (found.isEmpty() && tables.stream().noneMatch(table -> leadsToCalendar(scope, table))) {
            for (JoinedTable table : tables) {
                add(scope, table, found, roles, SourceRole.AUDIT_DATE);
            }
            if (found.isEmpty()) {
                touched(driving, found);
            }
        }
        return List.copyOf(found);
    }

    private static boolean leadsToCalendar(Scope scope, JoinedTable table) {
        return scope.references(table.table().name()).stream().anyMatch(r -> SourceCalendar.is(scope, r.to()));
    }

    /** A state without any other date is as old as its last change. */
    private static void touched(JoinedTable driving, List<EventDate> found) {
        driving.table().columns().stream()
                .filter(c -> c.lakeType().isTemporal())
                .limit(1)
                .forEach(c -> found.add(new EventDate(driving, c, role(driving.table(), c.name()))));
    }

    private static void add(
            Scope scope, JoinedTable table, List<EventDate> found, Set<String> roles, SourceRole... wanted) {
        for (String name : scope.roles(table.table().name()).with(wanted)) {
            Optional<Column> column = table.table().column(name);
            if (column.isPresent()
                    && column.get().lakeType().isTemporal()
                    && LeftOut.technical(column.get()).isEmpty()) {
                String role = role(table.table(), name);
                String free = roles.add(role) ? role : table.alias() + "_" + role;
                roles.add(free);
                found.add(new EventDate(table, column.get(), free));
            }
        }
    }

    /** {@code ordered_at}, {@code OrderDate} and {@code o_orderdate} give ordered_date and order_date. */
    static String role(SourceTable table, String column) {
        String snake = Names.snake(Roles.bare(table, column));
        for (String ending : ENDINGS) {
            if (snake.endsWith(ending) && snake.length() > ending.length()) {
                String stem = snake.substring(0, snake.length() - ending.length());
                return (stem.endsWith("_") ? stem.substring(0, stem.length() - 1) : stem) + "_date";
            }
        }
        return snake.equals("date") ? "date" : snake + "_date";
    }
}
