package io.lakewright.assistant;

import io.lakewright.core.Problem;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The thread of a turn, and the only way to stop it. */
final class RunningTurn implements TurnHandle {

    private final String turnId;
    private final String conversationId;
    private final CompletableFuture<TurnOutcome> outcome = new CompletableFuture<>();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private volatile boolean cancelled;

    RunningTurn(String turnId, String conversationId) {
        this.turnId = turnId;
        this.conversationId = conversationId;
    }

    void start(Callable<TurnOutcome> work) {
        thread.set(Thread.ofVirtual().name("turn-" + turnId).start(() -> {
            try {
                outcome.complete(work.call());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        }));
    }

    boolean cancelled() {
        return cancelled;
    }

    @Override
    public String turnId() {
        return turnId;
    }

    @Override
    public String conversationId() {
        return conversationId;
    }

    @Override
    public boolean cancel() {
        if (outcome.isDone()) {
            return false;
        }
        cancelled = true;
        Thread running = thread.get();
        if (running != null) {
            running.interrupt();
        }
        return true;
    }

    @Override
    public TurnOutcome await(Duration atMost) {
        try {
            return outcome.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Problem.upstream(
                            "LW-2003",
                            "The turn has not ended within " + atMost.toSeconds() + " s.",
                            "Wait longer, or cancel it.")
                    .exception();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a turn");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the turn broke off", e.getCause());
        }
    }
}
