package io.lakewright.generator.server;

import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds the schema that a call is about, and the tables that written names mean. */
final class Workspaces {

    private final SchemaCatalog catalog;

    Workspaces(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /** The inline schema when there is one, else the named workspace, else the first. */
    SourceSchema schema(Optional<String> workspaceId, Optional<JsonNode> schema) {
        if (schema.isPresent()) {
            return JsonFactsReader.read(schema.get(), "inline").schema();
        }
        String id = workspaceId
                .or(() -> catalog.workspaces().stream().findFirst())
                .orElseThrow(() -> Problem.notFound(
                                "LW-1850", "There is no workspace.", "Connect a source, or send a schema inline.")
                        .exception());
        return catalog.schema(id);
    }

    /** The schema, or nothing when no workspace can be meant. */
    Optional<SourceSchema> optionalSchema(Optional<String> workspaceId, Optional<JsonNode> schema) {
        boolean any = schema.isPresent()
                || workspaceId.isPresent()
                || !catalog.workspaces().isEmpty();
        return any ? Optional.of(schema(workspaceId, schema)) : Optional.empty();
    }

    static List<TableName> tables(SourceSchema schema, List<String> written) {
        return written.stream().map(name -> table(schema, name)).distinct().toList();
    }

    /**
     * The one table that a written name means.
     *
     * @throws io.lakewright.core.ProblemException LW-1851 unknown, with near names; LW-1852 several tables fit
     */
    static TableName table(SourceSchema schema, String written) {
        List<SourceTable> found = schema.named(written);
        if (found.size() == 1) {
            return found.getFirst().name();
        }
        if (found.isEmpty()) {
            throw Nearest.notFound(
                            "LW-1851",
                            "There is no table " + written + " in " + schema.name() + ".",
                            written,
                            schema.tables().stream().map(t -> t.name().table()).toList())
                    .exception();
        }
        String choices = found.stream().map(t -> t.name().text()).collect(Collectors.joining(", "));
        throw new Problem.InvalidRequest(
                        "LW-1852",
                        written + " can mean " + choices + ".",
                        "Write the schema before the table.",
                        Map.of("choices", choices))
                .exception();
    }
}
