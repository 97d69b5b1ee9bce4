package io.lakewright.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs tasks at the same time, each on a virtual thread of its own, and waits for all. */
final class SideBySide {

    private SideBySide() {}

    /**
     * The answers in the order of the tasks. The first failure in that order is thrown; an interrupt of the caller is
     * passed on to all tasks.
     */
    static <T> List<T> run(List<Callable<T>> tasks) {
        List<FutureTask<T>> started = tasks.stream().map(FutureTask::new).toList();
        List<Thread> threads = started.stream().map(Thread::startVirtualThread).toList();
        List<T> answers = new ArrayList<>();
        for (FutureTask<T> task : started) {
            answers.add(joined(task, threads));
        }
        return List.copyOf(answers);
    }

    private static <T> T joined(FutureTask<T> task, List<Thread> threads) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new CancellationException("the turn was cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
