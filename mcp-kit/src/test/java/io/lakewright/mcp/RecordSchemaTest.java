package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordSchemaTest {

    record Node(String name, List<Node> children, Optional<Node> parent) {}

    record Forest(List<Node> trees) {}

    record Place(String street, @Default("1") int floor, Optional<JsonNode> note) {}

    record Letter(String text, @JsonUnwrapped Place place) {}

    @Test
    void describesAnInput() throws IOException {
        matchesGolden("measure-input", RecordSchema.ofInput(Workshop.MeasureInput.class));
    }

    @Test
    void describesAnOutputThatMayGrow() throws IOException {
        matchesGolden("measured-output", RecordSchema.ofOutput(Workshop.Measured.class));
    }

    @Test
    void describesARecordWithinItself() throws IOException {
        matchesGolden("forest-input", RecordSchema.ofInput(Forest.class));
    }

    @Test
    void opensAnUnwrappedRecordInTheSchemaAndTheArguments() {
        ArgumentReader<Letter> reader = new ArgumentReader<>("send", Letter.class);

        assertThat(reader.schema()).isEqualTo(Json.read("""
                        {"type": "object", "properties": {"text": {"type": "string"}, "street": {"type": "string"},
                         "floor": {"default": 1, "type": "integer"}, "note": {}},
                         "required": ["text", "street"], "additionalProperties": false}"""));
        assertThat(reader.read(Json.read("{\"text\": \"t\", \"street\": \"s\"}")))
                .isEqualTo(new Letter("t", new Place("s", 1, Optional.empty())));
    }

    @Test
    void writesSchemasOfTreesShortly() {
        assertThat(JsonSchemas.object("tables:array", "note?:string", "row_count:integer|null", "any"))
                .isEqualTo(Json.read("""
                        {"type": "object", "properties": {"tables": {"type": "array"}, "note": {"type": "string"},
                         "row_count": {"type": ["integer", "null"]}, "any": {}},
                         "required": ["tables", "row_count", "any"]}"""));
    }

    private static void matchesGolden(String name, JsonNode schema) throws IOException {
        Path file = Path.of("src/test/resources/golden/" + name + ".schema.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.pretty(schema));
        }
        assertThat(Json.pretty(schema)).isEqualTo(Files.readString(file));
    }
}
