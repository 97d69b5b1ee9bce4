package io.lakewright.sql.internal;

import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import java.util.List;

/** Facts by their grain: new rows are added, corrected ones overwritten; a missing parent is the unknown member. */
final class FactLoad implements LoadPrinter {

    private final KeyedMerge merge;

    FactLoad(ModelTables tables) {
        this.merge = new KeyedMerge(tables);
    }

    @Override
    public List<Statement> print(LoadSource source) {
        List<String> grain = grain(source.table());
        List<String> tracked = source.columns().stream()
                .filter(name -> !grain.contains(name) && !source.stamped(name))
                .toList();
        return List.of(merge.print(
                source, "Add rows that are new at the grain and overwrite what was corrected.", grain, tracked));
    }

    /** The columns that identify a row. */
    static List<String> grain(TableSpec table) {
        List<String> grain = table instanceof TableSpec.Fact fact ? fact.grain().columns() : List.of();
        return grain.isEmpty() ? table.keys().primary() : grain;
    }
}
