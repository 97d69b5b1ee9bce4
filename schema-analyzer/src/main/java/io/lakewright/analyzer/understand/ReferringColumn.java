package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that may refer to something, as every target is asked about it.
 *
 * @param subject what its table is about, flat
 * @param bare its name, flat and without the table's prefix
 * @param words those of its name, without the table's prefix
 * @param ownKey whether it is its table's own primary key
 */
record ReferringColumn(
        SourceTable child, Column column, String subject, String bare, List<String> words, boolean ownKey) {

    /** A short text of limited length, as codes are. */
    private static final Pattern CODE_TYPE = Pattern.compile("(character varying|character|varchar|char)\\(\\d\\)");

    /** Whether its type holds little else than keys and numbers. */
    boolean isIdentifier() {
        return column.lakeType().isInteger()
                || column.type().equals("uuid")
                || CODE_TYPE.matcher(column.type()).matches();
    }
}
