package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The client's end of a connection over streams, to a process or within one. */
final class LineTransport implements McpClientTransport {

    private static final Logger LOG = LoggerFactory.getLogger(LineTransport.class);

    /** Who is on the other end. */
    interface Peer {
        /** Opens the connection. */
        JsonLines open() throws IOException;

        /** Ends it; may be called again. */
        void stop();

        /** What it said last on its error output, for the person who looks for the cause. */
        String lastWords();
    }

    private final String name;
    private final Peer peer;
    private volatile @Nullable JsonLines lines;
    private volatile boolean closing;
    private volatile Consumer<Problem> onEnd = reason -> {};

    LineTransport(String name, Peer peer) {
        this.name = name;
        this.peer = peer;
    }

    /** Told when the other end ends without having been asked to. */
    void onEnd(Consumer<Problem> listener) {
        onEnd = listener;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> start(handler));
    }

    private void start(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        try {
            JsonLines connected = peer.open();
            lines = connected;
            // A read of a pipe holds the carrier of a virtual thread, and there are only as many as cores.
            Thread.ofPlatform().daemon().name("mcp-answers-" + name).start(() -> read(connected, handler));
        } catch (IOException e) {
            Problem problem = Problem.upstream(
                    "LW-1310",
                    "The MCP server " + name + " cannot be started: " + e.getMessage() + ".",
                    "Check its command.");
            onEnd.accept(problem);
            throw problem.exception();
        }
    }

    private void read(JsonLines connected, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        String why = "it ended";
        try {
            boolean more = true;
            while (more) {
                switch (connected.next()) {
                    case JsonLines.Line.Text(String text) -> deliver(text, handler);
                    case JsonLines.Line.TooLong _ -> {
                        why = "it sent a message that is too long";
                        more = false;
                    }
                    case JsonLines.Line.End _ -> more = false;
                }
            }
        } catch (IOException e) {
            why = "its output broke off";
        }
        if (!closing) {
            peer.stop();
            onEnd.accept(new Problem.UpstreamFailed(
                    "LW-1313",
                    "The MCP server " + name + " is gone: " + why + ".",
                    "Look at its log and connect again.",
                    Map.of("stderr", peer.lastWords())));
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
            peer.stop();
        });
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
