package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
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
import tools.jackson.databind.JsonNode;

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
        String out = folder.resolve("out").toString();
        assertThat(List.of(run("check", out), run("check", out + "/model.yaml"), run("check", "--model", out)))
                .as("what design wrote is found by its folder, and a file by its name")
                .containsOnly(Exit.DONE);
        assertThat(run("export", out, "--to", "mermaid", "--out", out + "/drawn"))
                .isEqualTo(Exit.DONE);
    }

    @Test
    void refinesWithoutRepeatingWhatWasAssumedAndCountsNotesTheSame() throws IOException {
        assertThat(design("Create a type 1 dimension of products")).isEqualTo(Exit.DONE);
        JsonNode asked = suggestion();
        assertThat(design("Create a dimension of products", "--then", "make it type 1 instead"))
                .isEqualTo(Exit.DONE);
        JsonNode refined = suggestion();
        assertThat(codes(refined)).containsAll(codes(asked));
        assertThat(asked.path("estimate").path("notes")).isNotEmpty();
        String told = Files.readString(folder.resolve("out/conversation.json"));
        assertThat(told).contains("It assumes what the first one did.").doesNotContain("Assumed: A: ");
    }

    private JsonNode suggestion() throws IOException {
        return Json.read(Files.readString(folder.resolve("out/suggestion.json")));
    }

    private static List<String> codes(JsonNode suggestion) {
        return suggestion
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString(""))
                .toList();
    }

    private static int run(String... line) {
        return Main.run(line, System.err);
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
