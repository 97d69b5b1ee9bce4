package io.lakewright.analyzer.read.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@code pg_dump -s} writes of a database and what its catalog says are the same schema: once with a script that was
 * kept ({@code rich.dump.sql}, what pg_dump 15 writes of {@code rich.sql}), once with the pg_dump of this machine when it
 * is new enough. {@code ./lakewright bench --introspection} compares the two on a server that fits an older pg_dump.
 */
@Tag("db")
class PgDumpTest {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    @Test
    void readsTheScriptOfADatabaseAsItsCatalog() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            load(server);
            assertEqual(resource("rich.dump.sql"), server);
        }
    }

    @Test
    void readsTheScriptOfTheInstalledPgDumpAsTheCatalog() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Optional<Path> program = programFor(server);
            assumeTrue(program.isPresent(), "no pg_dump on the path that is as new as the server of the tests");
            load(server);
            assertEqual(
                    said(
                            program.get().toString(),
                            "-s",
                            "-h",
                            "localhost",
                            "-p",
                            String.valueOf(server.getPort()),
                            "-U",
                            "postgres",
                            "postgres"),
                    server);
        }
    }

    /** A pg_dump dumps no server that is newer than itself. */
    private static Optional<Path> programFor(EmbeddedPostgres server) throws Exception {
        int version;
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            version = connection.getMetaData().getDatabaseMajorVersion();
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            Path program = Path.of(folder, "pg_dump");
            if (Files.isExecutable(program)) {
                Matcher told = VERSION.matcher(said(program.toString(), "--version"));
                if (told.find() && Integer.parseInt(told.group(1)) >= version) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static String resource(String name) throws IOException {
        try (var stream = PgDumpTest.class.getResourceAsStream("/ddl/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void load(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("rich.sql"));
        }
    }

    private static void assertEqual(String script, EmbeddedPostgres server) {
        SchemaReading read = DdlReader.read(script, "postgres", "dump.sql");
        SourceSchema catalog = SourceReaders.open(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                        new ReadOptions(List.of(), Optional.empty(), Optional.of("postgres"), Optional.of("postgres")))
                .schema();

        assertThat(read.warnings())
                .as("views are no tables, which is said")
                .allSatisfy(warning -> assertThat(warning).contains("view"));
        assertThat(tables(read.schema())).hasSize(9).containsExactlyElementsOf(tables(catalog));
    }

    /** Without figures, which a script does not have, and without the order of tables and keys, which means nothing. */
    private static List<SourceTable> tables(SourceSchema schema) {
        return schema.tables().stream()
                .sorted(Comparator.comparing(table -> table.name().text()))
                .map(table -> new SourceTable(
                        table.name(),
                        table.columns().stream().map(PgDumpTest::plain).toList(),
                        table.primaryKey(),
                        table.unique().stream()
                                .sorted(Comparator.comparing(List::toString))
                                .toList(),
                        table.foreignKeys().stream()
                                .sorted(Comparator.comparing(Object::toString))
                                .toList(),
                        Optional.empty(),
                        table.comment()))
                .toList();
    }

    private static Column plain(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.lakeType(),
                column.nullable(),
                column.identity(),
                column.generated(),
                column.comment(),
                Optional.empty());
    }
}
