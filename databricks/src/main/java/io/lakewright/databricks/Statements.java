package io.lakewright.databricks;

import com.databricks.sdk.service.sql.Disposition;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ExecuteStatementRequestOnWaitTimeout;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.StatementExecutionAPI;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import io.lakewright.core.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs fixed SELECTs on a warehouse and reads their rows inline. A failed statement comes back with status 200, so its
 * state is looked at (databricks.md R-04).
 */
final class Statements {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long ROW_LIMIT = 200_000;

    private final StatementExecutionAPI statements;
    private final Failures failures;
    private final String warehouse;

    Statements(StatementExecutionAPI statements, Failures failures, String warehouse) {
        this.statements = statements;
        this.failures = failures;
        this.warehouse = warehouse;
    }

    /**
     * @param catalog in which names without a catalog are looked for
     * @throws io.lakewright.core.ProblemException LW-2301 to LW-2304, LW-2306 when the warehouse does not run it
     */
    List<List<@Nullable String>> rows(String catalog, String fixedQuery) {
        return failures.explaining("the warehouse " + warehouse, () -> {
            StatementResponse response = statements.executeStatement(new ExecuteStatementRequest()
                    .setWarehouseId(warehouse)
                    .setCatalog(catalog)
                    .setStatement(fixedQuery)
                    .setDisposition(Disposition.INLINE)
                    .setFormat(Format.JSON_ARRAY)
                    .setRowLimit(ROW_LIMIT)
                    .setWaitTimeout("30s")
                    .setOnWaitTimeout(ExecuteStatementRequestOnWaitTimeout.CONTINUE));
            return fetch(finished(response));
        });
    }

    private StatementResponse finished(StatementResponse first) {
        StatementResponse response = first;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isUnderWay(response)) {
            if (System.nanoTime() > deadline) {
                statements.cancelExecution(new com.databricks.sdk.service.sql.CancelExecutionRequest()
                        .setStatementId(first.getStatementId()));
                throw failed("did not answer within five minutes");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("was interrupted");
            }
            response = statements.getStatement(first.getStatementId());
        }
        if (response.getStatus() == null || response.getStatus().getState() != StatementState.SUCCEEDED) {
            throw failed("could not run the query");
        }
        return response;
    }

    private static boolean isUnderWay(StatementResponse response) {
        StatementState state = response.getStatus() == null
                ? StatementState.FAILED
                : response.getStatus().getState();
        return state == StatementState.PENDING || state == StatementState.RUNNING;
    }

    private List<List<@Nullable String>> fetch(StatementResponse response) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        ResultData data = response.getResult();
        while (data != null) {
            if (data.getDataArray() != null) {
                for (Collection<String> row : data.getDataArray()) {
                    rows.add(Arrays.asList(row.toArray(String[]::new)));
                }
            }
            Long next = data.getNextChunkIndex();
            data = next == null ? null : statements.getStatementResultChunkN(response.getStatementId(), next);
        }
        return rows;
    }

    private RuntimeException failed(String what) {
        return Problem.upstream(
                        "LW-2306",
                        "The warehouse " + warehouse + " " + what + ".",
                        "Check that it runs and may be used, or leave ?warehouse= out of the address.")
                .exception();
    }
}
