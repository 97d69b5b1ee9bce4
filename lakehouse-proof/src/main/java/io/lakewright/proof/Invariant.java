package io.lakewright.proof;

import java.util.List;

/**
 * A property that a proof shows.
 *
 * @param appliesTo kinds of tables
 * @param source where the demand comes from
 */
public record Invariant(String id, String title, String appliesTo, String source) {

    /** Everything a proof looks at, in the order in which it does. */
    public static List<Invariant> all() {
        return List.of(
                new Invariant(
                        "INV-LOADED",
                        "A load fills its table: no rows means the proof failed.",
                        "every table with a load",
                        "modeling.md 2.0 I3"),
                new Invariant(
                        "INV-ORACLE",
                        "A table gained as many rows as the source rows call for, worked out without SQL.",
                        "tables whose loads read source tables",
                        "modeling.md 2.0 I3"),
                new Invariant(
                        "INV-RERUN",
                        "Running every load again on the same delivery changes no row and no value.",
                        "every table",
                        "modeling.md 2.0 I1, T-RERUN"),
                new Invariant("T-UNQ", "Keys and grain are unique.", "every table", "modeling.md 2.0"),
                new Invariant("T-NN", "Key columns hold no NULL.", "every table", "modeling.md 2.0 I4"),
                new Invariant("T-REL", "Every reference finds its row.", "tables with foreign keys", "modeling.md 2.0"),
                new Invariant(
                        "T-CUR",
                        "A natural key has exactly one current row.",
                        "type 2 dimensions",
                        "modeling.md dim.scd2"),
                new Invariant(
                        "T-OVL",
                        "The versions of a natural key neither overlap nor leave a gap.",
                        "type 2 dimensions",
                        "modeling.md dim.scd2"),
                new Invariant(
                        "T-RECON",
                        "Counts and sums agree with the source.",
                        "facts, dimensions, hubs, links",
                        "modeling.md 2.0 I3"),
                new Invariant(
                        "T-GHOST",
                        "Special rows stand exactly once.",
                        "dimensions and hubs",
                        "modeling.md dim.unknown_rows"));
    }
}
