package io.lakewright.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a statement answered.
 *
 * @param rows cells as text, null for SQL NULL; BINARY as upper-case hexadecimal, times in UTC
 * @param truncated there were more rows than asked for
 * @param metrics what Delta counted, by its own names: {@code num_affected_rows}, {@code num_inserted_rows},
 *     {@code num_updated_rows}, {@code num_deleted_rows}
 * @param failure empty when the statement ran
 */
public record StatementResult(
        List<String> columns,
        List<List<@Nullable String>> rows,
        boolean truncated,
        Map<String, Long> metrics,
        Optional<SqlFailure> failure,
        long ms) {

    // Written out, because javac forgets the annotations of type arguments in a compact constructor.
    public StatementResult(
            List<String> columns,
            List<List<@Nullable String>> rows,
            boolean truncated,
            Map<String, Long> metrics,
            Optional<SqlFailure> failure,
            long ms) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.truncated = truncated;
        this.metrics = Map.copyOf(metrics);
        this.failure = failure;
        this.ms = ms;
    }

    static StatementResult failed(SqlFailure failure, long ms) {
        return new StatementResult(List.of(), List.of(), false, Map.of(), Optional.of(failure), ms);
    }

    public boolean ok() {
        return failure.isEmpty();
    }

    /** Rows that the statement wrote, changed or removed, where Delta counts them. */
    public OptionalLong affectedRows() {
        return metric("num_affected_rows");
    }

    /** Rows that an INSERT or MERGE added, where Delta counts them. */
    public OptionalLong insertedRows() {
        return metric("num_inserted_rows");
    }

    private OptionalLong metric(String name) {
        Long value = metrics.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
