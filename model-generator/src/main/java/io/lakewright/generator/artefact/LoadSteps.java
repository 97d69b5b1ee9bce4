package io.lakewright.generator.artefact;

import io.lakewright.core.Copies;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The order in which tables are loaded: what is looked up or referred to comes first. */
public final class LoadSteps {

    /**
     * @param tables names of tables that may be loaded side by side when {@code parallel}
     * @param why what these loads wait for
     */
    public record Step(int step, List<String> tables, boolean parallel, String why) {
        public Step {
            tables = Copies.list(tables);
        }
    }

    private final DataModel model;
    private final Map<String, Integer> levels = new HashMap<>();

    private LoadSteps(DataModel model) {
        this.model = model;
    }

    public static List<Step> of(DataModel model) {
        LoadSteps order = new LoadSteps(model);
        Map<Integer, List<TableSpec>> byLevel = new TreeMap<>();
        for (TableSpec table : model.tables()) {
            byLevel.computeIfAbsent(order.level(table, Set.of()), level -> new ArrayList<>())
                    .add(table);
        }
        List<Step> steps = new ArrayList<>();
        byLevel.values()
                .forEach(tables -> steps.add(new Step(
                        steps.size() + 1,
                        tables.stream().map(TableSpec::name).toList(),
                        tables.size() > 1,
                        why(tables, steps.isEmpty()))));
        return steps;
    }

    private int level(TableSpec table, Set<String> open) {
        Integer known = levels.get(table.id());
        if (known != null) {
            return known;
        }
        Set<String> path = new LinkedHashSet<>(open);
        path.add(table.id());
        int level = before(table)
                .distinct()
                .filter(id -> !path.contains(id))
                .flatMap(id -> model.byId(id).stream())
                .mapToInt(parent -> level(parent, path) + 1)
                .max()
                .orElse(0);
        levels.put(table.id(), level);
        return level;
    }

    private static Stream<String> before(TableSpec table) {
        Stream<String> keys = table.kind() == TableKind.LINK || table.kind() == TableKind.SATELLITE
                ? Stream.empty()
                : table.keys().foreign().stream().map(ModelForeignKey::references);
        Stream<String> read = table.loads().stream()
                .flatMap(load -> Stream.concat(
                        Stream.concat(
                                Stream.of(load.from().table()),
                                load.from().joins().stream().map(Load.Join::table)),
                        load.lookups().stream().map(Load.Lookup::dimension)));
        return Stream.concat(keys, read);
    }

    private static String why(List<TableSpec> tables, boolean first) {
        if (tables.stream().anyMatch(t -> t.kind() == TableKind.FACT)) {
            return "Facts look up the keys of the tables before.";
        }
        if (tables.stream().anyMatch(t -> t.kind() == TableKind.HUB)) {
            return "Hash keys need no lookup: hubs, links and satellites load side by side.";
        }
        return first ? "Nothing else of the model is needed." : "They read or refer to the tables before.";
    }
}
