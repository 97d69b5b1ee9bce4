package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceSchema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds the schema that a call is about: the one sent with the call, else the named workspace's, else the first
 * workspace's.
 */
public final class SchemaChoice {

    private final SchemaCatalog catalog;

    public SchemaChoice(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A schema with the place it comes from.
     *
     * @param workspace empty for a schema that was sent with the call
     */
    public record Chosen(Optional<String> workspace, SourceSchema schema) {}

    /**
     * The schema of a call.
     *
     * @param inline schema facts as {@link JsonFactsReader} reads them
     * @throws io.lakewright.core.ProblemException LW-1532 when there is neither a schema nor a workspace; LW-1504 when
     *     the facts have another form
     */
    public Chosen of(Optional<String> workspaceId, Optional<JsonNode> inline) {
        if (inline.isPresent()) {
            return new Chosen(
                    Optional.empty(),
                    JsonFactsReader.read(inline.get(), "inline").schema());
        }
        String id = workspaceId
                .or(() -> catalog.workspaces().stream().findFirst())
                .orElseThrow(() -> Problem.notFound(
                                "LW-1532", "There is no workspace.", "Connect a source, or send a schema inline.")
                        .exception());
        return new Chosen(Optional.of(id), catalog.schema(id));
    }

    /** The schema of a call that can do without one: empty when nothing is given and there is no workspace. */
    public Optional<SourceSchema> optional(Optional<String> workspaceId, Optional<JsonNode> inline) {
        boolean any = inline.isPresent()
                || workspaceId.isPresent()
                || !catalog.workspaces().isEmpty();
        return any ? Optional.of(of(workspaceId, inline).schema()) : Optional.empty();
    }
}
