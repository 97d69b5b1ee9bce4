package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignCommandTest {

    private static final String SHOP = """
            CREATE TABLE customers (customer_id integer PRIMARY KEY, email text UNIQUE NOT NULL, city text);
            CREATE TABLE products (product_id integer PRIMARY KEY, sku text UNIQUE NOT NULL, price numeric(10,2));
            CREATE TABLE orders (
              order_id bigint PRIMARY KEY,
              customer_id integer NOT NULL REFERENCES customers,
              order_date date NOT NULL,
              status text);
            CREATE TABLE order_items (
              order_id bigint REFERENCES orders,
              line_no integer,
              product_id integer NOT NULL REFERENCES products,
              quantity integer,
              unit_price numeric(10,2),
              PRIMARY KEY (order_id, line_no));
            """;

    private final PrintStream usualErrors = System.err;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(usualErrors);
    }

    @Test
    void aStarForOneTableHasAllThatItsEventsPointAt() throws IOException {
        assertThat(design("Create a star schema for orders")).isEqualTo(Exit.DONE);
        assertThat(Files.readString(folder.resolve("out/model.yaml")))
                .contains("fact_order_item", "dim_product", "name: email");
    }

    @Test
    void saysWhichMessagesWereNotSent() throws IOException {
        int exit = design(
                "Create a star schema for orders",
                "--then",
                "create a dimension from table loyalty_cards",
                "--then",
                "now a data vault for the same tables");
        assertThat(exit).isEqualTo(Exit.REFUSED);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("Not sent", "\"now a data vault for the same tables\"");
    }

    private int design(String request, String... more) throws IOException {
        Path source = Files.writeString(folder.resolve("shop.sql"), SHOP);
        List<String> line = new ArrayList<>(List.of("design", "--prove", "static", "--source", source.toString()));
        line.addAll(List.of("--out", folder.resolve("out").toString(), "--request", request));
        line.addAll(List.of(more));
        return Main.run(line.toArray(String[]::new), System.err);
    }
}
