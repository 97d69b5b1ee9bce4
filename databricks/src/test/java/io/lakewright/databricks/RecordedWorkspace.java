package io.lakewright.databricks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A workspace on this machine: it speaks the endpoints of Unity Catalog, of the Statement Execution API and of OAuth with
 * recorded shapes, and refuses whoever does not carry {@link #TOKEN}.
 */
public final class RecordedWorkspace implements AutoCloseable {

    public static final String TOKEN = "dapi-canary-token";
    public static final String CLIENT = "canary-client";
    public static final String SECRET = "canary-secret";

    private static final String EXCHANGED = "exchanged-token";

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** Method, path and query of every request. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** Bodies of the statements that were sent. */
    public final List<String> statements = new CopyOnWriteArrayList<>();

    private volatile UnaryOperator<String> warehouse = sent -> "";

    private record Answer(int status, String body) {}

    public RecordedWorkspace() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String catalog = "GET /api/2.1/unity-catalog/";
        answer(
                catalog + "catalogs?max_results=0",
                200,
                "{\"catalogs\":[{\"name\":\"system\"}],\"next_page_token\":\"c\"}");
        answer(catalog + "catalogs?max_results=0&page_token=c", 200, "{\"catalogs\":[{\"name\":\"main\"}]}");
        answer(
                catalog + "schemas?catalog_name=main&max_results=0",
                200,
                "{\"schemas\":[{\"name\":\"sales\"},{\"name\":\"information_schema\"},{\"name\":\"secret\"}]}");
        String sales = catalog + "tables?catalog_name=main&max_results=0&schema_name=sales";
        answer(sales, 200, resource("tables-sales.json"));
        answer(
                catalog + "tables?catalog_name=main&max_results=0&page_token=more&schema_name=sales",
                200,
                resource("tables-sales-more.json"));
        answer(
                catalog + "tables?catalog_name=main&max_results=0&page_token=last&schema_name=sales",
                200,
                resource("tables-sales-last.json"));
        answer(
                catalog + "tables?catalog_name=main&max_results=0&schema_name=secret",
                403,
                "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"User does not have USE SCHEMA on Schema 'main.secret'.\"}");
        answer(catalog + "tables/main.sales.orders", 200, resource("table-orders.json"));
        answer(catalog + "tables/main.sales.customers", 200, resource("table-customers.json"));
        String statements = "/api/2.0/sql/statements";
        answer("POST " + statements, 200, "{\"statement_id\":\"01f0\",\"status\":{\"state\":\"PENDING\"}}");
        answer("GET " + statements + "/01f0", 200, resource("statement-done.json"));
        answer("GET " + statements + "/01f0/result/chunks/1", 200, resource("statement-chunk.json"));
    }

    /** HOST:PORT. */
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a request differently from now on; parameters of the query stand in the order of their names. */
    public void answer(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
    }

    /**
     * Lets somebody run statements from now on.
     *
     * @param runs gives for the body of a request the body of its answer, or an empty text for what is recorded
     */
    public void runStatements(UnaryOperator<String> runs) {
        warehouse = runs;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + sorted(query));
        requests.add(request);
        if (path.startsWith("/oidc/") || path.startsWith("/.well-known/")) {
            send(exchange, authorization(exchange, path, body));
            return;
        }
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!List.of("Bearer " + TOKEN, "Bearer " + EXCHANGED).contains(authorization)) {
            send(
                    exchange,
                    new Answer(
                            401,
                            "{\"error_code\":\"401\",\"message\":\"Invalid access token " + authorization + "\"}"));
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            statements.add(body);
            String ran = warehouse.apply(body);
            if (!ran.isEmpty()) {
                send(exchange, new Answer(200, ran));
                return;
            }
        }
        send(
                exchange,
                answers.getOrDefault(
                        request,
                        new Answer(404, "{\"error_code\":\"CATALOG_DOES_NOT_EXIST\",\"message\":\"" + "not there\"}")));
    }

    private Answer authorization(HttpExchange exchange, String path, String body) {
        if (path.equals("/oidc/.well-known/oauth-authorization-server")) {
            return new Answer(
                    200,
                    "{\"authorization_endpoint\":\"http://" + host()
                            + "/oidc/v1/authorize\",\"token_endpoint\":\"http://" + host() + "/oidc/v1/token\"}");
        }
        if (path.equals("/oidc/v1/token")) {
            String basic = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            String expected = java.util.Base64.getEncoder()
                    .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            boolean known = basic.equals("Basic " + expected) || body.contains("client_secret=" + SECRET);
            return known
                    ? new Answer(
                            200,
                            "{\"access_token\":\"" + EXCHANGED + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}")
                    : new Answer(
                            401,
                            "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}");
        }
        return new Answer(404, "{}");
    }

    private static String sorted(String query) {
        return String.join("&", List.of(query.split("&", -1)).stream().sorted().toList());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(RecordedWorkspace.class.getResourceAsStream("/databricks/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
