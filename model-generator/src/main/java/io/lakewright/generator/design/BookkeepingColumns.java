package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import io.lakewright.core.type.LakeType;
import java.util.Set;

/** Knows timestamps by which a source marks when it last touched a row; they say nothing about the thing itself (D09). */
public final class BookkeepingColumns {

    private static final Set<String> MARKS = Set.of(
            "lastupdate",
            "lastupdated",
            "lastupdatedate",
            "lastupdatedat",
            "updatedat",
            "updateddate",
            "updatedate",
            "updatedon",
            "modifieddate",
            "modifiedat",
            "modifiedon",
            "datemodified",
            "dateupdated",
            "lastmodified",
            "lastmodifieddate",
            "lastmodifiedat",
            "changedat",
            "lastchanged",
            "loaddate",
            "loadedat",
            "loadts",
            "syncedat",
            "etlupdatedat");

    private BookkeepingColumns() {}

    /** Whether a column of that name and type is such a mark. */
    public static boolean isMark(String column, LakeType type) {
        return type.isTemporal() && MARKS.contains(String.join("", Names.words(column)));
    }
}
