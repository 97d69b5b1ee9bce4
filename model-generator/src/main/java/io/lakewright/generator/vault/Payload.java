package io.lakewright.generator.vault;

import io.lakewright.core.model.Exclusion;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.BookkeepingColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The descriptive columns of a source table.
 *
 * @param attributes what a satellite hashes
 * @param marks when and by whom the source last touched the row: carried as the version's applied date, but never
 *     hashed (D09), since they change without anything that matters
 * @param excluded columns that no satellite carries
 */
record Payload(List<Column> attributes, List<Column> marks, List<Exclusion> excluded) {

    Payload {
        attributes = List.copyOf(attributes);
        marks = List.copyOf(marks);
        excluded = List.copyOf(excluded);
    }

    /** Sorts the columns of a table that are no key to anything. */
    static Payload of(SourceTable table, Set<String> keys) {
        Set<String> known = new HashSet<>();
        keys.forEach(key -> known.add(key.toLowerCase(Locale.ROOT)));
        List<Column> attributes = new ArrayList<>();
        List<Column> marks = new ArrayList<>();
        List<Exclusion> excluded = new ArrayList<>();
        for (Column column : table.columns()) {
            if (known.contains(column.name().toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (isBinary(column.lakeType())) {
                excluded.add(exclusion(
                        table,
                        column,
                        "Binary content is not descriptive and no hash of it would tell a change cheaply."));
            } else if (column.type().equalsIgnoreCase("tsvector")) {
                excluded.add(exclusion(
                        table, column, "It is a search index that the source derives from columns that are here."));
            } else if (BookkeepingColumns.isRowMark(column.name())) {
                excluded.add(exclusion(
                        table, column, "It marks the row for the source's own machinery and says nothing about it."));
            } else if (BookkeepingColumns.isMark(column.name(), column.lakeType())) {
                marks.add(column);
            } else {
                attributes.add(column);
            }
        }
        if (!attributes.isEmpty()) {
            return new Payload(attributes, marks, excluded);
        }
        marks.forEach(mark -> excluded.add(exclusion(
                table,
                mark,
                "It is the source's bookkeeping, with no attribute beside it whose versions it could date.")));
        return new Payload(List.of(), List.of(), excluded);
    }

    /** Attributes and marks in the order of the table. */
    List<Column> carried(SourceTable table) {
        return table.columns().stream()
                .filter(c -> attributes.contains(c) || marks.contains(c))
                .toList();
    }

    static Exclusion exclusion(SourceTable table, Column column, String because) {
        return new Exclusion(table.name().text() + "." + column.name(), because);
    }

    private static boolean isBinary(LakeType type) {
        return type.base() == LakeType.Base.BINARY
                || type.element().map(Payload::isBinary).orElse(false);
    }
}
