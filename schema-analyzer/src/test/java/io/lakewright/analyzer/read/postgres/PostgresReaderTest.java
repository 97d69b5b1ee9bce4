package io.lakewright.analyzer.read.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.understand.ReferenceCompletion;
import io.lakewright.analyzer.understand.RowBudget;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real server, loaded from a script with everything that is odd and allowed. */
@Tag("db")
class PostgresReaderTest {

    private static EmbeddedPostgres server;
    private static OpenedSource source;

    @BeforeAll
    static void load() throws Exception {
        server = EmbeddedPostgres.start();
        String script;
        try (var stream = PostgresReaderTest.class.getResourceAsStream("/ddl/odd.sql")) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        run(script);
        run("CREATE DATABASE nothing");
        askForPasswordOf("limited");
        source = SourceReaders.open(url("postgres"), options(List.of()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void run(String script) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** The test server trusts everybody unless told otherwise. */
    private static void askForPasswordOf(String role) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            Path rules = Path.of(file.getString(1));
            Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + Files.readString(rules));
        }
        run("SELECT pg_reload_conf()");
        for (int i = 0; i < 50 && !isRefused(role); i++) {
            Thread.sleep(100);
        }
    }

    private static boolean isRefused(String role) {
        PostgresConnection connections = new PostgresConnection(
                PostgresUrl.parse(url("postgres")), Optional.of(role), Optional.of("not the password"));
        try (Connection connection = connections.open()) {
            return connection.isClosed();
        } catch (ProblemException | SQLException e) {
            return true;
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private static ReadOptions options(List<String> schemas) {
        return new ReadOptions(schemas, Optional.empty(), Optional.of("postgres"), Optional.of("postgres"));
    }

    private static SourceTable table(String schema, String name) {
        return source.schema().table(new TableName(schema, name)).orElseThrow();
    }

    private static Column column(SourceTable table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void readsTablesAndPartitionedTablesButNoPartitions() {
        assertThat(source.warnings()).isEmpty();
        assertThat(source.schema().tables())
                .extracting(t -> t.name().text())
                .containsExactly(
                        "hr.employee",
                        "public.Mixed Case",
                        "public.a\"; DROP TABLE x; --",
                        "public.customer",
                        "sales.order_line",
                        "sales.orders");
        assertThat(table("sales", "orders").rowCount()).contains(600L);
        assertThat(source.schema().origin()).isEqualTo(url("postgres"));
    }

    @Test
    void resolvesDomainsAndEnumsAndMarksIdentityAndGeneratedColumns() {
        SourceTable customer = table("public", "customer");

        assertThat(column(customer, "zip").type()).isEqualTo("character varying(10)");
        assertThat(column(customer, "zip").nullable()).isFalse();
        assertThat(column(customer, "mood").type()).isEqualTo("text");
        assertThat(column(customer, "moods").type()).isEqualTo("text[]");
        assertThat(column(customer, "mood").labels()).hasSizeGreaterThan(1);
        assertThat(column(customer, "moods").labels())
                .isEqualTo(column(customer, "mood").labels());
        assertThat(column(customer, "customer_id").identity()).isTrue();
        assertThat(column(table("hr", "employee"), "id").identity()).isTrue();
        assertThat(column(customer, "doubled").generated()).isTrue();
        assertThat(column(customer, "name").comment()).contains("what they're called");
        assertThat(customer.comment()).contains("Who buys");
        assertThat(customer.column("gone")).isEmpty();
    }

    @Test
    void readsPrimaryUniqueAndForeignKeysWithAllTheirColumnsInOrder() {
        SourceTable customer = table("public", "customer");
        SourceTable orders = table("sales", "orders");

        assertThat(customer.primaryKey()).containsExactly("customer_id");
        assertThat(customer.unique()).containsExactlyInAnyOrder(List.of("email"), List.of("zip", "name"));
        assertThat(orders.primaryKey()).containsExactly("tenant", "order_no", "placed");
        assertThat(table("sales", "order_line").foreignKeys())
                .contains(ForeignKey.declared(
                        List.of("order_tenant", "order_number", "order_placed"),
                        orders.name(),
                        List.of("tenant", "order_no", "placed")));
        assertThat(table("hr", "employee").foreignKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.references()).isEqualTo(new TableName("hr", "employee")));
        assertThat(table("public", "Mixed Case").primaryKey()).containsExactly("The Key");
    }

    @Test
    void takesFiguresFromThePlannerAndSaysSo() {
        ColumnProfile placed =
                column(table("sales", "orders"), "amount").profile().orElseThrow();
        ColumnProfile email =
                column(table("public", "customer"), "email").profile().orElseThrow();

        assertThat(placed.basis()).isEqualTo(ColumnProfile.Basis.CATALOG_STATISTICS);
        assertThat(placed.minimum()).contains("1.00");
        assertThat(placed.maximum()).contains("600.00");
        assertThat(email.distinctCount()).contains(300L);
        assertThat(email.nullShare().orElseThrow()).isZero();
    }

    @Test
    void readsRowsInOrderAndTheirParentsToo() {
        TableName line = new TableName("sales", "order_line");
        TableName order = new TableName("sales", "orders");
        TableName customer = new TableName("public", "customer");
        Map<TableName, SourceRows.Rows> read = source.rows().readTogether(List.of(line, order, customer), 1_000);
        SourceRows.Rows lines = Objects.requireNonNull(read.get(line));
        SourceRows.Rows orders = Objects.requireNonNull(read.get(order));
        SourceRows.Rows customers = Objects.requireNonNull(read.get(customer));

        assertThat(lines.values()).isNotEmpty();
        assertThat(keys(orders, List.of("tenant", "order_no", "placed")))
                .containsAll(keys(lines, List.of("order_tenant", "order_number", "order_placed")));
        assertThat(keys(customers, List.of("customer_id"))).containsAll(keys(orders, List.of("customer_id")));
        assertThat(customers.values().getFirst().get(customers.columns().indexOf("customer_id")))
                .isEqualTo("1");
        assertThat(customers.columns()).doesNotContain("picture");
        assertThat(source.rows().read(new TableName("public", "a\"; DROP TABLE x; --"), 10))
                .isPresent();
    }

    private static Set<List<String>> keys(SourceRows.Rows rows, List<String> columns) {
        Set<List<String>> keys = new HashSet<>();
        rows.values()
                .forEach(row -> keys.add(columns.stream()
                        .map(name -> String.valueOf(row.get(rows.columns().indexOf(name))))
                        .toList()));
        return keys;
    }

    /** Every transaction that writes takes a number; reading as a superuser takes none (threats.md row 43). */
    @Test
    void changesNothingEvenAsSuperuser() throws SQLException {
        run("ALTER SYSTEM SET autovacuum = off");
        run("SELECT pg_reload_conf()");
        String before = nextTransaction();
        OpenedSource all = SourceReaders.open(url("postgres"), options(List.of()));
        Map<TableName, SourceRows.Rows> rows = all.rows()
                .readTogether(
                        all.schema().tables().stream().map(SourceTable::name).toList(), 1_000);
        ReferenceCompletion.complete(all.schema(), all.rows(), new RowBudget(RowBudget.USUAL));

        assertThat(rows).hasSize(6);
        assertThat(nextTransaction()).isEqualTo(before);
        run("CREATE TABLE counted (id integer); DROP TABLE counted");
        assertThat(nextTransaction()).as("a change would have been seen").isNotEqualTo(before);
    }

    private static String nextTransaction() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT txid_snapshot_xmax(txid_current_snapshot())")) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void tellsEveryFailureInOneSentence() {
        assertThat(problem("jdbc:postgresql://localhost:1/postgres", options(List.of())))
                .isEqualTo("LW-1510");
        assertThat(problem(
                        url("postgres"),
                        new ReadOptions(List.of(), Optional.empty(), Optional.of("limited"), Optional.of("wrong"))))
                .isEqualTo("LW-1511");
        assertThat(problem(url("nowhere"), options(List.of()))).isEqualTo("LW-1512");
        assertThat(problem(url("nothing"), options(List.of()))).isEqualTo("LW-1513");
        assertThat(problem(url("postgres") + "?socketFactory=evil.Factory", options(List.of())))
                .isEqualTo("LW-1514");
        assertThat(problem(url("postgres"), options(List.of("nosuch")))).isEqualTo("LW-1517");
        assertThat(problem(url("postgres") + "?sslmode=verify-full", options(List.of())))
                .as("the test server speaks no TLS")
                .isEqualTo("LW-1509");
    }

    private static String problem(String url, ReadOptions options) {
        try {
            SourceReaders.open(url, options);
        } catch (ProblemException e) {
            assertThat(e.problem().message())
                    .doesNotContain("wrong")
                    .doesNotContain("\n")
                    .endsWith(".");
            return e.problem().code();
        }
        throw new AssertionError("was read: " + url);
    }

    @Test
    void looksUpKeysInTheTypeOfTheColumnAndAnswersForValuesThatAreNone() {
        SourceTable customer = table("public", "customer");
        String key = customer.primaryKey().getFirst();
        List<String> there = new ArrayList<>();
        source.rows().read(customer.name(), 3).orElseThrow().values().forEach(row -> there.add(row.getFirst()));

        assertThat(source.rows()
                        .present(customer.name(), List.of(key), Set.of(List.of(there.getFirst()), List.of("-7"))))
                .contains(Set.of(List.of(there.getFirst())));
        assertThat(source.rows().present(customer.name(), List.of(key), Set.of(List.of("no number"))))
                .contains(Set.of());
    }

    @Test
    void readsOnlyTheSchemasAskedFor() {
        OpenedSource only = SourceReaders.open(url("postgres"), options(List.of("hr")));

        assertThat(only.schema().tables()).extracting(t -> t.name().schema()).containsOnly("hr");
    }

    @Test
    void readsTheSchemaOfARoleThatMayNotReadItsRows() {
        OpenedSource limited = SourceReaders.open(
                url("postgres"),
                new ReadOptions(List.of(), Optional.empty(), Optional.of("limited"), Optional.of("secret")));

        assertThat(limited.schema().tables()).hasSize(6);
        assertThat(limited.warnings()).isNotEmpty();
        assertThat(limited.rows().read(new TableName("public", "customer"), 10)).isEmpty();
    }
}
