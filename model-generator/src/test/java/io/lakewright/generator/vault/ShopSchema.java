package io.lakewright.generator.vault;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.PostgresTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An invented shop whose tables have every shape of key that a vault must place. */
public final class ShopSchema {

    private ShopSchema() {}

    public static TableName name(String table) {
        return new TableName("shop", table);
    }

    public static SourceSchema schema() {
        return new SourceSchema(
                "shop",
                "An invented shop",
                "test",
                List.of(
                        table(
                                "categories",
                                List.of("category_id"),
                                List.of(),
                                List.of(),
                                "category_id integer!",
                                "title text!",
                                "picture bytea"),
                        table(
                                "products",
                                List.of("product_id"),
                                List.of(List.of("sku")),
                                List.of(fk("category_id", "categories", "category_id")),
                                "product_id integer!",
                                "sku character varying(20)!",
                                "category_id integer",
                                "unit_price numeric(9,2)",
                                "updated_at timestamp without time zone"),
                        table(
                                "customers",
                                List.of("customer_id"),
                                List.of(),
                                List.of(),
                                "customer_id integer!",
                                "full_name text",
                                "email text"),
                        table(
                                "vip_customers",
                                List.of("customer_id"),
                                List.of(),
                                List.of(
                                        fk("customer_id", "customers", "customer_id"),
                                        fk("agent_id", "employees", "employee_id")),
                                "customer_id integer!",
                                "agent_id integer!",
                                "discount numeric(5,4)"),
                        table(
                                "employees",
                                List.of("employee_id"),
                                List.of(),
                                List.of(fk("reports_to", "employees", "employee_id")),
                                "employee_id integer!",
                                "reports_to integer",
                                "hired date"),
                        table(
                                "orders",
                                List.of("order_id"),
                                List.of(),
                                List.of(
                                        fk("customer_id", "customers", "customer_id"),
                                        fk("employee_id", "employees", "employee_id")),
                                "order_id integer!",
                                "customer_id integer!",
                                "employee_id integer",
                                "ordered_at timestamp without time zone"),
                        table(
                                "order_lines",
                                List.of("order_id", "line_no"),
                                List.of(),
                                List.of(
                                        fk("order_id", "orders", "order_id"),
                                        fk("product_id", "products", "product_id")),
                                "order_id integer!",
                                "line_no smallint!",
                                "product_id integer!",
                                "quantity integer!"),
                        table(
                                "product_tags",
                                List.of("product_id", "tag_id"),
                                List.of(),
                                List.of(fk("product_id", "products", "product_id"), fk("tag_id", "tags", "tag_id")),
                                "product_id integer!",
                                "tag_id integer!",
                                "updated_at timestamp without time zone"),
                        table("tags", List.of("tag_id"), List.of(), List.of(), "tag_id integer!", "label text"),
                        table("import_log", List.of(), List.of(), List.of(), "line text")));
    }

    public static ForeignKey fk(String column, String table, String referenced) {
        return ForeignKey.declared(List.of(column), name(table), List.of(referenced));
    }

    /** Columns are written {@code name type}, with an exclamation mark where they are NOT NULL. */
    public static SourceTable table(
            String table,
            List<String> primaryKey,
            List<List<String>> unique,
            List<ForeignKey> foreignKeys,
            String... columns) {
        List<Column> made = new ArrayList<>();
        Arrays.stream(columns).forEach(column -> {
            int cut = column.indexOf(' ');
            String type = column.substring(cut + 1).replace("!", "");
            made.add(Column.of(column.substring(0, cut), type, PostgresTypes.toLakeType(type), !column.endsWith("!")));
        });
        return new SourceTable(name(table), made, primaryKey, unique, foreignKeys, Optional.of(10L), Optional.empty());
    }
}
