package io.lakewright.engine;

import io.lakewright.core.Problem;
import io.lakewright.engine.protocol.Response;
import java.util.Map;
import java.util.Optional;

/** What the worker's answers mean to the callers of the engine. */
final class Answers {

    static final String AGAIN = "Try again; a new engine is starting.";

    private Answers() {}

    static StatementResult result(Response response) {
        return switch (response) {
            case Response.Executed done ->
                new StatementResult(
                        done.columns(), done.rows(), done.truncated(), done.metrics(), Optional.empty(), done.ms());
            case Response.Failed failed -> StatementResult.failed(failure(failed.failure()), failed.ms());
            case Response.Report other -> throw unexpected(other);
            case Response.Done other -> throw unexpected(other);
            case Response.Parsed other -> throw unexpected(other);
        };
    }

    static SqlFailure failure(Response.Failure failure) {
        Integer line = failure.line();
        Integer column = failure.column();
        return new SqlFailure(
                failure.condition(),
                Optional.ofNullable(failure.sqlState()),
                failure.message(),
                line == null ? 0 : line,
                column == null ? 0 : column);
    }

    static RuntimeException unexpected(Response response) {
        String why = response instanceof Response.Failed failed
                ? failed.failure().message()
                : "an answer of an unknown kind";
        return Problem.upstream("LW-1403", "The engine did not do what was asked: " + why, AGAIN)
                .exception();
    }

    /** For a caller that stopped waiting: its thread stays interrupted. */
    static RuntimeException interrupted() {
        Thread.currentThread().interrupt();
        return new Problem.LimitExceeded("LW-1402", "The work was cancelled.", "Ask again.", Map.of()).exception();
    }
}
