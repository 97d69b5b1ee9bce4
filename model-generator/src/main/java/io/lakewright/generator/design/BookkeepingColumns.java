package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Set;

/**
 * Knows columns by which a source keeps books on its rows; they say nothing about the thing itself (D09).
 *
 * <p>Told by the name and, for times, by the type. A name counts only when every word of it is about bookkeeping, so
 * that {@code price_changed_on} stays what it is: a date of the business.
 */
public final class BookkeepingColumns {

    private static final Set<String> TOUCHED = Set.of(
            "update",
            "updated",
            "modify",
            "modified",
            "modification",
            "change",
            "changed",
            "load",
            "loaded",
            "sync",
            "synced",
            "ingest",
            "ingested",
            "ingestion",
            "refreshed",
            "replicated",
            "touched",
            "etl");
    private static final Set<String> BESIDE = Set.of(
            "last",
            "date",
            "time",
            "datetime",
            "at",
            "on",
            "ts",
            "timestamp",
            "utc",
            "row",
            "record",
            "by",
            "user",
            "dw",
            "dwh",
            "inserted",
            "insert",
            "created");

    /** Names written without anything between their words. */
    private static final Set<String> JOINED = Set.of(
            "lastupdate",
            "lastupdated",
            "lastupdatedate",
            "updatedat",
            "updateddate",
            "updatedate",
            "updatedon",
            "updatedby",
            "lastupdatedby",
            "modifieddate",
            "modifiedat",
            "modifiedon",
            "modifiedby",
            "datemodified",
            "dateupdated",
            "lastmodified",
            "lastmodifieddate",
            "lastmodifiedby",
            "changedat",
            "lastchanged",
            "loaddate",
            "loadedat",
            "loadts");

    private static final Set<String> ROW_MARKS = Set.of(
            "rowguid",
            "rowversion",
            "rowver",
            "rowid",
            "rowscn",
            "orarowscn",
            "loadid",
            "etlid",
            "etlbatchid",
            "etlloadid",
            "etlrunid",
            "dwloadid");

    private BookkeepingColumns() {}

    /** Whether the column says when, or by whom, the source last touched the row. */
    public static boolean isMark(String column, LakeType type) {
        List<String> words = Names.words(column);
        boolean named = JOINED.contains(String.join("", words))
                || (words.stream().anyMatch(TOUCHED::contains)
                        && words.stream().allMatch(word -> TOUCHED.contains(word) || BESIDE.contains(word))
                        && words.size() > 1);
        boolean by = words.contains("by") || String.join("", words).endsWith("by");
        return named && (type.isTemporal() || (by && type.equals(LakeType.STRING)));
    }

    /** Whether the column numbers the row or its state for the source's own machinery, such as replication. */
    public static boolean isRowMark(String column) {
        return ROW_MARKS.contains(String.join("", Names.words(column)));
    }
}
