package io.lakewright.engine.internal;

import io.lakewright.engine.EngineSettings;
import io.lakewright.engine.protocol.Request;
import io.lakewright.engine.protocol.Response;
import io.lakewright.engine.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** One worker process: requests go in, answers come back by id, in any order. When it is gone it stays gone. */
public final class WorkerProcess {

    /** The worker died before it answered. */
    public static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        Died() {
            super("The worker is gone.");
        }
    }

    private final Process process;
    private final WorkingFolder folder;
    private final Writer input;
    private final LastLines diagnostics = new LastLines();
    private final Map<Long, CompletableFuture<Response>> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();

    private WorkerProcess(Process process, WorkingFolder folder) {
        this.process = process;
        this.folder = folder;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @throws IOException when the operating system cannot start it */
    public static WorkerProcess start(EngineSettings settings) throws IOException {
        WorkingFolder folder = WorkingFolder.make(settings.folder());
        try {
            WorkerProcess worker = new WorkerProcess(
                    WorkerCommand.serving(settings, folder.path()).start(), folder);
            reader("engine-answers", worker::readAnswers);
            reader("engine-diagnostics", worker::readDiagnostics);
            return worker;
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
    }

    // A read of a pipe keeps the thread that carries a virtual one. On two cores two silent pipes could keep all of
    // them, and no request of the page was answered any more; so these are threads of their own.
    private static void reader(String name, Runnable read) {
        Thread.ofPlatform().daemon().name(name).start(read);
    }

    public boolean alive() {
        return !gone.get() && process.isAlive();
    }

    /** Whether it ever answered, that is, whether it was a worker at all. */
    public boolean answered() {
        return answered.get();
    }

    public long pid() {
        return process.pid();
    }

    /** The last lines of its log. */
    public String diagnostics() {
        return diagnostics.text();
    }

    /**
     * Sends a request and waits for its answer. When the caller is interrupted, the worker is told that nobody waits.
     *
     * @throws Died when the process ended, before or meanwhile
     * @throws TimeoutException when no answer came in time; the request may still be running
     */
    public Response call(LongFunction<Request> request, Duration limit)
            throws Died, TimeoutException, InterruptedException {
        long id = ids.incrementAndGet();
        CompletableFuture<Response> answer = new CompletableFuture<>();
        pending.put(id, answer);
        try {
            send(Wire.write(request.apply(id)));
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | IOException e) {
            throw new Died();
        } catch (InterruptedException e) {
            cancel(id);
            throw e;
        } finally {
            pending.remove(id);
        }
    }

    private void cancel(long execute) {
        try {
            send(Wire.write(new Request.Cancel(ids.incrementAndGet(), execute)));
        } catch (IOException | Died e) {
            diagnostics.add("Nothing was left to cancel.");
        }
    }

    private void send(String line) throws IOException, Died {
        writing.lock();
        try {
            if (gone.get()) {
                throw new Died();
            }
            input.write(line);
            input.write('\n');
            input.flush();
        } finally {
            writing.unlock();
        }
    }

    private void readAnswers() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = Wire.nextLine(output); !line.isEmpty(); line = Wire.nextLine(output)) {
                Response response = Wire.readResponse(line);
                answered.set(true);
                CompletableFuture<Response> answer = pending.get(response.id());
                if (answer != null) {
                    answer.complete(response);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            diagnostics.add("The supervisor gave up reading: " + e.getMessage());
        } finally {
            kill();
        }
    }

    private void readDiagnostics() {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                diagnostics.add(line);
            }
        } catch (IOException e) {
            diagnostics.add("The log ended: " + e.getMessage());
        }
    }

    /** Ends the process and its children at once; calls that wait get {@link Died}. */
    public void kill() {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.delete();
        for (CompletableFuture<Response> answer : pending.values()) {
            answer.completeExceptionally(new Died());
        }
    }
}
