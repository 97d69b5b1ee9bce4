package io.lakewright.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Status(1),
                new Request.Reset(2, List.of("main", "we`ird \"name\"")),
                new Request.Parse(3, List.of("SELECT 1", "SELECT 'a\nb'")),
                new Request.Execute(4, "SELECT :x", Map.of("x", "é\u2028\\"), 1000, 5),
                new Request.Cancel(6, 4),
                new Request.Shutdown(5));
    }

    static Stream<Response> responses() {
        Response.Failure failure = new Response.Failure("PARSE_SYNTAX_ERROR", "42601", "near 'x'", 1, 8);
        return Stream.of(
                new Response.Report(1, WorkerState.WARMING, "merge", Map.of("spark", "4.2.0")),
                new Response.Done(2, 17),
                new Response.Parsed(3, Arrays.asList(null, failure), 2),
                new Response.Executed(
                        4, List.of("a", "b"), List.of(Arrays.asList("1", null)), true, Map.of("num_rows", 3L), 9),
                new Response.Failed(5, new Response.Failure("X", null, "m", null, null), 1));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsBackEveryRequestFromOneLine(Request request) {
        String line = Wire.write(request);
        assertThat(line).doesNotContain("\n");
        assertThat(Wire.readRequest(line)).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void readsBackEveryResponseFromOneLine(Response response) {
        String line = Wire.write(response);
        assertThat(line).doesNotContain("\n");
        assertThat(Wire.readResponse(line)).isEqualTo(response);
    }

    @Test
    void writesSnakeCaseWithTheKindFirst() {
        assertThat(Wire.write(new Request.Execute(4, "SELECT 1", Map.of(), 1000, 5)))
                .isEqualTo(
                        "{\"type\":\"execute\",\"id\":4,\"statement\":\"SELECT 1\",\"parameters\":{},\"limit_ms\":1000,\"max_rows\":5}");
    }

    @Test
    void refusesLinesOfAnotherProtocol() {
        assertThatThrownBy(() -> Wire.readRequest("{\"type\":\"launch\",\"id\":1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("launch");
        assertThatThrownBy(() -> Wire.readRequest("not json")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wire.readRequest("{\"type\":\"status\",\"id\":1,\"more\":2}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithAnEmptyLineWhenTheOtherSideIsGone() throws IOException {
        BufferedReader in = new BufferedReader(new StringReader("one\ntwo"));
        assertThat(Wire.nextLine(in)).isEqualTo("one");
        assertThat(Wire.nextLine(in)).isEqualTo("two");
        assertThat(Wire.nextLine(in)).isEmpty();
    }
}
