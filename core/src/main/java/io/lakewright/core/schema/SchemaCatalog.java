package io.lakewright.core.schema;

import java.util.List;

/** Port: where tools find the schema and the rows of a workspace. Implementations are safe for concurrent use. */
public interface SchemaCatalog {

    /** Workspace ids in a stable order; the first is the default. */
    List<String> workspaces();

    /**
     * The snapshot of a workspace.
     *
     * @throws io.lakewright.core.ProblemException NotFound when there is no such workspace
     */
    SourceSchema schema(String workspaceId);

    /** Rows that the user gave for the workspace; answers empty for every table when there are none. */
    SourceRows rows(String workspaceId);
}
