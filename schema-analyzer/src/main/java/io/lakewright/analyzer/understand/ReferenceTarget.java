package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;

/**
 * A key of one column that columns elsewhere may refer to.
 *
 * @param subject what its table is about, flat
 * @param bareKey the key's name, flat and without the table's column prefix
 * @param primary whether it is the primary key, or the best key of a table without one
 * @param words those of its subject
 * @param position the table's place in the schema
 */
record ReferenceTarget(
        SourceTable table,
        Column key,
        String subject,
        List<String> words,
        String bareKey,
        boolean primary,
        int position) {}
