package io.lakewright.engine.worker;

import io.lakewright.engine.protocol.Request;
import io.lakewright.engine.protocol.Response;
import io.lakewright.engine.protocol.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests and answers each once. As many statements as there are cores run side by side, since planning a
 * statement on little data keeps one core busy; a reset waits until none runs. Parsing and status do not wait for
 * statements. Warm-up gives way as soon as there is a request.
 */
final class Desk {

    private static final long INTERRUPT_AFTER_MS = 3_000;

    private final Consumer<Response> answers;
    private final BlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Lakehouse> opened = new CompletableFuture<>();
    private final ExecutorService parsing = Executors.newSingleThreadExecutor(daemon("parsing"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon("time-limit"));
    private final ExecutorService statements = Executors.newCachedThreadPool(daemon("statement"));
    private final Semaphore lanes;
    private final int cores;
    private volatile Response.Report report =
            new Response.Report(0, WorkerState.STARTING, "Spark is starting.", Map.of());

    Desk(Consumer<Response> answers, int cores) {
        this.answers = answers;
        this.cores = cores;
        this.lanes = new Semaphore(cores);
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }

    /** Returns at once. */
    void take(Request request) {
        switch (request) {
            case Request.Status status -> {
                Response.Report now = report;
                answers.accept(new Response.Report(status.id(), now.state(), now.detail(), now.versions()));
            }
            case Request.Parse parse -> parsing.execute(() -> parse(parse));
            case Request.Reset reset -> queue.add(reset);
            case Request.Execute execute -> queue.add(execute);
            case Request.Cancel cancel -> {
                opened.thenAccept(lakehouse -> lakehouse.cancel(group(cancel.execute())));
                answers.accept(new Response.Done(cancel.id(), 0));
            }
            case Request.Shutdown shutdown -> queue.add(shutdown);
        }
    }

    /** Opens Spark, warms up and, unless this is training, serves until told to stop. */
    void work(String warehouse, boolean training) throws InterruptedException {
        Lakehouse lakehouse;
        try {
            lakehouse = Lakehouse.open(warehouse, cores);
        } catch (Exception | LinkageError e) {
            report = new Response.Report(0, WorkerState.FAILED, String.valueOf(e), Map.of());
            opened.completeExceptionally(e);
            refuseAll();
            return;
        }
        report = new Response.Report(0, WorkerState.WARMING, "The first statements are running.", lakehouse.versions());
        opened.complete(lakehouse);
        warmUp(lakehouse);
        report = new Response.Report(0, WorkerState.WARM, "", lakehouse.versions());
        while (!training && serve(lakehouse, queue.take())) {
            // Each turn answers one request.
        }
    }

    private void warmUp(Lakehouse lakehouse) {
        try {
            lakehouse.reset(WarmUp.CATALOGS);
            for (Request.Execute request : WarmUp.requests()) {
                if (!queue.isEmpty()) {
                    return;
                }
                lakehouse.execute(request);
            }
        } catch (Exception e) {
            System.err.println("Warming up ended early: " + e);
        }
    }

    private boolean serve(Lakehouse lakehouse, Request request) throws InterruptedException {
        long start = System.nanoTime();
        try {
            switch (request) {
                case Request.Reset reset -> {
                    reset(lakehouse, reset);
                    answers.accept(new Response.Done(reset.id(), since(start)));
                }
                case Request.Execute execute -> {
                    lanes.acquire();
                    statements.execute(() -> execute(lakehouse, execute));
                }
                case Request.Shutdown shutdown -> {
                    answers.accept(new Response.Done(shutdown.id(), since(start)));
                    return false;
                }
                case Request.Status status -> take(status);
                case Request.Parse parse -> take(parse);
                case Request.Cancel cancel -> take(cancel);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            answers.accept(new Response.Failed(request.id(), Failures.of(e, ""), since(start)));
        }
        return true;
    }

    private void reset(Lakehouse lakehouse, Request.Reset request) throws InterruptedException {
        lanes.acquire(cores);
        try {
            lakehouse.reset(request.catalogs());
        } finally {
            lanes.release(cores);
        }
    }

    private static String group(long execute) {
        return "statement-" + execute;
    }

    private void execute(Lakehouse lakehouse, Request.Execute request) {
        long start = System.nanoTime();
        String group = group(request.id());
        Thread runner = Thread.currentThread();
        List<ScheduledFuture<?>> alarms = new ArrayList<>();
        alarms.add(clock.schedule(() -> lakehouse.cancel(group), request.limitMs(), TimeUnit.MILLISECONDS));
        alarms.add(clock.schedule(runner::interrupt, request.limitMs() + INTERRUPT_AFTER_MS, TimeUnit.MILLISECONDS));
        Response response;
        try {
            lakehouse.mark(group);
            response = lakehouse.execute(request);
        } catch (Exception | StackOverflowError | LinkageError e) {
            Response.Failure failure = since(start) >= request.limitMs()
                    ? new Response.Failure(
                            Failures.TIME_LIMIT,
                            "57014",
                            "The statement was cancelled after " + request.limitMs() + " ms.",
                            null,
                            null)
                    : lakehouse.readable(Failures.of(e, request.statement()));
            response = new Response.Failed(request.id(), failure, since(start));
        } finally {
            alarms.forEach(alarm -> alarm.cancel(false));
            lanes.release();
        }
        // An interrupt that came late must not hit the next statement.
        boolean late = Thread.interrupted();
        answers.accept(response);
        if (late) {
            System.err.println("A statement ended only after it was interrupted.");
        }
    }

    private void parse(Request.Parse request) {
        long start = System.nanoTime();
        try {
            Lakehouse lakehouse = opened.get();
            List<Response.@Nullable Failure> failures = new ArrayList<>();
            for (String statement : request.statements()) {
                failures.add(lakehouse.parse(statement));
            }
            answers.accept(new Response.Parsed(request.id(), failures, since(start)));
        } catch (Exception | StackOverflowError e) {
            answers.accept(new Response.Failed(request.id(), Failures.of(e, ""), since(start)));
        }
    }

    /** Spark did not come up: every request that was or will be made hears why. */
    private void refuseAll() throws InterruptedException {
        while (true) {
            Request request = queue.take();
            answers.accept(new Response.Report(request.id(), report.state(), report.detail(), report.versions()));
        }
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
