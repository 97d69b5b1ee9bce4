package io.lakewright.analyzer.existing;

import io.lakewright.core.schema.SourceTable;

/**
 * The part that a table plays in a warehouse.
 *
 * @param because why it is taken for that, as a sentence
 */
record Part(SourceTable table, Kind kind, String because) {

    /** HELPER stands for what only serves queries or loads: bridges, point-in-time tables and the like. */
    enum Kind {
        FACT,
        DIMENSION,
        CALENDAR,
        HUB,
        LINK,
        SATELLITE,
        HELPER
    }
}
