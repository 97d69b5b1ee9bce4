package io.lakewright.engine;

import io.lakewright.core.Problem;
import io.lakewright.engine.internal.WorkerProcess;
import io.lakewright.engine.protocol.Request;
import io.lakewright.engine.protocol.Response;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** One session on the worker that was running when it began. */
final class WorkerSession implements EngineSession {

    /** How long the worker may take to answer after it was told to cancel a statement. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final WorkerEngine engine;
    private final WorkerProcess worker;
    private final Semaphore lanes;
    private final Runnable atEnd;
    private volatile boolean over;

    WorkerSession(WorkerEngine engine, WorkerProcess worker, int lanes, Runnable atEnd) {
        this.engine = engine;
        this.worker = worker;
        this.lanes = new Semaphore(lanes, true);
        this.atEnd = atEnd;
    }

    @Override
    public StatementResult execute(Statement statement) {
        if (over || !worker.alive()) {
            throw Problem.upstream("LW-1405", "This session of the engine is over.", "Open a new one.")
                    .exception();
        }
        return Answers.result(answer(statement));
    }

    // The worker starts a statement at once only while a lane is free; its time limit must not run before.
    private Response answer(Statement statement) {
        long limit = statement.limit().toMillis();
        try {
            lanes.acquire();
        } catch (InterruptedException e) {
            throw Answers.interrupted();
        }
        try {
            return engine.call(
                    worker,
                    id -> new Request.Execute(id, statement.text(), statement.parameters(), limit, statement.maxRows()),
                    statement.limit().plus(GRACE));
        } finally {
            lanes.release();
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            atEnd.run();
        }
    }
}
