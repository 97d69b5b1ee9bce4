package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Hubs and links: every hash key once, as first seen. Rows are grouped by the hash key, which is made of the normalised
 * business key, so that keys that differ in case or blanks only do not come twice (modeling.md A1).
 */
final class VaultKeyLoad implements LoadPrinter {

    private final ModelTables tables;

    VaultKeyLoad(ModelTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Statement> print(LoadSource source) {
        TableSpec table = source.table();
        List<String> keys = table.keys().primary();
        String purpose = table instanceof TableSpec.Hub
                ? "Add business keys that were never seen before."
                : "Add relationships that were never seen before.";
        return List.of(new KeyedMerge(tables, mandatory(source)).print(source, purpose, keys, List.of()));
    }

    /** A hub leaves out rows without business key. */
    private static List<String> mandatory(LoadSource source) {
        TableSpec table = source.table();
        List<String> mandatory = new ArrayList<>();
        if (table instanceof TableSpec.Hub hub) {
            hub.businessKey().stream()
                    .filter(name -> !ModelTables.column(hub, name).nullable())
                    .forEach(mandatory::add);
        } else {
            table.columns().stream()
                    .filter(column -> column.role() == ColumnRole.BUSINESS_KEY && !column.nullable())
                    .forEach(column -> mandatory.add(column.name()));
        }
        return mandatory;
    }
}
