package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part a parent plays, in the words of the column that leads to it; none when the column only repeats its name. */
final class Roles {

    private static final int LONGEST_PREFIX = 4;
    private static final String KEY_ENDINGS = "_?(id|key|code|no|fk|sk|uuid|guid)$";

    private Roles() {}

    static Optional<String> of(Scope scope, SourceRelationship reference) {
        return reference.role().flatMap(role -> {
            String name = withoutKeyEnding(bare(scope.table(reference.from()), role));
            boolean several = scope.references(reference.from()).stream()
                            .filter(other -> other.to().equals(reference.to()))
                            .count()
                    > 1;
            String entity = flat(scope.entity(reference.to()));
            boolean repeats = entity.startsWith(flat(name)) || entity.endsWith(flat(name));
            return repeats && !several && !reference.isSelfReference() ? Optional.empty() : Optional.of(name);
        });
    }

    /** The part that a date plays, in the words of the column that refers to a calendar. */
    static String ofDay(Scope scope, SourceRelationship reference) {
        SourceTable table = scope.table(reference.from());
        return FactDates.role(
                table, withoutKeyEnding(bare(table, reference.fromColumns().getFirst())));
    }

    private static String withoutKeyEnding(String name) {
        String stem = name.replaceFirst(KEY_ENDINGS, "");
        return stem.isEmpty() ? name : stem;
    }

    /** The column's name without the short prefix that all columns of its table have. */
    static String bare(SourceTable table, String column) {
        String prefix = prefix(table);
        return column.toLowerCase(Locale.ROOT).startsWith(prefix) ? column.substring(prefix.length()) : column;
    }

    /** The short prefix that all columns of the table have, such as {@code l_}; empty when there is none. */
    private static String prefix(SourceTable table) {
        Set<String> prefixes = table.columns().stream()
                .map(Column::name)
                .map(name -> name.substring(0, name.indexOf('_') + 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> only = List.copyOf(prefixes);
        return only.size() == 1 && only.getFirst().length() <= LONGEST_PREFIX ? only.getFirst() : "";
    }

    private static String flat(String name) {
        return String.join("", Names.words(name));
    }
}
