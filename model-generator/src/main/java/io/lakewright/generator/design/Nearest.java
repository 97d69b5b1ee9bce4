package io.lakewright.generator.design;

import io.lakewright.core.Problem;
import io.lakewright.core.naming.NearNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says that a name does not exist, and which names somebody may have meant. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** The problem of a name that does not exist, with its near matches. */
    public static Problem notFound(String code, String message, String written, Collection<String> names) {
        List<String> nearest = NearNames.of(written, names, MOST);
        String next = nearest.isEmpty()
                ? "Choose one of the " + names.size() + " names that exist."
                : "Did you mean " + String.join(" or ", nearest) + "?";
        return new Problem.NotFound(code, message, next, Map.of("nearest", String.join(", ", nearest)));
    }
}
