package io.lakewright.proof.run;

import io.lakewright.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Independent work at the same time; how much really runs at once is the engine's to say. */
final class SideBySide {

    private SideBySide() {}

    /** Results in the order of the items. The first failure is thrown after all others have ended. */
    static <T, R> List<R> each(List<T> items, Function<T, R> work) {
        List<Callable<R>> calls = new ArrayList<>();
        items.forEach(item -> calls.add(() -> work.apply(item)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.LimitExceeded("LW-1402", "The work was cancelled.", "Ask again.", Map.of()).exception();
        }
    }
}
