package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * Serves tools over streamable HTTP at {@code /mcp}, without sessions, so that several of them can stand side by side.
 *
 * <p>It listens on loopback only: nobody is asked who they are, so nobody else may connect (threats 3.A row 3). A {@link
 * RequestGuard} stands in front.
 */
public final class HttpServer implements AutoCloseable {

    private static final String PATH = "/mcp";
    private static final int IDLE_MILLIS = 20_000;

    private final Tomcat tomcat;
    private final McpStatelessSyncServer server;
    private final ExecutorService threads;
    private final Path folder;

    private HttpServer(Tomcat tomcat, McpStatelessSyncServer server, ExecutorService threads, Path folder) {
        this.tomcat = tomcat;
        this.server = server;
        this.threads = threads;
        this.folder = folder;
    }

    /** Starts on 127.0.0.1; port 0 takes a free one. */
    public static HttpServer start(ToolServer server, int port) {
        return start(server, "127.0.0.1", port, RequestGuard.loopback(Wire.MESSAGE_LIMIT));
    }

    /**
     * Starts on a loopback address.
     *
     * @throws ProblemException LW-1324 when the address is not loopback, LW-1325 when the port cannot be had
     */
    public static HttpServer start(ToolServer server, String address, int port, RequestGuard guard) {
        requireLoopback(address);
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(Wire.MAPPER)
                .messageEndpoint(PATH)
                .maxRequestSize((int) Math.min(Wire.MESSAGE_LIMIT, guard.bodyLimit()))
                .build();
        McpStatelessSyncServer protocol = ProtocolServer.openStateless(server, transport);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Path folder = temporaryFolder();
        Tomcat tomcat = new Tomcat();
        HttpServer running = new HttpServer(tomcat, protocol, threads, folder);
        running.configure(transport, guard, connector(address, port, threads));
        try {
            tomcat.start();
            if (tomcat.getConnector().getState() != org.apache.catalina.LifecycleState.STARTED) {
                throw new LifecycleException("the port is taken");
            }
            return running;
        } catch (LifecycleException e) {
            running.close();
            throw new ProblemException(
                    Problem.upstream(
                            "LW-1325",
                            "Port " + port + " on " + address + " cannot be opened.",
                            "Choose another port, or 0 for a free one."),
                    e);
        }
    }

    private void configure(HttpServletStatelessServerTransport transport, RequestGuard guard, Connector connector) {
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
        tomcat.getEngine().setName("lakewright-mcp-" + folder.getFileName());
        tomcat.setConnector(connector);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(QuietErrors.class.getName());
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        // These look for leaks of applications that are redeployed; none is here.
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Wrapper servlet = Tomcat.addServlet(context, "mcp", transport);
        servlet.setAsyncSupported(true);
        servlet.addMapping(PATH);
        FilterDef filter = new FilterDef();
        filter.setFilterName("guard");
        filter.setFilter(new GuardFilter(guard));
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("guard");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    private static Connector connector(String address, int port, ExecutorService threads) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setProperty("address", address);
        connector.setProperty("connectionTimeout", Integer.toString(IDLE_MILLIS));
        // With the default of 100 a client that reuses connections meets one that has just been closed
        // (java-platform section 2).
        connector.setProperty("maxKeepAliveRequests", "-1");
        ((Http11NioProtocol) connector.getProtocolHandler()).setExecutor(threads);
        return connector;
    }

    private static void requireLoopback(String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // Not loopback then.
        }
        throw Problem.unsafe(
                        "LW-1324",
                        "Tools are served on loopback only, and " + address + " is not.",
                        "Put a proxy that authenticates in front and serve on 127.0.0.1.")
                .exception();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lakewright-mcp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Where clients connect. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port() + PATH);
    }

    /** Waits until another thread closes the server. */
    public void await() {
        tomcat.getServer().await();
    }

    @Override
    public void close() {
        try {
            server.close();
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The server did not stop", e);
        } finally {
            threads.shutdownNow();
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
