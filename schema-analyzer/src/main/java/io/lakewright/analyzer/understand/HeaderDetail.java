package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;

/**
 * A document and its lines (modeling.md 4.3 step 7).
 *
 * @param via the relationship from the line to the document
 */
public record HeaderDetail(TableName header, TableName detail, SourceRelationship via) {

    /** Whether the table holds the lines of the document that the relationship leads to. */
    static boolean isDetailOf(SourceTable table, SourceRelationship relationship) {
        if (relationship.isSelfReference() || relationship.type() != SourceRelationship.Cardinality.MANY_TO_ONE) {
            return false;
        }
        boolean keyHoldsHeader =
                table.primaryKey().size() > 1 && table.primaryKey().containsAll(relationship.fromColumns());
        if (keyHoldsHeader) {
            return true;
        }
        String header = documentName(relationship.to().table());
        String detail = NameParts.subject(table.name().table());
        String rest = detail.startsWith(header) ? detail.substring(header.length()) : "";
        return rest.startsWith("line")
                || rest.startsWith("detail")
                || rest.startsWith("item")
                || rest.startsWith("position")
                || rest.startsWith("entry");
    }

    private static String documentName(String table) {
        String subject = NameParts.subject(table);
        return subject.endsWith("header") && subject.length() > "header".length()
                ? subject.substring(0, subject.length() - "header".length())
                : subject;
    }
}
