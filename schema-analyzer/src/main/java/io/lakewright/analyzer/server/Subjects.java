package io.lakewright.analyzer.server;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.read.SchemaChoice;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Resolves the arguments that every tool shares: which schema is meant, and which table a written name means. */
final class Subjects {

    private static final int KEPT = 16;

    private final SchemaCatalog catalog;
    private final Map<SourceSchema, SchemaUnderstanding> understood = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceSchema, SchemaUnderstanding> eldest) {
            return size() > KEPT;
        }
    };

    Subjects(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What is known of the schema that a call is about.
     *
     * @param workspace its id; {@code inline} for a schema that came with the call
     */
    record Subject(String workspace, SchemaUnderstanding understanding, SourceRows rows) {

        SourceSchema schema() {
            return understanding.schema();
        }

        /** @throws io.lakewright.core.ProblemException LW-1530 unknown, with near names; LW-1531 several tables fit */
        SourceTable table(String written) {
            List<SourceTable> found = understanding.names().tables(written);
            if (found.size() > 1) {
                String choices =
                        found.stream().map(table -> table.name().text()).collect(Collectors.joining(", "));
                throw new Problem.InvalidRequest(
                                "LW-1531",
                                "\"" + SafeText.value(written) + "\" can mean " + choices + ".",
                                "Write the schema before the table.",
                                Map.of("choices", choices))
                        .exception();
            }
            if (found.isEmpty()) {
                throw unknown(written);
            }
            return found.getFirst();
        }

        private RuntimeException unknown(String written) {
            List<String> nearest = understanding.names().nearestNames(written, 3);
            String names = String.join(", ", nearest);
            return new Problem.NotFound(
                            "LW-1530",
                            "There is no table \"" + SafeText.value(written) + "\" in this schema.",
                            nearest.isEmpty() ? "List the tables with analyze_schema." : "Did you mean " + names + "?",
                            nearest.isEmpty() ? Map.of() : Map.of("nearest", names))
                    .exception();
        }
    }

    List<String> ids() {
        return catalog.workspaces();
    }

    /** The subject of a call; the inline schema when there is one, else the named workspace, else the first. */
    Subject subject(Optional<String> workspaceId, Optional<JsonNode> inline) {
        SchemaChoice.Chosen chosen = new SchemaChoice(catalog).of(workspaceId, inline);
        return new Subject(
                chosen.workspace().orElse("inline"),
                understand(chosen.schema()),
                chosen.workspace().map(catalog::rows).orElseGet(SourceRows::none));
    }

    private SchemaUnderstanding understand(SourceSchema schema) {
        synchronized (understood) {
            return understood.computeIfAbsent(schema, SchemaUnderstanding::of);
        }
    }
}
