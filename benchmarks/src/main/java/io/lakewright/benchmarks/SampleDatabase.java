package io.lakewright.benchmarks;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A PostgreSQL server of its own with a generated schema: keys, references, comments, some rows and their statistics. */
final class SampleDatabase implements AutoCloseable {

    static final String USER = "postgres";

    private static final String DATABASE = "postgres";
    private static final int ROWS = 50;

    private final EmbeddedPostgres server;

    private SampleDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server with that many tables; it is gone when it is closed. */
    static SampleDatabase start(int tables) throws IOException, SQLException {
        SampleDatabase database = new SampleDatabase(EmbeddedPostgres.start());
        List<SourceTable> generated = GeneratedSchema.of(tables, 7).tables();
        database.run(DATABASE, statements(generated));
        // As autovacuum would leave it; it works on the tables of the catalog too.
        database.run(DATABASE, List.of("VACUUM ANALYZE"));
        return database;
    }

    int port() {
        return server.getPort();
    }

    String name() {
        return DATABASE;
    }

    String address(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** Creates a further database from a script. */
    void create(String database, Path script) throws IOException, SQLException {
        run(DATABASE, List.of("CREATE DATABASE " + quoted(database)));
        run(database, List.of(Files.readString(script)));
    }

    /** The version of the server, such as 15. */
    int majorVersion() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private void run(String database, List<String> statements) throws SQLException {
        try (Connection connection = server.getDatabase(USER, database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static List<String> statements(List<SourceTable> tables) {
        Map<String, String> owners = new HashMap<>();
        Set<String> names = new HashSet<>();
        List<String> created = new ArrayList<>();
        List<String> references = new ArrayList<>();
        tables.stream()
                .map(table -> table.name().schema())
                .distinct()
                .forEach(schema -> created.add("CREATE SCHEMA " + quoted(schema)));
        for (SourceTable table : tables) {
            String name = quoted(table.name().schema()) + "."
                    + quoted(table.name().table() + (names.add(table.name().text()) ? "" : "_" + names.size()));
            created.add(create(name, table));
            created.add(fill(name, table));
            created.addAll(comments(name, table));
            for (Column column : table.columns()) {
                String owner = owners.get(column.name().replaceFirst("^main_", ""));
                if (owner != null) {
                    references.add("ALTER TABLE " + name + " ADD FOREIGN KEY (" + quoted(column.name())
                            + ") REFERENCES " + owner);
                }
            }
            if (table.primaryKey().size() == 1) {
                owners.put(table.primaryKey().getFirst(), name);
            }
        }
        created.addAll(references);
        return created;
    }

    private static String create(String name, SourceTable table) {
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            parts.add(quoted(column.name()) + " " + column.type() + (column.nullable() ? "" : " NOT NULL"));
            if (column.name().endsWith("_code")) {
                parts.add("UNIQUE (" + quoted(column.name()) + ")");
            }
        }
        parts.add("PRIMARY KEY ("
                + table.primaryKey().stream().map(SampleDatabase::quoted).collect(Collectors.joining(", ")) + ")");
        return "CREATE TABLE " + name + " (" + String.join(", ", parts) + ")";
    }

    /** The same numbers everywhere, so that every reference finds its parent. */
    private static String fill(String name, SourceTable table) {
        return table.columns().stream()
                .map(column -> value(column.lakeType().base()))
                .collect(Collectors.joining(
                        ", ", "INSERT INTO " + name + " SELECT ", " FROM generate_series(1, " + ROWS + ") n"));
    }

    private static String value(LakeType.Base base) {
        return switch (base) {
            case STRING -> "'v' || n";
            case DATE -> "date '2024-01-01' + n";
            case TIMESTAMP, TIMESTAMP_NTZ -> "timestamp '2024-01-01 12:00' + n * interval '1 hour'";
            default -> "n";
        };
    }

    private static List<String> comments(String name, SourceTable table) {
        List<String> comments = new ArrayList<>();
        comments.add("COMMENT ON TABLE " + name + " IS 'What is known of each "
                + table.name().table() + "'");
        for (Column column : table.columns()) {
            comments.add("COMMENT ON COLUMN " + name + "." + quoted(column.name()) + " IS 'The " + column.name()
                    + " as the application shows it'");
        }
        return comments;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
