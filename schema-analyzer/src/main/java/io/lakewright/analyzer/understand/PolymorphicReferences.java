package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Set;

/**
 * Columns that refer to one table or another, row by row: {@code commentable_type} says to which table
 * {@code commentable_id} refers. No foreign key can be declared on such a pair, and none is inferred.
 */
final class PolymorphicReferences {

    private static final Set<String> KINDS = Set.of("type", "class", "kind", "model", "table");
    private static final Set<String> KEYS = Set.of("id", "key", "uuid");

    private PolymorphicReferences() {}

    /** @param references columns of the table that refer to a known table */
    static boolean isIn(SourceTable table, Set<String> references) {
        return table.columns().stream()
                .filter(column -> column.lakeType().base() == LakeType.Base.STRING)
                .map(column -> Names.words(column.name()))
                .filter(words -> words.size() > 1 && KINDS.contains(words.getLast()))
                .anyMatch(words -> table.columns().stream()
                        .filter(other -> !references.contains(other.name()))
                        .filter(other -> !table.primaryKey().equals(List.of(other.name())))
                        .anyMatch(other -> isKeyOf(other, words.subList(0, words.size() - 1))));
    }

    private static boolean isKeyOf(Column column, List<String> subject) {
        List<String> words = Names.words(column.name());
        return words.size() == subject.size() + 1
                && KEYS.contains(words.getLast())
                && words.subList(0, subject.size()).equals(subject);
    }
}
