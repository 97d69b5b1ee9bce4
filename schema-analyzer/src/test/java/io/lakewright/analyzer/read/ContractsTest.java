package io.lakewright.analyzer.read;

import io.lakewright.analyzer.read.ddl.DdlReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract, for every kind of source that can hold the shop. */
class ContractsTest {

    private static final String COMMENT = "COMMENT ON TABLE customer IS 'Who buys'";

    @TempDir
    static Path folder;

    private static void load(Connection connection, List<String> more) throws Exception {
        try (connection;
                Statement statement = connection.createStatement()) {
            for (String part : SHOP) {
                statement.execute(part);
            }
            for (String part : SourceKindContract.rows()) {
                statement.execute(part);
            }
            for (String part : more) {
                statement.execute(part);
            }
        }
    }

    private static final List<String> SHOP = SourceKindContract.SHOP;

    private static Path script() throws Exception {
        return Files.writeString(folder.resolve("shop.sql"), String.join(";\n", SHOP) + ";\n" + COMMENT + ";\n");
    }

    @Nested
    @Tag("db")
    class Postgres extends SourceKindContract {

        private static EmbeddedPostgres server;

        @BeforeAll
        static void start() throws Exception {
            server = EmbeddedPostgres.start();
            load(server.getPostgresDatabase().getConnection(), List.of(COMMENT));
        }

        @AfterAll
        static void stop() throws Exception {
            server.close();
        }

        @Override
        protected String shop() {
            return "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
        }

        @Override
        protected String missing() {
            return "postgresql://postgres@localhost:" + server.getPort() + "/nowhere";
        }
    }

    @Nested
    class Sqlite extends SourceKindContract {

        @BeforeAll
        static void load() throws Exception {
            ContractsTest.load(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db")), List.of());
        }

        @Override
        protected String shop() {
            return "jdbc:sqlite:" + folder.resolve("shop.db");
        }

        @Override
        protected String missing() {
            return "jdbc:sqlite:" + folder.resolve("nowhere.db");
        }

        @Override
        protected boolean hasComments() {
            return false;
        }
    }

    @Nested
    class H2 extends SourceKindContract {

        @BeforeAll
        static void load() throws Exception {
            ContractsTest.load(
                    DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("shop"), "sa", ""), List.of(COMMENT));
        }

        @Override
        protected String shop() {
            return "jdbc:h2:file:" + folder.resolve("shop") + ";USER=sa";
        }

        @Override
        protected String missing() {
            return "jdbc:h2:file:" + folder.resolve("nowhere");
        }
    }

    @Nested
    class Ddl extends SourceKindContract {

        @BeforeAll
        static void write() throws Exception {
            script();
        }

        @Override
        protected String shop() {
            return folder.resolve("shop.sql").toString();
        }

        @Override
        protected String missing() {
            return folder.resolve("nowhere.sql").toString();
        }

        @Override
        protected boolean hasRows() {
            return false;
        }
    }

    @Nested
    class JsonFacts extends SourceKindContract {

        @BeforeAll
        static void write() throws Exception {
            Files.writeString(
                    folder.resolve("shop.json"),
                    JsonFactsWriter.write(
                                    DdlReader.read(script(), Progress.NONE).schema())
                            .toString());
        }

        @Override
        protected String shop() {
            return folder.resolve("shop.json").toString();
        }

        @Override
        protected String missing() {
            return folder.resolve("nowhere.json").toString();
        }

        @Override
        protected boolean hasRows() {
            return false;
        }
    }
}
