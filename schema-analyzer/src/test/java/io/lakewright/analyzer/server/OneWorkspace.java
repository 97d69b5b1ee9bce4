package io.lakewright.analyzer.server;

import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.List;

/** A catalogue of one workspace, called "only". */
record OneWorkspace(SourceSchema schema, SourceRows rows) implements SchemaCatalog {

    @Override
    public List<String> workspaces() {
        return List.of("only");
    }

    @Override
    public SourceSchema schema(String workspaceId) {
        return schema;
    }

    @Override
    public SourceRows rows(String workspaceId) {
        return rows;
    }
}
