package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Guesses references to keys of several columns. */
final class CompositeReferences {

    private final SchemaNames names;
    private final Map<String, List<SourceTable>> parents = new LinkedHashMap<>();

    CompositeReferences(SourceSchema schema, SchemaNames names) {
        this.names = names;
        for (SourceTable table : schema.tables()) {
            if (table.primaryKey().size() > 1) {
                parents.computeIfAbsent(
                                NameParts.bare(table.primaryKey().getFirst(), names.prefix(table)),
                                key -> new ArrayList<>())
                        .add(table);
            }
        }
    }

    /** References to keys of several columns; no column takes part in two. */
    List<ForeignKey> of(SourceTable child, Set<String> covered) {
        List<ForeignKey> guesses = new ArrayList<>();
        Set<String> taken = new HashSet<>(covered);
        String prefix = names.prefix(child);
        for (Column column : child.columns()) {
            for (SourceTable parent : parents.getOrDefault(NameParts.bare(column.name(), prefix), List.of())) {
                composite(child, parent, taken).ifPresent(guess -> {
                    guesses.add(guess);
                    taken.addAll(guess.columns());
                });
            }
        }
        return guesses;
    }

    /**
     * A reference to a key of several columns: the child has them all under the same names, and the parent's name is made
     * of what they point to, as {@code partsupp} of part and supplier.
     */
    private Optional<ForeignKey> composite(SourceTable child, SourceTable parent, Set<String> covered) {
        List<String> key = parent.primaryKey();
        if (key.size() < 2 || parent.name().equals(child.name()) || child.isKey(key)) {
            return Optional.empty();
        }
        String parentPrefix = names.prefix(parent);
        String childPrefix = names.prefix(child);
        String parentName = NameParts.flat(parent.name().table());
        List<String> own = new ArrayList<>();
        for (String keyColumn : key) {
            String bare = NameParts.bare(keyColumn, parentPrefix);
            String stem = NameParts.stem(bare);
            Optional<Column> match = child.columns().stream()
                    .filter(column -> NameParts.bare(column.name(), childPrefix).equals(bare))
                    .filter(column -> parent.column(keyColumn)
                            .filter(other -> InferredReferences.typeScore(column, other) == 1)
                            .isPresent())
                    .filter(column -> !covered.contains(column.name()))
                    .findFirst();
            if (match.isEmpty() || !parentName.contains(stem)) {
                return Optional.empty();
            }
            own.add(match.get().name());
        }
        String evidence = "the columns " + own.stream().collect(Collectors.joining(", "))
                + " have the names and types of the key of " + parent.name();
        return Optional.of(ForeignKey.inferred(own, parent.name(), key, 0.85, evidence));
    }
}
