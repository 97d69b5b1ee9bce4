package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private final ToolServer server = Workshop.server();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"thing": 5}                                   | thing             | Argument "thing" of measure_thing must be a string, but is the number 5.
            {}                                             | thing             | Argument "thing" of measure_thing is missing.
            {"thing": null}                                | thing             | Argument "thing" of measure_thing is missing.
            {"thing": "a", "tims": 2}                      | tims              | measure_thing has no argument "tims".
            {"thing": "a", "times": "2"}                   | times             | Argument "times" of measure_thing must be an integer, but is the string "2".
            {"thing": "a", "times": 2.5}                   | times             | Argument "times" of measure_thing must be an integer, but is the number 2.5.
            {"thing": "a", "times": 10}                    | times             | Argument "times" of measure_thing is wrong: must have a maximum value of 9.
            {"thing": "a", "sizes": ["extra-large"]}       | sizes[0]          | Argument "sizes[0]" of measure_thing must be one of small, extra_large, but is "extra-large".
            {"thing": "a", "sizes": "small"}               | sizes             | Argument "sizes" of measure_thing must be an array, but is the string "small".
            {"thing": "a", "parts": [{"part_nam": "p"}]}   | parts[0].part_nam | measure_thing has no argument "parts[0].part_nam" (and 1 more).
            {"thing": "a", "factors": {"x": true}}         | factors.x         | Argument "factors.x" of measure_thing must be a number, but is the boolean true.
            {"thing": "a", "grain": [1]}                   | grain             | Argument "grain" of measure_thing must be a string or an object, but is an array.
            """)
    void namesTheArgumentAndSaysWhy(String args, String argument, String message) {
        Problem problem = problem(args);

        assertThat(problem.code()).isEqualTo("LW-1301");
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.details()).containsEntry("argument", argument);
    }

    @Test
    void offersTheNearestNameForAnUnknownArgument() {
        Problem problem = problem("{\"thing\": \"a\", \"tims\": 2}");

        assertThat(problem.details()).containsEntry("nearest", "times");
        assertThat(problem.nextStep())
                .isEqualTo(
                        "Did you mean \"times\"? It takes thing, sizes, times, parts, factors, note, grain, anything.");
    }

    @Test
    void offersTheNearestValueOfAChoice() {
        assertThat(problem("{\"thing\": \"a\", \"sizes\": [\"smal\"]}").nextStep())
                .isEqualTo("Did you mean \"small\"?");
    }

    @Test
    void takesEitherFormOfAnOpenArgument() {
        for (String grain : new String[] {"\"day\"", "{\"column\": \"order_date\"}", "null"}) {
            assertThat(answer("{\"thing\": \"a\", \"grain\": " + grain + "}").error())
                    .isFalse();
        }
    }

    @Test
    void readsNestedValues() {
        ToolAnswer answer = answer("""
                {"thing": "ab", "sizes": ["extra_large", "small"], "times": 2, "note": "n", "anything": [1, {"a": null}],
                 "parts": [{"part_name": "p", "weight": 3}, {"part_name": "q"}], "factors": {"x": 1, "y": 2.5}}""");

        assertThat(answer.structured())
                .isEqualTo(Json.read(
                        "{\"thing\": \"ab\", \"total\": 4, \"note\": \"n\", \"sizes\": [\"extra_large\", \"small\"]}"));
    }

    @Test
    void refusesArgumentsThatAreNoObject() {
        assertThat(problem("[1]").message()).isEqualTo("The arguments of measure_thing must be a JSON object.");
    }

    record Picky(String name) {
        Picky {
            if (name.isBlank()) {
                throw Problem.invalid("LW-1598", "A name must not be blank.", "Give a name.")
                        .exception();
            }
            if (name.startsWith("-")) {
                throw new IllegalArgumentException("it starts with a dash");
            }
        }
    }

    @Test
    void passesOnWhatTheInputRecordItselfRefuses() {
        Tool<Picky> tool = Tool.named("pick")
                .description("Picks.")
                .output(JsonSchemas.object())
                .answering(Picky.class, input -> ToolAnswer.of("picked", Map.of()));
        ToolServer picky = new ToolServer("picky", "1", "", java.util.List.of(tool));

        assertThat(picky.answer(tool, Json.read("{\"name\": \" \"}"))
                        .problem()
                        .orElseThrow()
                        .code())
                .isEqualTo("LW-1598");
        assertThat(picky.answer(tool, Json.read("{\"name\": \"-\"}"))
                        .problem()
                        .orElseThrow()
                        .message())
                .isEqualTo("The arguments of pick cannot be used: it starts with a dash.");
    }

    private ToolAnswer answer(String args) {
        return server.answer(server.tool("measure_thing").orElseThrow(), Json.read(args));
    }

    private Problem problem(String args) {
        return answer(args).problem().orElseThrow();
    }
}
