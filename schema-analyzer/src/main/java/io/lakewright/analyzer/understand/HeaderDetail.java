package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.Set;

/**
 * A document and its lines (modeling.md 4.3 step 7).
 *
 * @param via the relationship from the line to the document
 */
public record HeaderDetail(TableName header, TableName detail, SourceRelationship via) {

    private static final Set<String> NUMBERS_A_LINE = Set.of("item", "position", "pos", "sequence", "seq", "detail");

    /**
     * Whether the table holds the lines of the document that the relationship leads to. What happens at a time of its
     * own under a document, such as readings during a stay, is an event and no line, unless it is numbered or named as
     * one.
     */
    static boolean isDetailOf(SourceTable table, ColumnRoles roles, SourceRelationship relationship) {
        if (!leadsUp(relationship)) {
            return false;
        }
        boolean keyHoldsHeader =
                table.primaryKey().size() > 1 && table.primaryKey().containsAll(relationship.fromColumns());
        if (keyHoldsHeader && (!roles.has(SourceRole.EVENT_DATE) || isNumbered(table, relationship))) {
            return true;
        }
        return isNamedAsLine(table, relationship);
    }

    /** Whether the target is a dated document and the table holds its lines. */
    public static boolean holds(
            SourceTable detail,
            ColumnRoles roles,
            SourceRelationship relationship,
            ColumnRoles headerRoles,
            TableClass header) {
        return headerRoles.has(SourceRole.EVENT_DATE)
                && header.kind() == TableClass.Kind.FACT
                && isDetailOf(detail, roles, relationship);
    }

    private static boolean isNumbered(SourceTable table, SourceRelationship relationship) {
        return table.primaryKey().stream()
                .filter(name -> !relationship.fromColumns().contains(name))
                .flatMap(name -> Names.words(name).stream())
                .anyMatch(word -> word.startsWith("line") || NUMBERS_A_LINE.contains(word));
    }

    /** Whether the name of the table is that of the document with a word for its lines behind it. */
    static boolean isNamedAsLine(SourceTable table, SourceRelationship relationship) {
        if (!leadsUp(relationship)) {
            return false;
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

    private static boolean leadsUp(SourceRelationship relationship) {
        return !relationship.isSelfReference() && relationship.type() == SourceRelationship.Cardinality.MANY_TO_ONE;
    }
}
