package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * A reference from columns of one table to a key of another, position by position.
 *
 * @param declared whether the source declares it; otherwise it was inferred
 * @param confidence 0 to 1; 1 for a declared key
 * @param evidence why it was inferred, in words; empty for a declared key
 */
public record ForeignKey(
        List<String> columns,
        TableName references,
        List<String> referencedColumns,
        boolean declared,
        double confidence,
        Optional<String> evidence) {

    public ForeignKey {
        columns = Copies.list(columns);
        referencedColumns = Copies.list(referencedColumns);
        evidence = Copies.optional(evidence);
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("a foreign key pairs its columns with as many referenced ones");
        }
    }

    public static ForeignKey declared(List<String> columns, TableName references, List<String> referencedColumns) {
        return new ForeignKey(columns, references, referencedColumns, true, 1.0, Optional.empty());
    }

    /** A reference that the source does not declare. */
    public static ForeignKey inferred(
            List<String> columns,
            TableName references,
            List<String> referencedColumns,
            double confidence,
            String evidence) {
        return new ForeignKey(columns, references, referencedColumns, false, confidence, Optional.of(evidence));
    }
}
