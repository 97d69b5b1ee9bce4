package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: rows of source tables. A source without rows answers empty. */
public interface SourceRows {

    /**
     * At most {@code limit} rows of a table, in a stable order.
     *
     * @return empty when this source has no rows for the table
     */
    Optional<Rows> read(TableName table, int limit);

    /**
     * At most {@code limit} rows of each of some tables, chosen so that rows join: whoever reads several tables to put
     * them together asks here. A source that holds no more than it gives need not choose.
     *
     * @return tables without rows are absent
     */
    default Map<TableName, Rows> readTogether(List<TableName> tables, int limit) {
        Map<TableName, Rows> all = new LinkedHashMap<>();
        tables.forEach(table -> read(table, limit).ifPresent(rows -> all.put(table, rows)));
        return all;
    }

    /**
     * Which of some keys a table has; whoever checks whether one table's values are another's keys asks here.
     *
     * @param keys values column by column, as {@link #read} spells them; at most some thousands
     * @return those of the keys that are there; empty when this source cannot tell
     */
    default Optional<Set<List<String>>> present(TableName table, List<String> columns, Set<List<String>> keys) {
        return Optional.empty();
    }

    /**
     * Rows from all over a table, for whoever wants to know what it holds; in a stable order.
     *
     * @return empty when this source has no rows for the table
     */
    default Optional<Rows> sample(TableName table, int limit) {
        return read(table, limit);
    }

    /**
     * Figures over every row of a table, computed where the rows are: none of them travels.
     *
     * @return empty when this source computes nothing
     * @throws io.lakewright.core.ProblemException when computing took too long or failed
     */
    default Optional<TableFigures> measure(TableName table) {
        return Optional.empty();
    }

    /** A source that has none. */
    static SourceRows none() {
        return (table, limit) -> Optional.empty();
    }

    /**
     * Rows as text, column by column; null is NULL and differs from the empty string.
     *
     * @param columns names as the source spells them
     */
    record Rows(List<String> columns, List<List<@Nullable String>> values) {
        public Rows {
            columns = Copies.list(columns);
            // Rows hold nulls, which List.copyOf refuses.
            values = List.copyOf(values);
        }

        /** The same as the constructor, whose nullness the checker cannot see from other modules. */
        public static Rows of(List<String> columns, List<List<@Nullable String>> values) {
            return new Rows(columns, values);
        }
    }
}
