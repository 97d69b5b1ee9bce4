package io.lakewright.core.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakewright.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The published JSON Schema of the model document ({@code model.schema.json} beside this class). */
public final class ModelSchema {

    private static final int SHOWN = 5;

    private ModelSchema() {}

    // Building the validator takes tens of milliseconds; a process that reads no model file never pays for it.
    private static final class Holder {
        private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text());
    }

    /** The schema's own text. */
    public static String text() {
        try (InputStream in = ModelSchema.class.getResourceAsStream("model.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("model.schema.json is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in which a document departs from the schema, each with its place; empty when it conforms. */
    public static List<String> violations(JsonNode document) {
        return Holder.SCHEMA.validate(document).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** @throws io.lakewright.core.ProblemException LW-1005 naming the first violations */
    public static void require(JsonNode document) {
        List<String> violations = violations(document);
        if (!violations.isEmpty()) {
            throw new Problem.InvalidRequest(
                            "LW-1005",
                            "The model document does not follow its schema: "
                                    + String.join(
                                            "; ",
                                            violations.stream().limit(SHOWN).toList()) + ".",
                            "Correct these places.",
                            Map.of("violations", Integer.toString(violations.size())))
                    .exception();
        }
    }
}
