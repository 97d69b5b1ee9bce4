package io.lakewright.analyzer;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.List;

/**
 * A source that was opened.
 *
 * @param rows rows of the source, or none; at most 1,000 a table, closed under foreign keys
 * @param hasRows whether the source has any
 * @param warnings what could not be read, one sentence each
 */
public record OpenedSource(SourceSchema schema, SourceRows rows, boolean hasRows, List<String> warnings) {

    public OpenedSource {
        warnings = List.copyOf(warnings);
    }
}
