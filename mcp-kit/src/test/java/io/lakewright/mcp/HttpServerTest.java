package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.document.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class HttpServerTest {

    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"measure_thing\",\"arguments\":{\"thing\":\"ab\"}}}";
    private static final String JSON = "Content-Type: application/json";

    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = HttpServer.start(Workshop.server(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            200 | Host: 127.0.0.1:PORT                           | -
            200 | Host: localhost:PORT                           | Origin: http://localhost:PORT
            200 | Host: [::1]:PORT                               | Origin: http://[::1]:PORT
            200 | host: localhost:PORT                           | oRIGIN: http://127.0.0.1:PORT
            421 | Host: evil.example                             | -
            421 | Host: evil.example:PORT                        | -
            421 | Host: localhost                                | -
            421 | Host: localhost:1                              | -
            421 | Host: localhost.:PORT                          | -
            421 | Host: localhost.evil.com:PORT                  | -
            421 | Host: 127.0.0.1.evil.com:PORT                  | -
            421 | Host: 127.1:PORT                               | -
            421 | Host: 0.0.0.0:PORT                             | -
            403 | Host: localhost:PORT                           | Origin: http://evil.example
            403 | Host: localhost:PORT                           | Origin: null
            403 | Host: localhost:PORT                           | Origin: http://localhost.evil.com
            403 | Host: localhost:PORT                           | Origin: http://localhost.evil.com:PORT
            403 | Host: localhost:PORT                           | Origin: https://localhost:PORT
            403 | Host: localhost:PORT                           | Origin: http://localhost:PORT/
            403 | Host: localhost:PORT                           | Origin: http://localhost:PORT.
            403 | Host: localhost:PORT                           | Origin: http://localhost:1
            403 | Host: localhost:PORT                           | Origin: http://localhost
            403 | Host: localhost:PORT                           | Origin: http://localhost:PORT\\r\\nOrigin: http://evil.example
            403 | Host: localhost:PORT                           | Origin: http://localhost:PORT\\r\\norigin: http://localhost:PORT
            400 | Host: localhost:PORT\\r\\nHost: evil.example   | -
            400 | Host: localhost:PORT\\r\\nhost: localhost:PORT | -
            """)
    void letsInOnlyThisMachinesOwnNames(int status, String host, String origin) throws IOException {
        String answer = post(host, JSON, origin == null ? "X-None: 1" : origin, CALL);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContainIgnoringCase("access-control");
        assertThat(answer.contains("structuredContent")).isEqualTo(status == 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            415 | Content-Type: text/plain
            415 | Content-Type: application/x-www-form-urlencoded
            415 | Content-Type: multipart/form-data; boundary=x
            415 | Content-Type: application/jsonp
            415 | Content-Type: text/plain, application/json
            415 | Content-Type: application/json\\r\\nContent-Type: text/plain
            415 | X-No-Type: 1
            200 | Content-Type: Application/JSON; charset=utf-8
            """)
    void takesOnlyJson(int status, String contentType) throws IOException {
        assertThat(post("Host: localhost:PORT", contentType, "X-None: 1", CALL)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void givesNoPermissionToOtherOrigins() throws IOException {
        String answer = send("OPTIONS /mcp HTTP/1.1\r\nHost: localhost:PORT\r\nOrigin: http://evil.example\r\n"
                + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("access-control");
    }

    @Test
    void refusesABodyBeyondTheLimit() throws IOException {
        RequestGuard small = RequestGuard.loopback(1_000);
        String body = "[" + "1,".repeat(1_000) + "1]";
        try (HttpServer limited = HttpServer.start(Workshop.server(), "127.0.0.1", 0, small)) {
            String head = "POST /mcp HTTP/1.1\r\nHost: localhost:" + limited.port() + "\r\n" + JSON
                    + "\r\nAccept: application/json, text/event-stream\r\nConnection: close\r\n";
            assertThat(send(limited.port(), head + "Content-Length: " + body.length() + "\r\n\r\n" + body))
                    .startsWith("HTTP/1.1 413");
            assertThat(send(
                            limited.port(),
                            head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                                    + body + "\r\n0\r\n\r\n"))
                    .startsWith("HTTP/1.1 411");
        }
    }

    @Test
    void saysNothingAboutItselfInErrors() throws IOException {
        assertThat(send("GET /other HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .doesNotContainIgnoringCase("tomcat");
        assertThat(post("Host: localhost:PORT", JSON, "X-None: 1", "{not json"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":-32")
                .doesNotContainIgnoringCase("stackTrace")
                .doesNotContain("\tat ")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThatThrownBy(() -> HttpServer.start(Workshop.server(), "0.0.0.0", 0, RequestGuard.loopback(1_000)))
                .hasMessageContaining("LW-1324");
        assertThatThrownBy(() -> HttpServer.start(Workshop.server(), server.port()))
                .hasMessageContaining("LW-1325");
    }

    @Test
    void letsInWhatWasAllowed() {
        RequestGuard guard =
                RequestGuard.loopback(1_000).allowing(Set.of("lake.example:8443"), Set.of("http://localhost:5173"));
        var head = new RequestGuard.Head(
                "GET",
                80,
                java.util.List.of("lake.example:8443"),
                java.util.List.of("http://localhost:5173"),
                java.util.List.of(),
                -1);

        assertThat(guard.check(head)).isEmpty();
        assertThat(RequestGuard.loopback(1_000).check(head).orElseThrow().status())
                .isEqualTo(421);
    }

    @Test
    void answersManyCallsAtOnceOverReusedConnections() throws Exception {
        try (ToolClient client = ToolServers.http("workshop", server.uri());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<java.util.concurrent.Future<ToolAnswer>>();
            for (int i = 0; i < 300; i++) {
                answers.add(callers.submit(
                        () -> client.call("measure_thing", Json.read("{\"thing\": \"ab\"}"), Duration.ofSeconds(30))));
            }
            for (var answer : answers) {
                assertThat(answer.get().structured().path("total").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void saysWhenNobodyListens() {
        HttpServer gone = HttpServer.start(Workshop.server(), 0);
        gone.close();

        assertThatThrownBy(() -> ToolServers.http("gone", gone.uri())).hasMessageContaining("LW-1310");
    }

    private static String post(String host, String contentType, String more, String body) throws IOException {
        return send("POST /mcp HTTP/1.1\r\n" + host + "\r\n" + contentType + "\r\n" + more
                + "\r\nAccept: application/json, text/event-stream\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private static String send(String request) throws IOException {
        return send(server.port(), request);
    }

    private static String send(int port, String request) throws IOException {
        String text = request.replace("PORT", Integer.toString(port)).replace("\\r\\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
