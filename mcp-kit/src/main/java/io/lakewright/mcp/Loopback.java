package io.lakewright.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Both ends of a connection within one process. A request is handled on the thread that sends it, so nothing hops
 * between threads and nothing is serialized.
 */
final class Loopback implements McpServerTransportProvider {

    private volatile McpServerSession.@Nullable Factory sessions;

    private Loopback() {}

    /** The client's end of a new connection to a server. */
    static McpClientTransport to(ToolServer server) {
        Loopback loopback = new Loopback();
        McpSyncServer running = ProtocolServer.open(server, loopback);
        return loopback.new ClientEnd(running);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        sessions = factory;
    }

    @Override
    public List<String> protocolVersions() {
        return Wire.PROTOCOLS;
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    private final class ClientEnd implements McpClientTransport {

        private final McpSyncServer server;
        private volatile @Nullable McpServerSession session;

        ClientEnd(McpSyncServer server) {
            this.server = server;
        }

        @Override
        public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
            return Mono.fromRunnable(
                    () -> session = Objects.requireNonNull(sessions).create(new ServerEnd(handler)));
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            McpServerSession open = session;
            return open == null ? Mono.error(new IllegalStateException("Not connected")) : open.handle(message);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.fromRunnable(() -> {
                session = null;
                server.close();
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

    private record ServerEnd(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> toClient)
            implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return toClient.apply(Mono.just(message)).then();
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
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
}
