package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * A view of a source: what is computed there from tables, and so is nothing to load from.
 *
 * @param columns names of its columns; empty where the source does not tell them
 * @param materialized whether its rows are kept
 */
public record SourceView(TableName name, List<String> columns, boolean materialized, Optional<String> comment) {

    public SourceView {
        columns = Copies.list(columns);
        comment = Copies.optional(comment);
    }
}
