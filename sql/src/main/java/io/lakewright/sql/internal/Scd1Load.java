package io.lakewright.sql.internal;

import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.sql.Statement;
import java.util.List;

/** Dimensions without history: type 1 overwrites what changed, type 0 keeps the first value. */
final class Scd1Load implements LoadPrinter {

    private final ModelTables tables;

    Scd1Load(ModelTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Statement> print(LoadSource source) {
        List<String> keys = source.table().businessKey();
        boolean keep = source.load().strategy() == LoadStrategy.SCD0_INSERT;
        String key = ModelTables.key(source.table()).name();
        List<String> tracked = source.columns().stream()
                .filter(name -> !keep && !keys.contains(name) && !name.equals(key))
                .filter(name -> !source.stamped(name) && !isOriginal(source, name))
                .toList();
        String purpose = keep
                ? "Add members that are new; those that are known keep their first values."
                : "Add members that are new and overwrite what changed.";
        return List.of(new KeyedMerge(tables, keys).print(source, purpose, keys, tracked));
    }

    private static boolean isOriginal(LoadSource source, String name) {
        ModelColumn column = ModelTables.column(source.table(), name);
        return column.scdType().filter(type -> type == ScdType.TYPE_0).isPresent();
    }
}
