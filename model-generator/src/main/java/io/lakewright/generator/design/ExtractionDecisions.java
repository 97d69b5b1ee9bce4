package io.lakewright.generator.design;

import io.lakewright.core.model.Decision;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableExtraction;
import java.util.List;

/** What the recorded extraction of source tables means for the loads that read them (modeling.md 1.3, D19). */
public final class ExtractionDecisions {

    private static final String RULE = "D19";

    private ExtractionDecisions() {}

    /** A decision for each table of which it was said how it is extracted; none for the others. */
    public static List<Decision> of(List<SourceTable> tables) {
        return tables.stream()
                .flatMap(table -> table.extraction().stream().map(extraction -> decision(table, extraction)))
                .toList();
    }

    private static Decision decision(SourceTable table, TableExtraction extraction) {
        return new Decision(
                RULE,
                table.name() + " arrives as " + extraction.words(),
                extraction.mode() == ExtractionMode.CDC
                        ? "a load reads one row of a key in a batch: land the last record of each key, deletes with a "
                                + "mark"
                        : meaning(extraction),
                List.of("said by the user"),
                List.of());
    }

    private static String meaning(TableExtraction extraction) {
        return switch (extraction.deletes()) {
            case NOT_SHOWN -> "a row that is gone does not show, so no load concludes it from absence";
            case ABSENT -> "loads keep what is gone: nothing is closed because it is absent";
            case MARKED -> "the mark is loaded like any other column, so a deleted row ends in a version that says so";
            case RECORDED -> "records of deletes have to be landed with a mark before these loads read them";
        };
    }
}
