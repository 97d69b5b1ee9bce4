package io.lakewright.engine;

import io.lakewright.core.Problem;
import io.lakewright.engine.internal.WorkerProcess;
import io.lakewright.engine.protocol.Request;
import io.lakewright.engine.protocol.Response;
import io.lakewright.engine.protocol.WorkerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The engine in a process of its own. One session at a time; a process that hangs or dies is killed with its children
 * and replaced, and the call that waited for it gets a problem.
 */
public final class WorkerEngine implements Engine {

    private static final Duration STATUS_LIMIT = Duration.ofMillis(500);

    private final EngineSettings settings;
    private final Semaphore turn = new Semaphore(1, true);
    private final ReentrantLock starting = new ReentrantLock();
    private final Thread atExit = new Thread(this::killWorker, "engine-at-exit");
    private volatile @Nullable WorkerProcess worker;
    private volatile String lastFailure = "";
    private volatile boolean closed;

    public WorkerEngine(EngineSettings settings) {
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public EngineStatus status() {
        WorkerProcess current = worker;
        if (current == null || !current.alive()) {
            String failure = lastFailure.isEmpty() && current != null ? "The engine ended unexpectedly." : lastFailure;
            return EngineStatus.of(
                    failure.isEmpty() || closed ? EngineStatus.State.OFF : EngineStatus.State.FAILED, failure);
        }
        try {
            return current.call(Request.Status::new, STATUS_LIMIT) instanceof Response.Report report
                    ? statusOf(report)
                    : EngineStatus.of(EngineStatus.State.FAILED, "The engine speaks another protocol.");
        } catch (TimeoutException e) {
            return EngineStatus.of(EngineStatus.State.STARTING, "The process is coming up.");
        } catch (WorkerProcess.Died e) {
            return EngineStatus.of(EngineStatus.State.FAILED, "The engine ended unexpectedly.");
        } catch (InterruptedException e) {
            throw Answers.interrupted();
        }
    }

    private static EngineStatus statusOf(Response.Report report) {
        EngineStatus.State state = switch (report.state()) {
            case STARTING -> EngineStatus.State.STARTING;
            case WARMING -> EngineStatus.State.WARMING;
            case WARM -> EngineStatus.State.WARM;
            case FAILED -> EngineStatus.State.FAILED;
        };
        return new EngineStatus(state, report.detail(), report.versions());
    }

    @Override
    public void warmUp() {
        Thread.ofVirtual().name("engine-warm-up").start(this::startQuietly);
    }

    private void startQuietly() {
        try {
            running();
        } catch (RuntimeException e) {
            lastFailure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public List<Optional<SqlFailure>> parse(List<String> statements) {
        if (statements.isEmpty()) {
            return List.of();
        }
        Response response = call(running(), id -> new Request.Parse(id, statements), settings.startLimit());
        if (!(response instanceof Response.Parsed parsed)) {
            throw Answers.unexpected(response);
        }
        List<Optional<SqlFailure>> outcomes = new ArrayList<>();
        for (Response.@Nullable Failure failure : parsed.failures()) {
            outcomes.add(Optional.ofNullable(failure).map(Answers::failure));
        }
        return List.copyOf(outcomes);
    }

    @Override
    public EngineSession session(List<String> catalogs) {
        takeTurn();
        try {
            WorkerProcess current = running();
            Response response = call(current, id -> new Request.Reset(id, catalogs), settings.startLimit());
            if (response instanceof Response.Failed failed) {
                throw Problem.invalid("LW-1407", failed.failure().message(), "Choose another name for the catalog.")
                        .exception();
            }
            return new WorkerSession(this, current, settings.cores(), turn::release);
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(settings.turnLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem.LimitExceeded(
                                "LW-1402", "The engine is busy with other work.", "Try again later.", Map.of())
                        .exception();
            }
        } catch (InterruptedException e) {
            throw Answers.interrupted();
        }
    }

    /** The worker, started if there is none. */
    private WorkerProcess running() {
        starting.lock();
        try {
            if (closed) {
                throw Problem.upstream("LW-1406", "The engine has been closed.", "Start the product again.")
                        .exception();
            }
            WorkerProcess current = worker;
            if (current == null || !current.alive()) {
                current = WorkerProcess.start(settings);
                worker = current;
                lastFailure = "";
            }
            return current;
        } catch (IOException | UncheckedIOException e) {
            lastFailure = "The engine could not be started: " + e.getMessage();
            throw Problem.upstream("LW-1401", lastFailure, "Check that the JDK and the temporary folder are usable.")
                    .exception();
        } finally {
            starting.unlock();
        }
    }

    /** What the worker answered; a worker that is broken is replaced and the call gets a problem. */
    Response call(WorkerProcess current, LongFunction<Request> request, Duration limit) {
        try {
            Response response = current.call(request, limit);
            if (response instanceof Response.Report report && report.state() == WorkerState.FAILED) {
                throw broken(current, "LW-1401", "The engine could not be started: " + report.detail());
            }
            return response;
        } catch (WorkerProcess.Died e) {
            throw current.answered()
                    ? broken(current, "LW-1403", "The engine ended unexpectedly.")
                    : broken(current, "LW-1401", "The engine could not be started.");
        } catch (TimeoutException e) {
            throw broken(current, "LW-1404", "The engine did not answer in time and was stopped.");
        } catch (InterruptedException e) {
            // The worker stays: it was told to cancel, and the next session waits until it has.
            throw Answers.interrupted();
        }
    }

    /** Kills what is left of the worker, starts the next one and says what happened. */
    private RuntimeException broken(WorkerProcess current, String code, String message) {
        current.kill();
        lastFailure = message;
        if (!code.equals("LW-1401") && !closed) {
            warmUp();
        }
        return new Problem.UpstreamFailed(code, message, Answers.AGAIN, Map.of("log", current.diagnostics()))
                .exception();
    }

    /** The process id of the running worker, for diagnosis. */
    public Optional<Long> workerPid() {
        return Optional.ofNullable(worker).filter(WorkerProcess::alive).map(WorkerProcess::pid);
    }

    @Override
    public void close() {
        closed = true;
        killWorker();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is already ending; the hook has nothing left to do.
            return;
        }
    }

    private void killWorker() {
        WorkerProcess current = worker;
        if (current != null) {
            current.kill();
        }
    }
}
