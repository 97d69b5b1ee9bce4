package io.lakewright.generator.vault;

import io.lakewright.core.schema.ForeignKey;
import java.util.List;

/** What a source table becomes in a vault. */
sealed interface Place {

    /** A hub of its own, known by these source columns. */
    record OwnHub(List<String> key) implements Place {}

    /** One to one with a parent: no hub, its attributes hang on the parent's. */
    record Subtype(ForeignKey parent) implements Place {}

    /**
     * A link without a hub.
     *
     * @param key the columns that tell its rows apart; empty when there are none
     * @param childKey those of them that belong to no reference, such as a line number
     */
    record Relation(List<String> key, List<String> childKey) implements Place {}

    /** Nothing, for a reason. */
    record LeftOut(String because) implements Place {}
}
