package io.lakewright.core.naming;

import java.util.Locale;
import java.util.Set;

/**
 * Words that make bad names. Databricks keeps some for itself: as names they would need quotes everywhere (N-03 of
 * databricks.md). Others are fair names, but begin or end a clause of statements about tables, where they need quotes.
 */
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

    private static final Set<String> CLAUSE_WORDS =
            Set.of("auto", "none", "as", "by", "column", "cluster", "partitioned", "with", "not");

    private ReservedWords() {}

    /** Whether a name is one of the words, whatever its case. */
    public static boolean contain(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a name needs quotes in a statement about a table: reserved words and those of clauses. */
    public static boolean needQuotes(String name) {
        return contain(name) || CLAUSE_WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
