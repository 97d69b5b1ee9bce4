package io.lakewright.core.naming;

import java.util.Locale;
import java.util.Set;

/** Words that Databricks keeps for itself: as names they would need quotes everywhere (N-03 of databricks.md). */
public final class ReservedWords {

    private static final Set<String> WORDS = Set.of(
            "anti",
            "cross",
            "except",
            "full",
            "inner",
            "intersect",
            "join",
            "lateral",
            "left",
            "minus",
            "natural",
            "on",
            "right",
            "semi",
            "union",
            "using",
            "null",
            "default",
            "true",
            "false",
            "select",
            "from",
            "where",
            "table",
            "order",
            "group");

    private ReservedWords() {}

    /** Whether a name is one of the words, whatever its case. */
    public static boolean contain(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
