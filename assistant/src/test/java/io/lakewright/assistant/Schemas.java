package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invented schemas in the form of the analyzer's answer. A table is written as {@code name|rows|class|pk|columns}, a
 * column as {@code name:type} with {@code >table.column} behind a foreign key.
 */
public final class Schemas {

    private Schemas() {}

    public static ObjectNode library() {
        return schema(
                "library",
                List.of(
                        "member|4200|dimension|member_id|member_id:integer,card_number:text,full_name:text,city:text,joined_on:date",
                        "book|15000|dimension|book_id|book_id:integer,isbn:text,title:text,description:text,list_price:numeric,genre_id:integer>bookgenre.genre_id,publisher_id:integer>publisher.publisher_id",
                        "bookgenre|47|dimension|genre_id|genre_id:integer,genre_name:text,description:text",
                        "publisher|310|dimension|publisher_id|publisher_id:integer,name:text,country:text",
                        "copy|40000|dimension|copy_id|copy_id:integer,barcode:text,book_id:integer>book.book_id,branch_id:integer>branch.branch_id",
                        "branch|12|dimension|branch_id|branch_id:integer,branch_name:text,city:text",
                        "loan|250000|fact|loan_id|loan_id:integer,loan_date:date,member_id:integer>member.member_id,copy_id:integer>copy.copy_id,fine_amount:numeric",
                        "reservation|9000|fact|reservation_id|reservation_id:integer,reserved_on:date,member_id:integer>member.member_id,book_id:integer>book.book_id,fee:numeric",
                        "author|8000|dimension|author_id|author_id:integer,author_name:text",
                        "book_author|18000|bridge|book_id,author_id|book_id:integer>book.book_id,author_id:integer>author.author_id"));
    }

    public static ObjectNode clinic() {
        return schema(
                "clinic",
                List.of(
                        "tbl_patient|30000|dimension|patient_id|patient_id:integer,mrn:text,birth_date:date,region_code:text",
                        "tbl_physician|400|dimension|physician_id|physician_id:integer,license_no:text,department_id:integer>tbl_department.department_id",
                        "tbl_department|25|dimension|department_id|department_id:integer,department_name:text",
                        "tbl_visit_header|90000|fact|visit_id|visit_id:integer,visited_at:timestamp,patient_id:integer>tbl_patient.patient_id,physician_id:integer>tbl_physician.physician_id,copay:numeric,surcharge:numeric",
                        "tbl_visit_line|260000|fact|visit_id,line_no|visit_id:integer>tbl_visit_header.visit_id,line_no:integer,treatment_id:integer>tbl_treatment.treatment_id,quantity:integer,amount:numeric",
                        "tbl_treatment|1200|dimension|treatment_id|treatment_id:integer,treatment_code:text,treatment_name:text,tariff:numeric,unit_price:numeric",
                        "tbl_treatment_category|20|dimension|category_id|category_id:integer,category_name:text",
                        "tbl_payment|88000|fact|payment_id|payment_id:integer,paid_on:date,visit_id:integer>tbl_visit_header.visit_id,amount:numeric"));
    }

    public static ObjectNode schema(String workspace, List<String> lines) {
        ObjectNode schema = Json.object().put("workspace", workspace);
        ArrayNode tables = schema.putArray("tables");
        ArrayNode relations = schema.putArray("relationships");
        for (String line : lines) {
            String[] parts = line.split("\\|");
            ObjectNode table = tables.addObject()
                    .put("name", parts[0])
                    .put("schema", "public")
                    .put("qualified_name", "public." + parts[0])
                    .put("row_count", Long.parseLong(parts[1]));
            table.set("primary_key", Json.tree(List.of(parts[3].split(","))));
            table.putObject("modeling_suggestions")
                    .put("type", parts[2] + "_candidate")
                    .put("reason", "it has the shape of a " + parts[2])
                    .put("score", 0.8);
            ArrayNode columns = table.putArray("columns");
            for (String column : parts[4].split(",")) {
                String[] typed = column.split("[:>]");
                columns.addObject()
                        .put("name", typed[0])
                        .put("type", typed[1])
                        .put("is_primary_key", List.of(parts[3].split(",")).contains(typed[0]))
                        .put("is_foreign_key", typed.length > 2);
                if (typed.length > 2) {
                    relations
                            .addObject()
                            .put("type", "many_to_one")
                            .put("from", "public." + parts[0] + "." + typed[0])
                            .put("to", "public." + typed[2])
                            .put("declared", true)
                            .put("confidence", 1.0);
                }
            }
        }
        return schema;
    }
}
