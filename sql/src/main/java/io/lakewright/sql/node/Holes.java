package io.lakewright.sql.node;

import io.lakewright.core.model.Layer;
import java.util.Locale;

/** Names of the environment holes of a template, such as {@code gold_catalog}. */
public final class Holes {

    private Holes() {}

    public static String catalog(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT) + "_catalog";
    }

    public static String schema(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT) + "_schema";
    }
}
