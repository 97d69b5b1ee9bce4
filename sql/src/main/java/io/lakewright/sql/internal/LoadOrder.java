package io.lakewright.sql.internal;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The order of tables: what a table refers to or reads from stands before it; then the model's load order. */
public final class LoadOrder {

    private final DataModel model;
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<TableSpec> ordered = new ArrayList<>();

    private LoadOrder(DataModel model) {
        this.model = model;
    }

    public static List<TableSpec> of(DataModel model) {
        LoadOrder order = new LoadOrder(model);
        model.tables().stream()
                .sorted(Comparator.comparingInt(LoadOrder::place))
                .forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    /**
     * The same order as waves: tables of one wave neither refer to nor read each other, so their loads may run side by
     * side once the wave before has ended.
     */
    public static List<List<TableSpec>> waves(DataModel model) {
        Map<String, Integer> places = new HashMap<>();
        List<List<TableSpec>> waves = new ArrayList<>();
        for (TableSpec table : of(model)) {
            int wave = before(table)
                    .mapToInt(id -> places.getOrDefault(id, -1) + 1)
                    .max()
                    .orElse(0);
            places.put(table.id(), wave);
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(table);
        }
        return waves;
    }

    private static int place(TableSpec table) {
        return table.loads().stream().mapToInt(Load::order).min().orElse(0);
    }

    private void visit(TableSpec table) {
        // A table that is still open refers to itself around a cycle; its key is added later.
        if (done.contains(table.id()) || !open.add(table.id())) {
            return;
        }
        before(table).distinct().forEach(id -> model.byId(id).ifPresent(this::visit));
        done.add(table.id());
        ordered.add(table);
    }

    private static Stream<String> before(TableSpec table) {
        Stream<String> keys = table.keys().foreign().stream().map(ModelForeignKey::references);
        Stream<String> read = table.loads().stream()
                .flatMap(load -> Stream.concat(
                        Stream.concat(
                                Stream.of(load.from().table()),
                                load.from().joins().stream().map(Load.Join::table)),
                        load.lookups().stream().map(Load.Lookup::dimension)));
        return Stream.of(keys, table.parents().stream(), read).flatMap(ids -> ids);
    }
}
