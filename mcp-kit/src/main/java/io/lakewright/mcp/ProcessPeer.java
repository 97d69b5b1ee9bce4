package io.lakewright.mcp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in a process of its own. No shell is involved; the environment is given whole. */
final class ProcessPeer implements LineTransport.Peer {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPeer.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LAST_WORDS = 500;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final StringBuilder lastWords = new StringBuilder();
    private volatile @Nullable Process process;

    ProcessPeer(String name, List<String> command, Map<String, String> environment) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public JsonLines open() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        // A read of a pipe holds the carrier of a virtual thread.
        Thread.ofPlatform().daemon().name("mcp-errors-" + name).start(() -> drain(started.getErrorStream()));
        return new JsonLines(started.getInputStream(), started.getOutputStream(), Wire.MESSAGE_LIMIT);
    }

    private void drain(InputStream errors) {
        byte[] buffer = new byte[4096];
        try (InputStream in = new BufferedInputStream(errors)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (lastWords) {
                    lastWords.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    lastWords.delete(0, Math.max(0, lastWords.length() - LAST_WORDS));
                }
            }
        } catch (IOException e) {
            LOG.debug("The error output of {} broke off", name);
        }
    }

    @Override
    public String lastWords() {
        synchronized (lastWords) {
            return lastWords.toString().strip();
        }
    }

    // First the way the protocol has it, by closing its input; then less politely.
    @Override
    public void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> children = running.descendants().toList();
        try {
            running.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The input of {} was closed already", name);
        }
        if (!endsInTime(running)) {
            running.destroy();
            if (!endsInTime(running)) {
                running.destroyForcibly();
            }
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean endsInTime(Process running) {
        try {
            return running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
