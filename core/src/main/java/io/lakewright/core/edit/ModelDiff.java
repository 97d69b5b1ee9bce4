package io.lakewright.core.edit;

import io.lakewright.core.Copies;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The difference between two models by table id.
 *
 * <p>Rules: DIFF-1 {@code between(a, b).apply(a)} has the tables of b. DIFF-2 {@code reverse} undoes it. DIFF-3
 * equal models have an empty difference.
 */
public record ModelDiff(List<TableSpec> added, List<Update> updated, List<TableSpec> removed) {

    /** A table that stands in both models and is not the same. */
    public record Update(TableSpec before, TableSpec after) {}

    public ModelDiff {
        added = Copies.list(added);
        updated = Copies.list(updated);
        removed = Copies.list(removed);
    }

    public static ModelDiff between(DataModel before, DataModel after) {
        Map<String, TableSpec> old = byId(before);
        Map<String, TableSpec> now = byId(after);
        List<TableSpec> added = new ArrayList<>();
        List<Update> updated = new ArrayList<>();
        for (TableSpec table : after.tables()) {
            TableSpec was = old.get(table.id());
            if (was == null) {
                added.add(table);
            } else if (!was.equals(table)) {
                updated.add(new Update(was, table));
            }
        }
        List<TableSpec> removed =
                before.tables().stream().filter(t -> !now.containsKey(t.id())).toList();
        return new ModelDiff(added, updated, removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    /** The difference in the other direction. */
    public ModelDiff reverse() {
        return new ModelDiff(
                removed,
                updated.stream().map(u -> new Update(u.after(), u.before())).toList(),
                added);
    }

    /** The model with this difference carried out; tables it does not name are untouched. */
    public DataModel apply(DataModel model) {
        Map<String, TableSpec> after =
                updated.stream().collect(Collectors.toMap(u -> u.before().id(), Update::after));
        List<String> gone = removed.stream().map(TableSpec::id).toList();
        List<TableSpec> tables = new ArrayList<>(model.tables().stream()
                .filter(t -> !gone.contains(t.id()))
                .map(t -> after.getOrDefault(t.id(), t))
                .toList());
        tables.addAll(added);
        return model.withTables(tables);
    }

    private static Map<String, TableSpec> byId(DataModel model) {
        return model.tables().stream().collect(Collectors.toMap(TableSpec::id, Function.identity()));
    }
}
