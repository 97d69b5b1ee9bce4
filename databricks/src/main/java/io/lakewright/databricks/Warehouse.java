package io.lakewright.databricks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SQL warehouse that is asked about the rows of tables; nothing but SELECT ever reaches it. */
public final class Warehouse {

    private final Statements statements;

    Warehouse(Statements statements) {
        this.statements = statements;
    }

    /**
     * What some expressions give over all rows of a table, or for its first rows.
     *
     * @param expressions over columns that {@link #quoted} has spelled
     * @param limit how many rows of an answer at most
     * @return a list of texts a row
     * @throws io.lakewright.core.ProblemException LW-2301 to LW-2304, LW-2306 when the warehouse does not run it
     */
    public List<List<@Nullable String>> select(
            String catalog, String schema, String table, List<String> expressions, int limit) {
        return statements.rows(
                catalog,
                "SELECT " + String.join(", ", expressions) + " FROM " + quoted(catalog) + "." + quoted(schema) + "."
                        + quoted(table) + " LIMIT " + limit);
    }

    /** A name between back quotes, those in it doubled. */
    public static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
