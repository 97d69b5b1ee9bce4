package io.lakewright.analyzer.meaning;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one row of a table stands for (modeling.md 4.3 step 8).
 *
 * @param words the sentence, such as {@code one row per line of order (order_id, line)}; empty where no key is known
 * @param columns the key that tells rows apart; empty where none is known
 * @param document the document of which a row is a line
 */
public record RowGrain(String words, List<String> columns, Optional<TableName> document) {

    public RowGrain {
        columns = List.copyOf(columns);
    }

    static RowGrain of(SchemaUnderstanding understanding, SourceTable table) {
        List<String> key = !table.primaryKey().isEmpty()
                ? table.primaryKey()
                : table.unique().stream().findFirst().orElse(List.of());
        Optional<TableName> document = understanding.document(table).map(SourceRelationship::to);
        if (key.isEmpty()) {
            return new RowGrain("", key, document);
        }
        String words = document.map(header -> "line of " + noun(header) + " (" + String.join(", ", key) + ")")
                .orElseGet(() -> joined(parts(understanding, table, key)));
        return new RowGrain("one row per " + words, key, document);
    }

    /** What the columns of the key point to, or the table itself where its key points nowhere. */
    private static List<String> parts(SchemaUnderstanding understanding, SourceTable table, List<String> key) {
        if (key.size() == 1) {
            // A key that is shared with another table still stands for a row of this one.
            return List.of(noun(table.name()));
        }
        Set<String> parts = new LinkedHashSet<>();
        for (String column : key) {
            Optional<SourceRelationship> reference = understanding.outgoing(table.name()).stream()
                    .filter(found -> found.fromColumns().contains(column))
                    .findFirst();
            parts.add(reference.map(RowGrain::noun).orElseGet(() -> bare(table, column)));
        }
        return List.copyOf(parts);
    }

    private static String noun(SourceRelationship reference) {
        return reference.role().map(RowGrain::words).orElseGet(() -> noun(reference.to()));
    }

    private static String noun(TableName table) {
        return Names.singular(table.table()).replace('_', ' ');
    }

    private static String words(String name) {
        return Names.snake(name).replace('_', ' ');
    }

    /** The words of a column without the one with which all columns of its table begin. */
    private static String bare(SourceTable table, String name) {
        List<String> words = Names.words(name);
        boolean prefixed = words.size() > 1
                && table.columns().stream()
                        .map(column -> Names.words(column.name()))
                        .allMatch(other -> !other.isEmpty() && other.getFirst().equals(words.getFirst()));
        return String.join(" ", prefixed ? words.subList(1, words.size()) : words);
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
