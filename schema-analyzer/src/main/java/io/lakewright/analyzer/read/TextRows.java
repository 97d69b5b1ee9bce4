package io.lakewright.analyzer.read;

import io.lakewright.core.schema.SourceRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows whose values may be NULL. */
public final class TextRows {

    private TextRows() {}

    // The checker does not see the annotation inside the nested list of a record in another module.
    @SuppressWarnings("NullAway")
    public static SourceRows.Rows of(List<String> columns, List<List<@Nullable String>> values) {
        return new SourceRows.Rows(columns, values);
    }
}
