package io.lakewright.analyzer.read;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where rows of a source can be fetched from, first ones and by key; {@link ClosedRows} makes a sound slice of them. */
public interface RowStore {

    /** The first rows of a table in a stable order; empty when the store has nothing for the table. */
    Optional<SourceRows.Rows> first(SourceTable table, int limit);

    /** The rows whose key columns hold one of the keys, in a stable order. Keys are never empty. */
    SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys);
}
