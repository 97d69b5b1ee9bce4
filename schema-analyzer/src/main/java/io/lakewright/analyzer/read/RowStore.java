package io.lakewright.analyzer.read;

import io.lakewright.analyzer.profile.RowFigures;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where rows of a source can be fetched from, first ones and by key; {@link ClosedRows} makes a sound slice of them. */
public interface RowStore {

    /** A store that computes nothing itself is measured up to this many rows of a table. */
    int MEASURED_ROWS = 200_000;

    /** The first rows of a table in a stable order; empty when the store has nothing for the table. */
    Optional<SourceRows.Rows> first(SourceTable table, int limit);

    /** The rows whose key columns hold one of the keys, in a stable order. Keys are never empty. */
    SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys);

    /** Rows from all over a table, in a stable order; empty when the store has nothing for the table. */
    default Optional<SourceRows.Rows> sample(SourceTable table, int limit) {
        return first(table, limit);
    }

    /**
     * Figures over every row of a table; empty when there are too many to be read and the store cannot compute them.
     *
     * @throws io.lakewright.core.ProblemException when the store did not answer, or not in time
     */
    default Optional<TableFigures> measure(SourceTable table) {
        return first(table, MEASURED_ROWS)
                .filter(rows -> rows.values().size() < MEASURED_ROWS)
                .map(rows -> RowFigures.of(table, rows, true));
    }
}
