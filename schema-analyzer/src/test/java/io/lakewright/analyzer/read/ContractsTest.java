package io.lakewright.analyzer.read;

import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceTable;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    /** The manifest that dbt compiles, with the shop as sources under contract. */
    @Nested
    class Dbt extends SourceKindContract {

        @BeforeAll
        static void write() throws Exception {
            ObjectNode sources = Json.object();
            for (SourceTable table :
                    DdlReader.read(script(), Progress.NONE).schema().tables()) {
                sources.set("source.shop." + sources.size(), source(table));
            }
            ObjectNode manifest = Json.object();
            manifest.putObject("metadata")
                    .put("dbt_schema_version", "https://schemas.getdbt.com/dbt/manifest/v12.json")
                    .put("project_name", "shop")
                    .put("adapter_type", "postgres");
            manifest.set("sources", sources);
            manifest.putObject("nodes");
            Files.writeString(
                    Files.createDirectories(folder.resolve("dbt")).resolve("manifest.json"), manifest.toString());
        }

        private static ObjectNode source(SourceTable table) {
            ObjectNode node = Json.object()
                    .put("name", table.name().table())
                    .put("schema", table.name().schema());
            table.comment().ifPresent(comment -> node.put("description", comment));
            ObjectNode columns = node.putObject("columns");
            table.columns().forEach(column -> {
                ObjectNode described = columns.putObject(column.name())
                        .put("name", column.name())
                        .put("data_type", column.type());
                if (!column.nullable()) {
                    described.putArray("constraints").addObject().put("type", "not_null");
                }
            });
            ArrayNode constraints = node.putArray("constraints");
            constraints.addObject().put("type", "primary_key").set("columns", Json.tree(table.primaryKey()));
            table.unique()
                    .forEach(
                            key -> constraints.addObject().put("type", "unique").set("columns", Json.tree(key)));
            table.foreignKeys()
                    .forEach(key -> constraints
                            .addObject()
                            .put("type", "foreign_key")
                            .put(
                                    "to",
                                    "\"db\".\"" + key.references().schema() + "\".\""
                                            + key.references().table() + "\"")
                            .<ObjectNode>set("columns", Json.tree(key.columns()))
                            .set("to_columns", Json.tree(key.referencedColumns())));
            return node;
        }

        @Override
        protected String shop() {
            return folder.resolve("dbt/manifest.json").toString();
        }

        @Override
        protected String missing() {
            return folder.resolve("nowhere/manifest.json").toString();
        }

        @Override
        protected boolean hasRows() {
            return false;
        }
    }
}
