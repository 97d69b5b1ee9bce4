package io.lakewright.analyzer.read.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.SourceTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading changes nothing, whoever the role is, and no password crosses a network that nobody verified. */
@Tag("db")
class PostgresSafetyTest {

    private static final List<String> EVERYTHING = List.of(
            "SELECT md5(string_agg(c::text, '|' ORDER BY c.oid)) FROM pg_class c",
            "SELECT md5(string_agg(a::text, '|' ORDER BY a.attrelid, a.attnum)) FROM pg_attribute a",
            "SELECT md5(string_agg(k::text, '|' ORDER BY k.oid)) FROM pg_constraint k",
            "SELECT md5(string_agg(r::text, '|' ORDER BY r.oid)) FROM pg_roles r",
            "SELECT md5(string_agg(s::text, '|')) FROM pg_db_role_setting s",
            "SELECT md5(string_agg(t::text, '|' ORDER BY t.id)) FROM kept.parent t",
            "SELECT md5(string_agg(t::text, '|' ORDER BY t.id)) FROM kept.child t",
            "SELECT last_value::text || is_called FROM kept.child_id_seq");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void load() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
        run("""
                CREATE SCHEMA kept; CREATE SCHEMA secret;
                CREATE TABLE kept.parent (id integer PRIMARY KEY, name text NOT NULL);
                CREATE TABLE kept.child (id serial PRIMARY KEY, parent_id integer REFERENCES kept.parent, note text);
                CREATE TABLE kept.hidden (id integer PRIMARY KEY);
                CREATE TABLE secret.plan (id integer PRIMARY KEY, text text);
                INSERT INTO kept.parent SELECT i, 'p' || i FROM generate_series(1, 50) i;
                INSERT INTO kept.child (parent_id, note) SELECT 1 + i % 50, 'n' || i FROM generate_series(1, 500) i;
                INSERT INTO secret.plan VALUES (1, 'canary');
                CREATE ROLE reader LOGIN;
                GRANT USAGE ON SCHEMA kept TO reader;
                GRANT SELECT ON kept.parent, kept.child TO reader;
                ANALYZE;
                """);
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

    private static List<String> answers(List<String> queries) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    rows.next();
                    answers.add(String.valueOf(rows.getString(1)));
                }
            }
        }
        return answers;
    }

    private static String address(String role) {
        return "postgresql://" + role + ":any@localhost:" + server.getPort() + "/postgres";
    }

    private static PostgresConnection superuser() {
        return new PostgresConnection(PostgresUrl.parse(address("postgres")), Optional.empty(), Optional.empty());
    }

    @Test
    void leavesEverythingAsItWasAfterReadingSchemaFiguresAndRowsAsSuperuser() throws Exception {
        List<String> counters = List.of("SELECT tup_inserted || '/' || tup_updated || '/' || tup_deleted"
                + " FROM pg_stat_database WHERE datname = 'postgres'");
        String nextTransaction = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text";
        Thread.sleep(1_500);
        List<String> before = answers(EVERYTHING);
        List<String> countersBefore = answers(counters);
        List<String> transactionBefore = answers(List.of(nextTransaction));

        OpenedSource source = SourceReaders.open(address("postgres"), ReadOptions.none());
        for (SourceTable table : source.schema().tables()) {
            assertThat(source.rows().read(table.name(), 1_000)).isPresent();
        }
        source.rows()
                .readTogether(
                        source.schema().tables().stream().map(SourceTable::name).toList(), 1_000);
        Thread.sleep(1_500);

        assertThat(answers(EVERYTHING)).isEqualTo(before);
        assertThat(answers(counters)).isEqualTo(countersBefore);
        assertThat(answers(List.of(nextTransaction)))
                .describedAs("no transaction got a number, which the first write of one would need")
                .isEqualTo(transactionBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO kept.parent VALUES (99, 'x')",
                "CREATE TABLE kept.intruder (x int)",
                "SELECT nextval('kept.child_id_seq')",
                "WITH gone AS (DELETE FROM kept.child RETURNING *) SELECT count(*) FROM gone",
                "COMMIT; DROP TABLE kept.child",
                "SELECT lo_create(4711)",
                "TRUNCATE kept.child"
            })
    void refusesEveryWriteOnItsConnection(String attempt) throws Exception {
        List<String> before = answers(EVERYTHING);
        try (Connection connection = superuser().open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
        }
        assertThat(answers(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void worksInATransactionWithATimeLimitThatNeedsNoSession() throws Exception {
        try (Connection connection = superuser().open();
                Statement statement = connection.createStatement();
                ResultSet limit = statement.executeQuery("SELECT current_setting('statement_timeout'),"
                        + " current_setting('transaction_read_only'), current_setting('TimeZone')")) {
            limit.next();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(List.of(limit.getString(1), limit.getString(2), limit.getString(3)))
                    .containsExactly("30s", "on", "UTC");
        }
    }

    @Test
    void readsTheRestAndNamesWhatTheRoleMayNotRead() {
        OpenedSource source = SourceReaders.open(address("reader"), ReadOptions.none());

        assertThat(source.schema().tables()).hasSize(4);
        assertThat(source.warnings())
                .containsExactly(
                        "The role has no USAGE on schema \"secret\": its tables were read without rows, counts and figures.",
                        "The role has no SELECT on kept.hidden: read without rows, counts and figures.");
        assertThat(source.rows().read(source.schema().tables().getFirst().name(), 5))
                .isPresent();
    }

    @Test
    void saysThatAServerOffersNoEncryption() {
        assertThatThrownBy(() -> SourceReaders.open(address("postgres") + "?sslmode=verify-full", ReadOptions.none()))
                .hasMessageContaining("LW-1509")
                .hasMessageNotContaining("any@");
    }

    @Test
    void verifiesTheServerBeyondThisMachineUnlessTheAddressDecidesOtherwise() {
        Properties remote = properties("postgresql://u:p@db.project.supabase.co:5432/postgres");
        Properties local = properties("postgresql://u:p@127.0.0.1/postgres");
        PostgresUrl require = PostgresUrl.parse("jdbc:postgresql://db.example.org/d?sslmode=require");

        assertThat(remote.getProperty("sslmode")).isEqualTo("verify-full");
        assertThat(remote.getProperty("sslfactory")).isEqualTo("org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(local.getProperty("sslmode")).isEqualTo("prefer");
        assertThat(properties("postgresql://localhost.example.org/d").getProperty("sslmode"))
                .isEqualTo("verify-full");
        assertThat(require.sslMode()).isEqualTo("require");
        assertThat(require.encryptionWarning().orElseThrow()).contains("not verified");
        assertThatThrownBy(() -> PostgresUrl.parse("jdbc:postgresql://db.example.org/d?sslmode=prefer"))
                .hasMessageContaining("LW-1514");
        assertThatThrownBy(() -> PostgresUrl.parse("jdbc:postgresql://db.example.org/d?sslrootcert=/no/such/file"))
                .hasMessageContaining("LW-1514");
    }

    @Test
    void takesConnectionStringsAsProjectPagesShowThem() {
        PostgresUrl url = PostgresUrl.parse(
                "postgresql://postgres.abcdef:can%40ary@aws-0-eu-central-1.pooler.supabase.com:6543/postgres");
        Properties pooled = url.driverProperties(Optional.empty(), Optional.empty());

        assertThat(pooled.getProperty("user")).isEqualTo("postgres.abcdef");
        assertThat(pooled.getProperty("password")).isEqualTo("can@ary");
        assertThat(pooled.getProperty("prepareThreshold")).isEqualTo("0");
        assertThat(pooled).doesNotContainKey("options");
        assertThat(url.toString() + url.shown() + url.driverUrl()).doesNotContain("ary");
        assertThat(properties("postgres://postgres:[YOUR-PASSWORD]@db.abc.supabase.co/postgres"))
                .doesNotContainKey("password");
        assertThatThrownBy(() -> PostgresUrl.parse("postgres://me:can?ary&x@host/d?evil=1"))
                .hasMessageContaining("\"evil\"")
                .hasMessageNotContaining("ary");
    }

    private static Properties properties(String address) {
        return PostgresUrl.parse(address).driverProperties(Optional.empty(), Optional.empty());
    }
}
