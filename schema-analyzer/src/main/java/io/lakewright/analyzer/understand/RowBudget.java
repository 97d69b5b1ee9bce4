package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How long rows are read to find what a source does not declare, and which tables it did not reach. */
public final class RowBudget {

    /** What a person waits for while a source is opened. */
    public static final Duration USUAL = Duration.ofSeconds(20);

    private final long started = System.nanoTime();
    private final Duration patience;
    private final Set<TableName> missed = new LinkedHashSet<>();

    public RowBudget(Duration patience) {
        this.patience = patience;
    }

    /** Whether there is no time left to read the rows of that table, which is noted. */
    boolean isOver(TableName table) {
        boolean over = System.nanoTime() - started >= patience.toNanos();
        if (over) {
            missed.add(table);
        }
        return over;
    }

    /** The tables whose rows were wanted and not read. */
    public List<TableName> missed() {
        return new ArrayList<>(missed);
    }
}
