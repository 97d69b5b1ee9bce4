package io.lakewright.analyzer.read.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupabaseTest {

    private static final String KEY = "eyJcanary.key.text";

    private final ConcurrentLinkedQueue<Map<String, List<String>>> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTablesColumnsAndKeysOfTheDescription() throws IOException {
        answer(200, description());
        OpenedSource source = open(base, KEY);
        SourceTable member = table(source, "member");
        SourceTable organization = table(source, "organization");

        assertThat(source.schema().tables()).hasSize(3);
        assertThat(organization.comment()).contains("Customers that pay");
        assertThat(organization.columns())
                .extracting(column -> column.name() + " " + column.type() + " " + column.lakeType() + " "
                        + (column.nullable() ? "null" : "not null"))
                .containsExactly(
                        "id bigint BIGINT not null",
                        "name character varying(80) STRING not null",
                        "status public.status STRING null",
                        "tags text[] ARRAY<STRING> null",
                        "created_at timestamp with time zone TIMESTAMP not null");
        assertThat(organization.column("name").orElseThrow().comment()).contains("Display name");
        assertThat(member.primaryKey()).containsExactly("organization_id", "user_id");
        assertThat(member.column("organization_id").orElseThrow().comment()).contains("Where");
        assertThat(member.foreignKeys())
                .containsExactly(ForeignKey.declared(
                        List.of("organization_id"), new TableName("public", "organization"), List.of("id")));
        assertThat(table(source, "invoice").column("number").orElseThrow().identity())
                .isTrue();
        assertThat(organization.rowCount()).isEmpty();
        assertThat(source.hasRows()).isFalse();
        assertThat(source.warnings())
                .anyMatch(warning -> warning.contains("row counts") && warning.contains("PostgreSQL address"))
                .anyMatch(warning -> warning.contains("public.hidden"));
    }

    @Test
    void sendsTheKeyAsItsFormAsks() throws IOException {
        answer(200, description());
        open(base, KEY);
        open(base, "sb_secret_canary");

        assertThat(requests.poll())
                .containsEntry("Apikey", List.of(KEY))
                .containsEntry("Authorization", List.of("Bearer " + KEY))
                .doesNotContainKey("Accept-profile");
        assertThat(requests.poll())
                .containsEntry("Apikey", List.of("sb_secret_canary"))
                .doesNotContainKey("Authorization");
    }

    @Test
    void asksForTheSchemasThatAreNamed() throws IOException {
        answer(200, description());

        assertThat(open(base, KEY, "sales").schema().tables())
                .allMatch(table -> table.name().schema().equals("sales"));
        assertThat(requests.poll()).containsEntry("Accept-profile", List.of("sales"));
        assertThatThrownBy(() -> open(base, KEY, "a\r\nX: y")).hasMessageContaining("LW-1563");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://supabase.co",
                "https://x.supabase.co.evil.example",
                "https://user:pass@x.supabase.co",
                "https://x.supabase.co:8443",
                "https://x.supabase.co/rest/v1/rpc/f",
                "https://x.supabase.co?apikey=1",
                "http://x.supabase.co",
                "http://169.254.169.254",
                "http://10.0.0.1:8000",
                "http://127.0.0.1.evil.example",
                "http://[::ffff:10.0.0.1]",
                "https://",
                "http://%zz"
            })
    void asksNoOtherHost(String address) {
        assertThatThrownBy(() -> open(address, KEY))
                .hasMessageContaining("LW-1560")
                .hasMessageNotContaining("pass");
    }

    @Test
    void saysInOneSentenceWhyNothingWasRead() throws IOException {
        assertThatThrownBy(() -> open(base, null))
                .hasMessageContaining("LW-1561")
                .hasMessageContaining("needs its");
        expect(401, "{\"message\":\"Invalid API key\"}", "LW-1561");
        expect(403, "{}", "LW-1561");
        expect(
                406,
                "{\"code\":\"PGRST106\",\"message\":\"The schema must be one of the following: public\"}",
                "LW-1563");
        expect(500, "", "LW-1564");
        expect(200, "<html>", "LW-1564");
        expect(200, "[]", "LW-1564");
        expect(200, "{\"definitions\": {}}", "LW-1566");
        server.stop(0);
        assertThatThrownBy(() -> open(base, KEY))
                .hasMessageContaining("LW-1562")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void followsNoRedirect() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            send(exchange, 200, description());
        });
        other.start();
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/");
            send(exchange, 302, "");
        });

        assertThatThrownBy(() -> open(base, KEY))
                .hasMessageContaining("LW-1564")
                .hasMessageContaining("302");
        assertThat(requests).isEmpty();
        other.stop(0);
    }

    @Test
    void boundsAnswersInSizeAndTime() throws IOException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(block);
                }
            }
        });
        assertThatThrownBy(() -> open(base, KEY))
                .hasMessageContaining("LW-1565")
                .hasMessageContaining("larger");

        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 20; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(200);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        RestDescription slow = new RestDescription(ProjectAddress.parse(base), Optional.of(KEY), Duration.ofSeconds(1));
        assertThatThrownBy(() -> slow.of(Optional.empty()))
                .hasMessageContaining("LW-1565")
                .hasMessageContaining("longer than 1 seconds");
    }

    private void expect(int status, String body, String code) {
        answer(status, body);
        assertThatThrownBy(() -> open(base, KEY)).hasMessageContaining(code).hasMessageNotContaining(KEY);
        server.removeContext("/rest/v1/");
    }

    private void answer(int status, String body) {
        server.createContext("/rest/v1/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            send(exchange, status, body);
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static OpenedSource open(String address, String key, String... schemas) {
        return SourceReaders.open(
                address,
                new ReadOptions(List.of(schemas), Optional.empty(), Optional.empty(), Optional.ofNullable(key)));
    }

    private static String description() throws IOException {
        try (var in = Objects.requireNonNull(SupabaseTest.class.getResourceAsStream("/supabase/description.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SourceTable table(OpenedSource source, String name) {
        return source.schema().table(new TableName("public", name)).orElseThrow();
    }
}
