package io.lakewright.generator.dimensional;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import io.lakewright.generator.design.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The attributes to which a request limits its dimensions; none named means all. */
final class WantedAttributes {

    private final Set<String> wanted = new HashSet<>();

    /** @throws io.lakewright.core.ProblemException NotFound when no named table has such a column */
    WantedAttributes(Scope scope, List<String> attributes) {
        for (String attribute : attributes) {
            List<String> matches = matches(scope, attribute);
            if (matches.isEmpty()) {
                throw Nearest.notFound(
                                "LW-1811",
                                "None of these tables has a column " + attribute + ".",
                                attribute,
                                scope.named().stream()
                                        .flatMap(t -> scope.table(t).columns().stream())
                                        .map(Column::name)
                                        .toList())
                        .exception();
            }
            wanted.addAll(matches);
        }
    }

    /** Why the column is not carried; empty when it is. */
    Optional<String> refuses(TableName table, String column) {
        return wanted.isEmpty() || wanted.contains(id(table, column))
                ? Optional.empty()
                : Optional.of("not among the attributes that were asked for");
    }

    /** Whether the column was asked for by name. */
    boolean names(TableName table, String column) {
        return wanted.contains(id(table, column));
    }

    private static List<String> matches(Scope scope, String attribute) {
        String flat = flat(attribute);
        return scope.named().stream()
                .flatMap(table -> scope.table(table).columns().stream()
                        .filter(column -> flat(column.name()).equals(flat)
                                || flat(table.table() + column.name()).equals(flat)
                                || flat(table.text() + column.name()).equals(flat)
                                || flat(scope.entity(table) + "_" + ColumnNames.plain(column.name()))
                                        .equals(flat))
                        .map(column -> id(table, column.name())))
                .toList();
    }

    private static String id(TableName table, String column) {
        return (table.text() + "." + column).toLowerCase(Locale.ROOT);
    }

    private static String flat(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
