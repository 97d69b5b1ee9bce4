package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.Optional;

/**
 * How a table is taken out of its source, as somebody who knows the source has said. It decides how every load recognises
 * changes and deletes (modeling.md 1.3).
 *
 * @param watermark column that orders changes, for {@link ExtractionMode#DELTA}
 * @param deletes how a row that is gone shows
 * @param deleteColumn column that marks rows as deleted, for {@link Deletes#MARKED}
 */
public record TableExtraction(
        ExtractionMode mode, Optional<String> watermark, Deletes deletes, Optional<String> deleteColumn) {

    /** How a row that the source has deleted shows in what is extracted. */
    public enum Deletes {
        /** Not at all. */
        NOT_SHOWN,
        /** It is absent from a full extraction. */
        ABSENT,
        /** A column of the row says so. */
        MARKED,
        /** A change feed holds a record of it. */
        RECORDED
    }

    public TableExtraction {
        watermark = Copies.optional(watermark);
        deleteColumn = Copies.optional(deleteColumn);
        if (deletes == Deletes.MARKED && deleteColumn.isEmpty()) {
            throw new IllegalArgumentException("rows are marked as deleted by a column");
        }
    }

    /** What a mode shows of deletes unless somebody says otherwise. */
    public static Deletes usually(ExtractionMode mode) {
        return switch (mode) {
            case FULL -> Deletes.ABSENT;
            case DELTA -> Deletes.NOT_SHOWN;
            case CDC -> Deletes.RECORDED;
        };
    }

    /** In words, such as {@code changed rows after updated_at; deletes do not show}. */
    public String words() {
        String rows = switch (mode) {
            case FULL -> "all rows every time";
            case DELTA ->
                "changed rows" + watermark.map(column -> " after " + column).orElse("");
            case CDC ->
                "a change feed"
                        + watermark.map(column -> " ordered by " + column).orElse("");
        };
        String gone = switch (deletes) {
            case NOT_SHOWN -> "deletes do not show";
            case ABSENT -> "deleted rows are absent";
            case MARKED -> deleteColumn.orElseThrow() + " marks deleted rows";
            case RECORDED -> "deletes are records of the feed";
        };
        return rows + "; " + gone;
    }
}
