package io.lakewright.runtime;

import io.lakewright.analyzer.RowEvidence;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A catalogue of workspaces that are held in memory; immutable. */
public final class Workspaces implements SchemaCatalog {

    private final Map<String, Workspace> workspaces;

    /** What a workspace offers. */
    public record Workspace(SourceSchema schema, SourceRows rows) {

        /**
         * With the references and keys that the rows bear out, where the source declares none.
         *
         * @param warnings hears what was not reached in time
         */
        public static Workspace completed(SourceSchema schema, SourceRows rows, Consumer<String> warnings) {
            RowEvidence evidence = RowEvidence.of(schema, rows);
            evidence.warnings().forEach(warnings);
            return new Workspace(evidence.schema(), rows);
        }
    }

    public Workspaces(Map<String, Workspace> workspaces) {
        if (workspaces.isEmpty()) {
            throw new IllegalArgumentException("a catalogue needs a workspace");
        }
        this.workspaces = new LinkedHashMap<>(workspaces);
    }

    /** One workspace, whose missing references are looked for in its rows. */
    public static Workspaces of(String id, SourceSchema schema, SourceRows rows) {
        return of(id, schema, rows, warning -> {});
    }

    /** @param warnings hears what was not reached in time */
    public static Workspaces of(String id, SourceSchema schema, SourceRows rows, Consumer<String> warnings) {
        return new Workspaces(Map.of(id, Workspace.completed(schema, rows, warnings)));
    }

    @Override
    public List<String> workspaces() {
        return List.copyOf(workspaces.keySet());
    }

    @Override
    public SourceSchema schema(String workspaceId) {
        return workspace(workspaceId).schema();
    }

    @Override
    public SourceRows rows(String workspaceId) {
        return workspace(workspaceId).rows();
    }

    private Workspace workspace(String workspaceId) {
        Workspace found = workspaces.get(workspaceId);
        if (found == null) {
            throw Problem.notFound(
                            "LW-2120",
                            "There is no workspace \"" + workspaceId + "\".",
                            "Use one of: " + String.join(", ", workspaces.keySet()) + ".")
                    .exception();
        }
        return found;
    }
}
