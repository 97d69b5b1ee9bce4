package io.lakewright.generator.design;

import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where layers stand when nobody has said so: catalog {@code main}, one schema a layer (modeling.md 5.1). */
public final class Targets {

    private static final String CATALOG = "main";

    private Targets() {}

    /** The given targets, and a default for each of these layers that has none; the layers in their own order. */
    public static Map<Layer, Target> complete(Map<Layer, Target> given, List<Layer> layers) {
        String catalog =
                given.values().stream().findFirst().map(Target::catalog).orElse(CATALOG);
        Map<Layer, Target> all = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            Target target = given.get(layer);
            if (target != null) {
                all.put(layer, target);
            } else if (layers.contains(layer)) {
                all.put(layer, new Target(catalog, layer.name().toLowerCase(Locale.ROOT)));
            }
        }
        return all;
    }
}
