package io.lakewright.generator.dimensional;

import io.lakewright.core.schema.Column;
import java.util.Optional;

/** What a model says of a column: the words of the source, else where it comes from; nothing that its name says too. */
final class Comments {

    private Comments() {}

    static Optional<String> of(JoinedTable table, Column column) {
        return column.comment()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> table.reach()
                        .filter(reach -> !reach.downward())
                        .map(reach -> "Of the "
                                + table.alias().replace('_', ' ') + " that "
                                + String.join(", ", reach.via().fromColumns()) + " of the "
                                + reach.from().replace('_', ' ') + " leads to."));
    }

    /** With what readers must know besides. */
    static Optional<String> of(JoinedTable table, Column column, Optional<String> besides) {
        Optional<String> own = of(table, column);
        return besides.map(more -> own.map(text -> (text.endsWith(".") ? text : text + ".") + " ")
                                .orElse("")
                        + more)
                .or(() -> own);
    }

    /** Of the column that tells rows apart. */
    static Optional<String> ofKey(JoinedTable table, Column column, String entity) {
        return of(table, column)
                .or(() -> Optional.of("Identifies the " + entity.replace('_', ' ') + " in "
                        + table.table().name().text() + "."));
    }
}
