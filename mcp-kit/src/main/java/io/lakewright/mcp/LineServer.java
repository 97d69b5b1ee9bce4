package io.lakewright.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The server's end of a connection over streams. Ours, because the SDK's stops at the first line that is no message.
 * Requests are handled at the same time, each on a virtual thread; everything that opens the session in order.
 */
final class LineServer implements McpServerTransportProvider, McpServerTransport {

    private static final Logger LOG = LoggerFactory.getLogger(LineServer.class);
    private static final int MOST_AT_ONCE = 64;
    private static final Duration LAST_CALLS = Duration.ofMinutes(2);

    private static final Set<String> OPENING = Set.of(McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_PING);
    private static final McpSchema.JSONRPCResponse.JSONRPCError NOT_OPEN = new McpSchema.JSONRPCResponse.JSONRPCError(
            McpSchema.ErrorCodes.INVALID_REQUEST, "Send initialize and notifications/initialized first");

    private final JsonLines lines;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private volatile @Nullable McpServerSession session;
    // Read and written by the reading thread only.
    private boolean opened;

    private LineServer(JsonLines lines) {
        this.lines = lines;
    }

    static void serve(ToolServer server, InputStream in, OutputStream out) {
        LineServer transport = new LineServer(new JsonLines(in, out, Wire.MESSAGE_LIMIT));
        McpSyncServer running = ProtocolServer.open(server, transport);
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        try {
            transport.readUntilEnd(calls);
        } catch (IOException e) {
            LOG.info("The input of {} broke off: {}", server.name(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish(calls);
            running.close();
        }
    }

    // A client may write its requests and close its end before it reads the answers.
    private static void finish(ExecutorService calls) {
        calls.shutdown();
        try {
            if (!calls.awaitTermination(LAST_CALLS.toSeconds(), TimeUnit.SECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException e) {
            calls.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilEnd(ExecutorService calls) throws IOException, InterruptedException {
        while (true) {
            switch (lines.next()) {
                case JsonLines.Line.End _ -> {
                    return;
                }
                case JsonLines.Line.TooLong _ -> refuse(McpSchema.ErrorCodes.INVALID_REQUEST, "The line is too long");
                case JsonLines.Line.Text(String text) -> receive(text, calls);
            }
        }
    }

    private void receive(String text, ExecutorService calls) throws IOException, InterruptedException {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(Wire.MAPPER, text);
        } catch (IllegalArgumentException | ClassCastException e) {
            refuse(McpSchema.ErrorCodes.INVALID_REQUEST, "The line is not a JSON-RPC message");
            return;
        } catch (IOException | RuntimeException e) {
            refuse(McpSchema.ErrorCodes.PARSE_ERROR, "The line is not JSON");
            return;
        }
        if (message instanceof McpSchema.JSONRPCNotification notification) {
            opened |= notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
        }
        if (!(message instanceof McpSchema.JSONRPCRequest request) || OPENING.contains(request.method())) {
            handle(message);
            return;
        }
        if (!opened) {
            // The session would wait for the opening without end.
            sendMessage(McpSchema.JSONRPCResponse.error(request.id(), NOT_OPEN)).block();
            return;
        }
        room.acquire();
        calls.execute(() -> {
            try {
                handle(message);
            } finally {
                room.release();
            }
        });
    }

    private void handle(JSONRPCMessage message) {
        Objects.requireNonNull(session)
                .handle(message)
                .subscribe(done -> {}, error -> LOG.warn("A message was not handled: {}", error.getMessage()));
    }

    private void refuse(int code, String why) throws IOException {
        LOG.warn("{}; it is skipped", why);
        String answer =
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + why + "\"}}";
        lines.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            try {
                lines.write(Wire.MAPPER.writeValueAsBytes(message));
            } catch (IOException e) {
                LOG.info("The client no longer reads: {}", e.getMessage());
            }
        });
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(this);
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Objects.requireNonNull(session).sendNotification(method, params);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return Wire.MAPPER.convertValue(data, type);
    }

    @Override
    public List<String> protocolVersions() {
        return Wire.PROTOCOLS;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {
        // The streams belong to the caller; there is nothing else to close.
    }
}
