package io.lakewright.benchmarks;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.PostgresTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Schemas of any size that look like those of real applications: masters with codes, events that refer to them, lines
 * of events, junctions, in several schemas. No foreign key is declared, so that all of them must be inferred.
 */
final class GeneratedSchema {

    private static final List<String> STARTS = List.of(
            "cust", "prod", "ven", "ship", "pay", "bill", "stor", "reg", "emp", "act", "cam", "pol", "cla", "mat",
            "ord", "loc", "dev", "cont", "lic", "fac");
    private static final List<String> MIDDLES = List.of(
            "er", "ament", "ilit", "and", "ov", "ister", "ect", "ual", "im", "onent", "iv", "asur", "el", "uct", "arg");
    private static final List<String> ENDS =
            List.of("ion", "or", "age", "ity", "unit", "plan", "type", "note", "group", "item", "sheet", "point");
    private static final int TABLES_A_SCHEMA = 200;

    private final Random random;
    private final int count;
    private final List<String> masters = new ArrayList<>();
    private final List<SourceTable> tables = new ArrayList<>();

    private GeneratedSchema(int count, long seed) {
        this.count = count;
        this.random = new Random(seed);
    }

    /** The same count and seed give the same schema. */
    static SourceSchema of(int count, long seed) {
        return new GeneratedSchema(count, seed).make();
    }

    private SourceSchema make() {
        while (tables.size() < count) {
            int kind = random.nextInt(10);
            if (kind < 4 || masters.size() < 10) {
                master();
            } else if (kind < 7) {
                event();
            } else if (kind < 9) {
                eventWithLines();
            } else {
                junction();
            }
        }
        return new SourceSchema("generated", "", "generated", tables.subList(0, count));
    }

    private void master() {
        String name = freshName();
        masters.add(name);
        add(
                name,
                List.of(name + "_id"),
                name + "_id integer",
                name + "_code varchar(12)",
                "name text",
                "created_at timestamp");
    }

    private void event() {
        String name = freshName() + "_" + tables.size();
        add(
                name,
                List.of(name + "_id"),
                name + "_id bigint",
                reference(),
                reference(),
                "amount numeric(12,2)",
                "booked_on date",
                "status varchar(10)");
    }

    private void eventWithLines() {
        String name = freshName() + "_" + tables.size();
        add(name, List.of(name + "_id"), name + "_id bigint", reference(), "issued_on date", "remark text");
        add(
                name + "_line",
                List.of(name + "_id", "line_no"),
                name + "_id bigint",
                "line_no integer",
                reference(),
                "quantity integer",
                "price numeric(10,2)");
    }

    private void junction() {
        String one = anyMaster();
        String other = anyMaster();
        if (!one.equals(other)) {
            add(
                    one + "_" + other,
                    List.of(one + "_id", other + "_id"),
                    one + "_id integer",
                    other + "_id integer",
                    "valid_from date");
        }
    }

    private String reference() {
        String role = random.nextInt(6) == 0 ? "main_" : "";
        return role + anyMaster() + "_id integer";
    }

    private String anyMaster() {
        return masters.get(random.nextInt(masters.size()));
    }

    private String freshName() {
        String name = pick(STARTS) + pick(MIDDLES) + pick(ENDS);
        boolean taken = masters.contains(name);
        return taken ? name + pick(ENDS) + tables.size() : name;
    }

    private String pick(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    private void add(String name, List<String> key, String... columns) {
        List<Column> made = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String column : columns) {
            int cut = column.indexOf(' ');
            String columnName = column.substring(0, cut);
            if (!seen.contains(columnName)) {
                seen.add(columnName);
                String type = column.substring(cut + 1);
                made.add(Column.of(columnName, type, PostgresTypes.toLakeType(type), !key.contains(columnName)));
            }
        }
        TableName tableName = new TableName("app" + tables.size() / TABLES_A_SCHEMA, name);
        tables.add(new SourceTable(
                tableName,
                made,
                key,
                List.of(),
                List.of(),
                Optional.of(1_000L + random.nextInt(1_000_000)),
                Optional.empty()));
    }
}
