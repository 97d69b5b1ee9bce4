package io.lakewright.sql;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schemas in which tables stand. Catalogs are made by whoever governs the workspace, never here. */
public final class SchemaScripts {

    private SchemaScripts() {}

    public static Statement createSchema(Layer layer, Target target) {
        return Statement.of(
                "Schema of layer " + layer + ".",
                new SqlNode.CreateSchema(
                        layer, Identifier.of(target.catalog()), Identifier.of(target.schema()), Optional.empty()));
    }

    /** One statement for each schema of the model, in the order of its targets. */
    public static List<Statement> createSchemas(DataModel model) {
        List<Statement> statements = new ArrayList<>();
        Set<Target> seen = new HashSet<>();
        model.targets().forEach((layer, target) -> {
            if (seen.add(target)) {
                statements.add(createSchema(layer, target));
            }
        });
        return statements;
    }
}
