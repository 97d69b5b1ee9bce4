package io.lakewright.sql;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.internal.LoadOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scripts in waves: those of one wave need nothing from each other and may run side by side; a wave begins when the one
 * before it has ended. Running all scripts one after the other, in their printed order, gives the same.
 */
public final class ScriptWaves {

    private ScriptWaves() {}

    /**
     * @param scripts scripts of one type, in printed order; those that serve no table (schemas, landing, late keys) keep
     *     their place and stand alone
     */
    public static List<List<Script>> of(DataModel model, List<Script> scripts) {
        Map<String, Integer> places = places(model);
        List<List<Script>> waves = new ArrayList<>();
        List<Script> tables = new ArrayList<>();
        for (Script script : scripts) {
            if (places.containsKey(script.tableId())) {
                tables.add(script);
            } else {
                waves.addAll(grouped(tables, places));
                tables.clear();
                waves.add(List.of(script));
            }
        }
        waves.addAll(grouped(tables, places));
        return List.copyOf(waves);
    }

    private static Map<String, Integer> places(DataModel model) {
        Map<String, Integer> places = new HashMap<>();
        List<List<TableSpec>> waves = LoadOrder.waves(model);
        for (int wave = 0; wave < waves.size(); wave++) {
            for (TableSpec table : waves.get(wave)) {
                places.put(table.id(), wave);
            }
        }
        return places;
    }

    private static List<List<Script>> grouped(List<Script> scripts, Map<String, Integer> places) {
        Map<Integer, List<Script>> waves = new TreeMap<>();
        for (Script script : scripts) {
            waves.computeIfAbsent(places.getOrDefault(script.tableId(), 0), place -> new ArrayList<>())
                    .add(script);
        }
        return List.copyOf(waves.values());
    }
}
