package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How rows of one table relate to rows of another; it always leads from the table that holds the reference.
 *
 * @param role the part the target plays, such as {@code billing_address}, when the columns say more than its name
 * @param declared whether the source declares it as a foreign key; otherwise it was inferred
 * @param confidence 0 to 1, 1 when declared
 * @param evidence why we believe it, in words
 */
public record SourceRelationship(
        Cardinality type,
        TableName from,
        List<String> fromColumns,
        TableName to,
        List<String> toColumns,
        Optional<String> role,
        boolean declared,
        double confidence,
        String evidence) {

    /** Cardinality as seen from the referencing table, and its reverse for paths that go against a reference. */
    public enum Cardinality {
        ONE_TO_ONE,
        MANY_TO_ONE,
        ONE_TO_MANY,
        MANY_TO_MANY;

        /** The form used in answers, such as {@code many_to_one}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SourceRelationship {
        fromColumns = List.copyOf(fromColumns);
        toColumns = List.copyOf(toColumns);
    }

    /** {@code schema.table.column[,column]} of the referencing side. */
    public String fromText() {
        return from.text() + "." + String.join(",", fromColumns);
    }

    /** {@code schema.table.column[,column]} of the referenced side. */
    public String toText() {
        return to.text() + "." + String.join(",", toColumns);
    }

    public boolean isSelfReference() {
        return from.equals(to);
    }

    public boolean joins(TableName one, TableName other) {
        return from.equals(one) && to.equals(other) || from.equals(other) && to.equals(one);
    }

    /** The same relationship read against its reference. */
    public SourceRelationship reversed() {
        Cardinality reverse = switch (type) {
            case MANY_TO_ONE -> Cardinality.ONE_TO_MANY;
            case ONE_TO_MANY -> Cardinality.MANY_TO_ONE;
            case ONE_TO_ONE -> Cardinality.ONE_TO_ONE;
            case MANY_TO_MANY -> Cardinality.MANY_TO_MANY;
        };
        return new SourceRelationship(reverse, to, toColumns, from, fromColumns, role, declared, confidence, evidence);
    }
}
