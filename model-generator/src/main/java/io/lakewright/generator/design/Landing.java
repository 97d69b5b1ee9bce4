package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;

/** Names of the tables in layer BRONZE that hold the rows of source tables. */
public final class Landing {

    private Landing() {}

    /** The table's name in snake case; with its schema in front when another table of the source would land alike. */
    public static String name(SourceSchema schema, TableName table) {
        String bare = Names.snake(table.table());
        boolean unique = schema.tables().stream()
                .map(other -> other.name())
                .noneMatch(other ->
                        !other.equals(table) && Names.snake(other.table()).equals(bare));
        return unique ? bare : Names.snake(table.schema() + "_" + table.table());
    }
}
