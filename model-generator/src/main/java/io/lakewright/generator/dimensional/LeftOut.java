package io.lakewright.generator.dimensional;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns that are of no use to people who analyse, wherever they stand. */
final class LeftOut {

    private static final Set<String> SECRETS =
            Set.of("password", "passwd", "passwordhash", "passwordsalt", "salt", "secret", "hash", "token");
    private static final Set<String> TOUCHED =
            Set.of("modified", "updated", "update", "changed", "loaded", "synced", "modification");
    private static final Set<String> ROW_MARKS = Set.of("rowguid", "rowversion", "rowid", "guid", "uuid");

    private LeftOut() {}

    /** Why the column is technical; empty when it tells something. Key columns are never asked about. */
    static Optional<String> technical(Column column) {
        List<String> words = Names.words(column.name());
        String flat = String.join("", words);
        String type = column.type().toLowerCase(Locale.ROOT);
        if (words.stream().anyMatch(SECRETS::contains) || SECRETS.contains(flat)) {
            return Optional.of("a secret does not belong in an analytical model");
        }
        if (column.lakeType().base() == LakeType.Base.BINARY) {
            return Optional.of("binary content cannot be analysed");
        }
        if (column.lakeType().base() == LakeType.Base.ARRAY) {
            return Optional.of("it holds several values a row; a bridge would be needed to analyse them");
        }
        if (type.equals("tsvector") || type.equals("xml") || type.startsWith("json") || type.equals("hstore")) {
            return Optional.of("a document is no attribute; it can be taken apart in a layer before");
        }
        boolean touched = words.stream().anyMatch(TOUCHED::contains)
                || flat.startsWith("modified")
                || flat.startsWith("updated")
                || flat.startsWith("lastupdate")
                || flat.startsWith("lastmodified");
        if (column.lakeType().isTemporal() && touched) {
            return Optional.of("technical: says when the source last touched the row");
        }
        if (ROW_MARKS.contains(flat)) {
            return Optional.of("technical: marks the row for replication");
        }
        return Optional.empty();
    }
}
