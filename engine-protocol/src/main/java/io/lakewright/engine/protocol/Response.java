package io.lakewright.engine.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the worker answers. */
public sealed interface Response {

    long id();

    /** @param versions product to version, such as {@code spark} to {@code 4.2.0}; empty until the session is up */
    record Report(long id, WorkerState state, String detail, Map<String, String> versions) implements Response {
        public Report {
            versions = Map.copyOf(versions);
        }
    }

    /** The request was carried out and there is nothing more to say. */
    record Done(long id, long ms) implements Response {}

    /** One entry for each statement, in order; null where the statement parses. */
    record Parsed(long id, List<@Nullable Failure> failures, long ms) implements Response {
        // Written out, because javac forgets the annotations of type arguments in a compact constructor.
        public Parsed(long id, List<@Nullable Failure> failures, long ms) {
            this.id = id;
            this.failures = Collections.unmodifiableList(new ArrayList<>(failures));
            this.ms = ms;
        }
    }

    /**
     * A statement ran.
     *
     * @param rows cells as text, null for SQL NULL
     * @param truncated there were more rows than asked for
     * @param metrics row counts that Delta told, such as {@code num_inserted_rows}
     */
    record Executed(
            long id,
            List<String> columns,
            List<List<@Nullable String>> rows,
            boolean truncated,
            Map<String, Long> metrics,
            long ms)
            implements Response {
        // Written out for the same reason as above.
        public Executed(
                long id,
                List<String> columns,
                List<List<@Nullable String>> rows,
                boolean truncated,
                Map<String, Long> metrics,
                long ms) {
            this.id = id;
            this.columns = List.copyOf(columns);
            this.rows = List.copyOf(rows);
            this.truncated = truncated;
            this.metrics = Map.copyOf(metrics);
            this.ms = ms;
        }
    }

    /** A request was refused or failed; the worker lives on. */
    record Failed(long id, Failure failure, long ms) implements Response {}

    /**
     * @param condition Spark's error condition such as {@code UNRESOLVED_COLUMN.WITH_SUGGESTION}, or one of ours that
     *     begins with {@code LAKEWRIGHT_}
     * @param message first lines, bounded
     * @param line 1-based, null when unknown
     * @param column 1-based, null when unknown
     */
    record Failure(
            String condition,
            @Nullable String sqlState,
            String message,
            @Nullable Integer line,
            @Nullable Integer column) {}
}
