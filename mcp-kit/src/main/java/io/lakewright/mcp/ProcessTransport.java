package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The client's end of a connection to a process that it starts. No shell is involved; the environment is given whole. */
final class ProcessTransport implements McpClientTransport {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTransport.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LAST_WORDS = 500;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final StringBuilder lastWords = new StringBuilder();
    private volatile @Nullable Process process;
    private volatile @Nullable JsonLines lines;
    private volatile boolean closing;
    private volatile Consumer<Problem> onEnd = reason -> {};

    ProcessTransport(String name, List<String> command, Map<String, String> environment) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /** Told once when the process ends without having been asked to. */
    void onEnd(Consumer<Problem> listener) {
        onEnd = listener;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> start(handler));
    }

    private void start(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process started;
        try {
            started = builder.start();
        } catch (IOException e) {
            Problem problem = Problem.upstream(
                    "LW-1310",
                    "The MCP server " + name + " cannot be started: " + e.getMessage() + ".",
                    "Check its command.");
            onEnd.accept(problem);
            throw problem.exception();
        }
        process = started;
        JsonLines connected = new JsonLines(started.getInputStream(), started.getOutputStream(), Wire.MESSAGE_LIMIT);
        lines = connected;
        Thread.ofVirtual().name("mcp-errors-" + name).start(() -> drain(started.getErrorStream()));
        Thread.ofVirtual().name("mcp-answers-" + name).start(() -> read(connected, handler));
    }

    private void read(JsonLines connected, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        String why = "it ended";
        try {
            boolean more = true;
            while (more) {
                more = switch (connected.next()) {
                    case JsonLines.Line.Text(String text) -> {
                        deliver(text, handler);
                        yield true;
                    }
                    case JsonLines.Line.TooLong _ -> {
                        why = "it sent a message that is too long";
                        yield false;
                    }
                    case JsonLines.Line.End _ -> false;
                };
            }
        } catch (IOException e) {
            why = "its output broke off";
        }
        if (!closing) {
            stop();
            onEnd.accept(new Problem.UpstreamFailed(
                    "LW-1313",
                    "The MCP server " + name + " is gone: " + why + ".",
                    "Look at its log and connect again.",
                    Map.of("stderr", lastWords())));
        }
    }

    // Programs print greetings; what is no message is not ours to judge.
    private void deliver(String text, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        try {
            handler.apply(Mono.just(McpSchema.deserializeJsonRpcMessage(Wire.MAPPER, text)))
                    .subscribe(done -> {}, error -> LOG.debug("An answer of {} was not handled", name, error));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} printed a line that is no message", name);
        }
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

    private String lastWords() {
        synchronized (lastWords) {
            return lastWords.toString().strip();
        }
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            JsonLines connected = lines;
            if (connected == null) {
                throw new IllegalStateException("Not connected");
            }
            try {
                connected.write(Wire.MAPPER.writeValueAsBytes(message));
            } catch (IOException e) {
                throw Problem.upstream("LW-1313", "The MCP server " + name + " no longer reads.", "Connect again.")
                        .exception();
            }
        });
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(() -> {
            closing = true;
            stop();
        });
    }

    // First the way the protocol has it, by closing its input; then less politely.
    private void stop() {
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
        if (!endsWithin(running, GRACE)) {
            running.destroy();
            if (!endsWithin(running, GRACE)) {
                running.destroyForcibly();
            }
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean endsWithin(Process running, Duration time) {
        try {
            return running.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return Wire.MAPPER.convertValue(data, type);
    }

    @Override
    public List<String> protocolVersions() {
        return Wire.PROTOCOLS;
    }
}
