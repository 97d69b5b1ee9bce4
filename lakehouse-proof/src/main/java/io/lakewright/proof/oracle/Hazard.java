package io.lakewright.proof.oracle;

import io.lakewright.proof.rows.Row;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What makes loads go wrong in practice and may happen to the rows of a key between two deliveries. */
public enum Hazard {
    /** A load runs again over a delivery that it has loaded already. */
    REPEATED_RUN,
    CHANGED_ATTRIBUTE,
    /** A value comes to be NULL, or NULL comes to be a value. */
    NULL_FLIP,
    NEW_KEY,
    /** A key is no longer in the delivery. */
    MISSING_KEY;

    /** The name as a receipt tells it, such as {@code null flip}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What the values of one key went through. */
    static Set<Hazard> between(Row before, Row after) {
        Set<Hazard> met = EnumSet.noneOf(Hazard.class);
        for (int i = 0; i < before.values().size(); i++) {
            boolean flipped = (before.get(i) == null) != (after.get(i) == null);
            if (flipped) {
                met.add(NULL_FLIP);
            } else if (!Objects.equals(before.get(i), after.get(i))) {
                met.add(CHANGED_ATTRIBUTE);
            }
        }
        return met;
    }
}
