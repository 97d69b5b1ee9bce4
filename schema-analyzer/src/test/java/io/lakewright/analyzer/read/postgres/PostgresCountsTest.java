package io.lakewright.analyzer.read.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.schema.TableName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts stay exact and single failures stay single, although many tables are counted at once. */
@Tag("db")
class PostgresCountsTest {

    private static final int TABLES = 230;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void load() throws Exception {
        server = EmbeddedPostgres.start();
        run("""
                CREATE SCHEMA many;
                DO $$ BEGIN
                    FOR i IN 1..%d LOOP
                        EXECUTE format('CREATE TABLE many.t%%s (id integer)', i);
                        EXECUTE format('INSERT INTO many.t%%s SELECT generate_series(1, %%s)', i, i);
                    END LOOP;
                END $$;
                CREATE TABLE many.parent (id integer);
                CREATE TABLE many.heir () INHERITS (many.parent);
                INSERT INTO many.heir VALUES (1), (2);
                CREATE TABLE many.none (id integer);
                CREATE TABLE many.emptied (id integer);
                INSERT INTO many.emptied VALUES (1);
                DELETE FROM many.emptied;
                CREATE TABLE many.refusing (id integer);
                INSERT INTO many.refusing VALUES (0);
                ALTER TABLE many.refusing ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON many.refusing USING (1 / id > 0);
                CREATE ROLE reader LOGIN;
                GRANT USAGE ON SCHEMA many TO reader;
                GRANT SELECT ON ALL TABLES IN SCHEMA many TO reader;
                """.formatted(TABLES));
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

    private static String address(String role) {
        return "postgresql://" + role + ":any@localhost:" + server.getPort() + "/postgres";
    }

    private static Optional<Long> rows(OpenedSource source, String table) {
        return source.schema().table(new TableName("many", table)).orElseThrow().rowCount();
    }

    @Test
    void countsEveryTableAlsoThoseOfAStatementThatFailed() {
        OpenedSource source = SourceReaders.open(address("reader"), ReadOptions.none());

        assertThat(source.warnings())
                .containsExactly("The rows of many.refusing could not be counted (SQL state 22012).");
        assertThat(rows(source, "refusing")).isEmpty();
        for (int i = 1; i <= TABLES; i++) {
            assertThat(rows(source, "t" + i)).as("t" + i).contains((long) i);
        }
    }

    @Test
    void knowsTheRowsOfHeirsAndOfTablesWithoutAny() {
        OpenedSource source = SourceReaders.open(address("postgres"), ReadOptions.none());

        assertThat(rows(source, "parent")).contains(2L);
        assertThat(rows(source, "heir")).contains(2L);
        assertThat(rows(source, "none")).contains(0L);
        assertThat(rows(source, "emptied")).contains(0L);
        assertThat(rows(source, "refusing")).contains(1L);
    }

    @Test
    void keepsNoLockAndNoTimeLimitOfItsOwn() throws SQLException {
        PostgresConnection connections =
                new PostgresConnection(PostgresUrl.parse(address("postgres")), Optional.empty(), Optional.empty());
        List<PostgresCounts.Countable> countable = new ArrayList<>();
        for (int i = 1; i <= TABLES; i++) {
            TableName name = new TableName("many", "t" + i);
            countable.add(new PostgresCounts.Countable(new TableDraft(name, "Table"), -1, 8_192, false, true));
        }
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            new PostgresCounts(countable, warning -> {}).read(connection);
            try (ResultSet left = statement.executeQuery("SELECT count(*), current_setting('statement_timeout')"
                    + " FROM pg_locks WHERE pid = pg_backend_pid() AND relation >= 16384")) {
                left.next();
                assertThat(left.getLong(1)).isZero();
                assertThat(left.getString(2)).isEqualTo("30s");
            }
        }
        assertThat(countable)
                .allSatisfy(table -> assertThat(table.table().rowCount).isPresent());
    }

    @Test
    void readsLargeTablesInStatementsOfTheirOwn() {
        TableDraft draft = new TableDraft(new TableName("s", "t"), "Table");
        PostgresCounts.Countable small = new PostgresCounts.Countable(draft, 10, 8_192, false, true);
        PostgresCounts.Countable large = new PostgresCounts.Countable(draft, 10, 1L << 30, false, true);

        assertThat(PostgresCounts.portions(List.of(small, large, small, small)))
                .containsExactly(List.of(small), List.of(large), List.of(small, small));
    }
}
