package io.lakewright.sql.node;

import io.lakewright.core.Problem;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;

/** The three-level name of a table. In a template, catalog and schema become the holes of the table's layer. */
public record QualifiedName(Layer layer, Identifier catalog, Identifier schema, Identifier table) {

    public QualifiedName {
        place(catalog);
        place(schema);
    }

    public static QualifiedName of(Layer layer, Target target, String table) {
        return new QualifiedName(
                layer, Identifier.of(target.catalog()), Identifier.of(target.schema()), Identifier.of(table));
    }

    public String text() {
        return catalog.text() + "." + schema.text() + "." + table.text();
    }

    /** A hole holds the bare name between back-ticks, so the name must need no escape. */
    static void place(Identifier name) {
        if (name.name().indexOf('`') >= 0) {
            throw Problem.invalid(
                            "LW-1202",
                            "A catalog or schema name cannot hold a back-tick.",
                            "Choose another target for the layer.")
                    .exception();
        }
    }
}
