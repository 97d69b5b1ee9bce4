package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small server with one tool for each way in which a call can go. */
final class Workshop {

    enum Size {
        SMALL,
        EXTRA_LARGE
    }

    record Part(String partName, Optional<Integer> weight) {}

    record MeasureInput(
            @Describe("What to measure") String thing,

            @Describe("In which sizes") @Default("[\"small\"]")
            List<Size> sizes,

            @Describe("How often") @Default("1") @Range(min = 1, max = 9)
            int times,

            @Describe("Extra parts") Optional<List<Part>> parts,
            Optional<Map<String, Double>> factors,
            @Nullable String note,

            @Describe("A name, or a description of one")
            @Accepts({JsonForm.STRING, JsonForm.OBJECT})
            @Example({"\"day\"", "{\"column\": \"order_date\"}"})
            Optional<JsonNode> grain,

            Optional<JsonNode> anything) {}

    record Measured(String thing, int total, Optional<String> note, List<Size> sizes) {}

    record Refused(String code) {}

    record Nothing() {}

    record Flood(int characters) {}

    private Workshop() {}

    static ToolServer server() {
        return new ToolServer(
                "workshop", "1.0", "Measures things.", List.of(measure(), refuse(), crash(), flood(), wait(null)));
    }

    static ToolServer waitingFor(CountDownLatch interrupted) {
        return new ToolServer("workshop", "1.0", "Waits.", List.of(wait(interrupted)));
    }

    private static Tool<MeasureInput> measure() {
        return Tool.named("measure_thing")
                .title("Measure a thing")
                .description("Measures a thing as often as asked.")
                .effects(Effects.READS)
                .output(JsonSchemas.ofRecord(Measured.class))
                .answering(MeasureInput.class, Workshop::measured);
    }

    private static ToolAnswer measured(MeasureInput input) {
        int total = input.thing().length() * input.times();
        return ToolAnswer.of(
                input.thing() + " measures " + total + ".",
                new Measured(input.thing(), total, Optional.ofNullable(input.note()), input.sizes()));
    }

    private static Tool<Refused> refuse() {
        return Tool.named("refuse")
                .description("Always refuses.")
                .output(JsonSchemas.object())
                .answering(Refused.class, input -> {
                    throw new Problem.NotFound(
                                    input.code(), "There is nothing here.", "Look there.", Map.of("nearest", "there"))
                            .exception();
                });
    }

    private static Tool<Nothing> crash() {
        return Tool.named("crash")
                .description("Always fails unexpectedly.")
                .output(JsonSchemas.object())
                .answering(Nothing.class, input -> {
                    throw new IllegalStateException("inner secret");
                });
    }

    private static Tool<Flood> flood() {
        return Tool.named("flood")
                .description("Answers with much text.")
                .output(JsonSchemas.object("characters:integer"))
                .answering(
                        Flood.class,
                        input -> ToolAnswer.of(
                                "x".repeat(input.characters()),
                                Json.object()
                                        .put("characters", input.characters())
                                        .put("filling", "y".repeat(input.characters()))));
    }

    private static Tool<Nothing> wait(@Nullable CountDownLatch interrupted) {
        return Tool.named("wait")
                .description("Answers after a minute.")
                .output(JsonSchemas.object())
                .answering(Nothing.class, input -> {
                    try {
                        new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        if (interrupted != null) {
                            interrupted.countDown();
                        }
                    }
                    return ToolAnswer.of("waited", Json.object());
                });
    }
}
