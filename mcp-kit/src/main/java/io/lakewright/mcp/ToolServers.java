package io.lakewright.mcp;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connects to tool servers, wherever they run. Each client must be closed. */
public final class ToolServers {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private ToolServers() {}

    /** A client that speaks the whole protocol with a server in this process, without serializing anything. */
    public static ToolClient inMemory(ToolServer server) {
        return SessionClient.connect(server.name(), Loopback.to(server), CONNECT_TIMEOUT);
    }

    /**
     * Starts a program and speaks with it over its standard streams. No shell reads the command. Of this process's
     * environment it gets only what {@link ProcessEnvironment} lets through.
     *
     * @param command the program and its arguments
     * @param environment further variables
     * @throws io.lakewright.core.ProblemException LW-1310 when it cannot be started or does not speak the protocol,
     *     LW-1307 when the command or a variable is not allowed
     */
    public static ToolClient process(String name, List<String> command, Map<String, String> environment) {
        ProcessEnvironment.requireSafe(name, command);
        Map<String, String> whole = ProcessEnvironment.of(name, System.getenv(), environment);
        return SessionClient.connect(
                name, new LineTransport(name, new ProcessPeer(name, command, whole)), CONNECT_TIMEOUT);
    }

    /** Speaks with a server over streams, which are closed with the client. */
    public static ToolClient streams(String name, InputStream fromServer, OutputStream toServer) {
        return SessionClient.connect(
                name, new LineTransport(name, new StreamPeer(fromServer, toServer)), CONNECT_TIMEOUT);
    }

    /**
     * Speaks with a server over streamable HTTP. Redirects are not followed.
     *
     * @param uri the endpoint, such as {@code http://127.0.0.1:8090/mcp}
     * @throws io.lakewright.core.ProblemException LW-1310 when it cannot be reached or does not speak the protocol
     */
    public static ToolClient http(String name, URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/mcp" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        uri.getScheme() + "://" + uri.getRawAuthority())
                .endpoint(path + query)
                .jsonMapper(Wire.MAPPER)
                .supportedProtocolVersions(Wire.PROTOCOLS)
                .openConnectionOnStartup(false)
                .resumableStreams(false)
                .connectTimeout(Duration.ofSeconds(10))
                .maxResponseSize(Wire.MESSAGE_LIMIT)
                .build();
        return SessionClient.connect(name, transport, CONNECT_TIMEOUT);
    }
}
