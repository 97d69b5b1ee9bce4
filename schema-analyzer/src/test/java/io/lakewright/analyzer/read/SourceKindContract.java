package io.lakewright.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.profile.RowFigures;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every kind of source does with the same shop: customers with a unique mail address, orders under a key of two
 * columns, lines that refer to orders, employees that refer to their boss, and a table whose name needs quotes.
 */
public abstract class SourceKindContract {

    /** The shop in SQL that every database here takes; comments apart. */
    protected static final List<String> SHOP = List.of(
            """
            CREATE TABLE customer (
                customer_id integer NOT NULL PRIMARY KEY,
                email varchar(80) NOT NULL UNIQUE,
                name varchar(50),
                balance decimal(12,2)
            )
            """,
            """
            CREATE TABLE orders (
                shop_no smallint NOT NULL,
                order_no bigint NOT NULL,
                customer_id integer NOT NULL,
                placed date NOT NULL,
                PRIMARY KEY (shop_no, order_no),
                CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
            )
            """,
            """
            CREATE TABLE order_line (
                line_id integer NOT NULL PRIMARY KEY,
                line_shop smallint NOT NULL,
                line_order bigint NOT NULL,
                quantity integer NOT NULL,
                CONSTRAINT line_order_key FOREIGN KEY (line_shop, line_order) REFERENCES orders (shop_no, order_no)
            )
            """,
            """
            CREATE TABLE employee (
                id integer NOT NULL PRIMARY KEY,
                boss integer,
                deputy integer,
                CONSTRAINT employee_boss FOREIGN KEY (boss) REFERENCES employee (id),
                CONSTRAINT employee_deputy FOREIGN KEY (deputy) REFERENCES employee (id)
            )
            """,
            "CREATE TABLE \"Odd \"\" Name\" (\"The Key\" integer NOT NULL PRIMARY KEY, \"select\" varchar(10))");

    /** Forty customers, sixty orders, ninety lines; the last lines belong to the last orders. */
    protected static List<String> rows() {
        List<String> statements = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            statements.add(
                    "INSERT INTO customer VALUES (%d, 'c%d@example.org', 'Customer %d', %d.50)".formatted(i, i, i, i));
        }
        for (int i = 1; i <= 60; i++) {
            statements.add("INSERT INTO orders VALUES (%d, %d, %d, '2026-01-%02d')"
                    .formatted(i % 2, i, 1 + (i * 7) % 40, 1 + i % 28));
        }
        for (int i = 1; i <= 90; i++) {
            int order = 60 - i % 60;
            statements.add("INSERT INTO order_line VALUES (%d, %d, %d, %d)".formatted(i, order % 2, order, i % 5));
        }
        statements.add("INSERT INTO employee VALUES (1, NULL, NULL)");
        statements.add("INSERT INTO employee VALUES (2, 1, 1)");
        return statements;
    }

    /** The address or path of the shop. */
    protected abstract String shop();

    /** The address or path of something of this kind that does not exist. */
    protected abstract String missing();

    protected ReadOptions options() {
        return ReadOptions.none();
    }

    protected boolean hasRows() {
        return true;
    }

    /** Whether the source can say of a table or column what it means: then the customer table says "Who buys". */
    protected boolean hasComments() {
        return true;
    }

    private OpenedSource open() {
        return SourceReaders.open(shop(), options());
    }

    private static SourceTable table(OpenedSource source, String name) {
        return source.schema().tables().stream()
                .filter(table -> table.name().table().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static Column column(SourceTable table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void givesEveryTableWithItsColumnsInOrder() {
        OpenedSource source = open();

        assertThat(source.warnings()).isEmpty();
        assertThat(lower(source.schema().tables().stream()
                        .map(table -> table.name().table())
                        .toList()))
                .containsExactlyInAnyOrder("customer", "orders", "order_line", "employee", "odd \" name");
        assertThat(lower(table(source, "customer").columns().stream()
                        .map(Column::name)
                        .toList()))
                .containsExactly("customer_id", "email", "name", "balance");
        assertThat(table(source, "Odd \" Name").columns())
                .extracting(Column::name)
                .containsExactly("The Key", "select");
    }

    @Test
    void givesTypesAndWhetherNullIsAllowed() {
        OpenedSource source = open();
        SourceTable customer = table(source, "customer");

        assertThat(column(customer, "customer_id").lakeType()).isEqualTo(LakeType.INT);
        assertThat(column(customer, "email").lakeType()).isEqualTo(LakeType.STRING);
        assertThat(column(customer, "email").type()).contains("80");
        assertThat(column(customer, "balance").lakeType()).isEqualTo(LakeType.decimal(12, 2));
        assertThat(column(table(source, "orders"), "placed").lakeType()).isEqualTo(LakeType.DATE);
        assertThat(column(table(source, "orders"), "order_no").lakeType()).isEqualTo(LakeType.BIGINT);
        assertThat(column(customer, "email").nullable()).isFalse();
        assertThat(column(customer, "name").nullable()).isTrue();
        assertThat(column(table(source, "employee"), "boss").nullable()).isTrue();
    }

    @Test
    void givesPrimaryUniqueAndForeignKeys() {
        OpenedSource source = open();

        assertThat(lower(table(source, "customer").primaryKey())).containsExactly("customer_id");
        assertThat(table(source, "customer").unique())
                .singleElement()
                .satisfies(key -> assertThat(lower(key)).containsExactly("email"));
        assertThat(lower(table(source, "orders").primaryKey())).containsExactly("shop_no", "order_no");
        assertThat(table(source, "order_line").foreignKeys()).singleElement().satisfies(key -> {
            assertThat(lower(key.columns())).containsExactly("line_shop", "line_order");
            assertThat(key.references()).isEqualTo(table(source, "orders").name());
            assertThat(lower(key.referencedColumns())).containsExactly("shop_no", "order_no");
            assertThat(key.declared()).isTrue();
        });
        assertThat(table(source, "employee").foreignKeys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.references())
                        .isEqualTo(table(source, "employee").name()))
                .flatExtracting(ForeignKey::columns)
                .satisfies(columns -> assertThat(columns.stream()
                                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                                .toList())
                        .containsExactlyInAnyOrder("boss", "deputy"));
    }

    @Test
    void givesCommentsWhereTheSourceHasThem() {
        assertThat(table(open(), "customer").comment())
                .isEqualTo(hasComments() ? Optional.of("Who buys") : Optional.empty());
    }

    @Test
    void isTheSameWhenReadTwiceAndCannotBeChanged() {
        OpenedSource source = open();

        assertThat(open().schema()).isEqualTo(source.schema());
        assertThatThrownBy(() -> source.schema().tables().removeFirst())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table(source, "customer").columns().removeFirst())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysThatSomethingIsMissingInOneSentenceWithANextStep() {
        assertThatThrownBy(() -> SourceReaders.open(missing(), options()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    Problem problem = e.problem();
                    assertThat(problem.code()).startsWith("LW-15").isNotEqualTo("LW-1500");
                    assertThat(problem.message()).endsWith(".").doesNotContain("\n");
                    assertThat(problem.nextStep()).isNotBlank();
                });
    }

    @Test
    void givesRowsThatAreClosedUnderForeignKeys() {
        OpenedSource source = open();
        TableName lines = table(source, "order_line").name();
        TableName orders = table(source, "orders").name();
        TableName customers = table(source, "customer").name();

        assertThat(source.hasRows()).isEqualTo(hasRows());
        if (!hasRows()) {
            return;
        }
        Map<TableName, SourceRows.Rows> read = source.rows().readTogether(List.of(lines, orders, customers), 20);
        SourceRows.Rows line = Objects.requireNonNull(read.get(lines));
        SourceRows.Rows order = Objects.requireNonNull(read.get(orders));
        SourceRows.Rows customer = Objects.requireNonNull(read.get(customers));
        assertThat(line.values()).isNotEmpty();
        assertThat(keys(order, List.of("shop_no", "order_no")))
                .containsAll(keys(line, List.of("line_shop", "line_order")));
        assertThat(keys(customer, List.of("customer_id"))).containsAll(keys(order, List.of("customer_id")));
        assertThat(source.rows().read(table(source, "Odd \" Name").name(), 5)).isPresent();
    }

    /** What the source computes over every row is what the rows themselves say. */
    @Test
    void measuresATableAsItsRowsDo() {
        OpenedSource source = open();
        for (String name : List.of("customer", "orders", "order_line", "employee")) {
            SourceTable table = table(source, name);
            Optional<TableFigures> measured = source.rows().measure(table.name());
            assertThat(measured.isPresent()).isEqualTo(hasRows());
            if (hasRows()) {
                TableFigures expected = RowFigures.of(
                        table, source.rows().read(table.name(), 1_000).orElseThrow(), true);
                assertThat(measured.orElseThrow().rows()).isEqualTo(expected.rows());
                for (TableFigures.ColumnFigures column : expected.columns()) {
                    TableFigures.ColumnFigures found =
                            measured.orElseThrow().column(column.column()).orElseThrow();
                    assertThat(comparable(found)).as(column.column()).isEqualTo(comparable(column));
                }
            }
        }
    }

    /** The figures without what only rows or only some databases tell; numbers apart from how they are written. */
    private static List<Object> comparable(TableFigures.ColumnFigures figures) {
        return List.of(
                figures.profile().nullShare(),
                figures.profile().distinctCount(),
                figures.profile().minimum().map(SourceKindContract::plain),
                figures.profile().maximum().map(SourceKindContract::plain),
                figures.lengths());
    }

    private static String plain(String value) {
        return value.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    @Test
    void samplesRowsOfATable() {
        OpenedSource source = open();
        TableName customer = table(source, "customer").name();

        assertThat(source.rows().sample(customer, 10).map(rows -> rows.values().size()))
                .isEqualTo(hasRows() ? Optional.of(10) : Optional.empty());
    }

    private static Set<List<String>> keys(SourceRows.Rows rows, List<String> columns) {
        List<String> names = lower(rows.columns());
        Set<List<String>> keys = new HashSet<>();
        rows.values()
                .forEach(row -> keys.add(columns.stream()
                        .map(name -> String.valueOf(row.get(names.indexOf(name))))
                        .toList()));
        return keys;
    }
}
