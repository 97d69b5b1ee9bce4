package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class StdioServerTest {

    private static final String OPENING = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
    private static final String CALL = """
            {"jsonrpc":"2.0","id":"c","method":"tools/call","params":{"name":"measure_thing","arguments":{"thing":"ab"}}}
            """;

    @Test
    void answersEveryRequestBeforeItReturns() {
        List<JsonNode> answers = serve(OPENING + CALL);

        assertThat(answers.getFirst().at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
        assertThat(answers.getLast().at("/result/structuredContent/total").asInt())
                .isEqualTo(2);
    }

    @Test
    void skipsLinesThatAreNoMessageAndGoesOn() {
        List<JsonNode> answers = serve(OPENING + "garbage\n[1]\n{\"a\":1}\n{\"jsonrpc\":\n\n" + CALL);

        assertThat(answers).hasSize(6);
        assertThat(answers.subList(1, 5)).allSatisfy(answer -> {
            assertThat(answer.path("id").isNull()).isTrue();
            assertThat(answer.at("/error/code").asInt()).isIn(-32700, -32600);
        });
        assertThat(answers.getLast().at("/result/structuredContent/total").asInt())
                .isEqualTo(2);
    }

    /** A client holds structured content against the output schema, also that of a failed call. */
    @Test
    void saysWhyACallFailedBesideTheStructuredContent() {
        JsonNode result = serve(OPENING + CALL.replace("\"thing\":\"ab\"", "\"thing\":7"))
                .getLast()
                .path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(result.path("_meta")
                        .path("io.lakewright/problem")
                        .at("/problem/code")
                        .asString(""))
                .startsWith("LW-");
    }

    @Test
    void refusesNestingBeyondAllSense() {
        List<JsonNode> answers = serve(OPENING + "[".repeat(100_000) + "\n" + CALL);

        assertThat(answers.get(1).has("error")).isTrue();
        assertThat(answers.getLast().has("result")).isTrue();
    }

    @Test
    void skipsALineThatIsTooLongWithoutKeepingIt() {
        byte[] block = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        var parts = new java.util.ArrayList<java.io.InputStream>();
        parts.add(stream(OPENING));
        for (int i = 0; i < 40; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        parts.add(stream("\n" + CALL));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        StdioServer.run(Workshop.server(), new SequenceInputStream(Collections.enumeration(parts)), out);

        List<JsonNode> answers = read(out);
        assertThat(answers.get(1).at("/error/message").asString()).isEqualTo("The line is too long");
        assertThat(answers.getLast().has("result")).isTrue();
    }

    @Test
    void refusesACallBeforeTheOpening() {
        assertThat(serve(CALL).getFirst().has("error")).isTrue();
    }

    private static List<JsonNode> serve(String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StdioServer.run(Workshop.server(), stream(input), out);
        return read(out);
    }

    private static List<JsonNode> read(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().map(Json::read).toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
