package io.lakewright.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DdlReaderTest {

    private static SchemaReading read(String script) {
        return DdlReader.read(script, "test", "test.sql");
    }

    private static SourceTable table(SchemaReading reading, String name) {
        return reading.schema().named(name).getFirst();
    }

    /** A dump with everything that gets in the way; the golden file holds what must come out of it. */
    @Test
    void readsADumpWithAllItsNoise() throws Exception {
        Path golden = Path.of(System.getProperty("lakewright.root", ".."))
                .resolve("schema-analyzer/src/test/resources/ddl/dump.json");
        String script;
        try (var stream = DdlReaderTest.class.getResourceAsStream("/ddl/dump.sql")) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        SchemaReading reading = read(script);
        String text =
                Json.pretty(JsonFactsWriter.write(reading.schema())) + String.join("\n", reading.warnings()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void reportsAStatementItCannotReadWithItsLineAndImportsTheRest() {
        SchemaReading reading = read("""
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b AS SELECT * FROM a;

                FROBNICATE THE TABLE;
                CREATE TABLE c (id integer PRIMARY KEY, a_id integer REFERENCES a, odd ~~ type);
                """);

        assertThat(reading.schema().tables()).extracting(t -> t.name().table()).containsExactly("a", "c");
        assertThat(table(reading, "c").foreignKeys()).hasSize(1);
        assertThat(reading.warnings())
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).startsWith("Line 2:").contains("CREATE TABLE b AS SELECT"))
                .anySatisfy(w -> assertThat(w).startsWith("Line 4:").contains("FROBNICATE"))
                .anySatisfy(w -> assertThat(w).startsWith("Line 5:").contains("odd"));
    }

    @Test
    void takesTablesAndColumnsThatAreNamedLikeKeywords() {
        SchemaReading reading = read("""
                CREATE TABLE returns (return_id int PRIMARY KEY, "select" text, user_id int, offset_value int, value int,
                  type text, comment text, key text, position int, date date, interval int, desc_text text, row_number int);
                CREATE TABLE "Order" ("Order ID" integer PRIMARY KEY, "Group" text);
                """);

        assertThat(reading.warnings()).isEmpty();
        assertThat(table(reading, "returns").columns()).hasSize(13);
        assertThat(table(reading, "Order").primaryKey()).containsExactly("Order ID");
    }

    @Test
    void refusesAScriptWithoutTables() {
        assertThatThrownBy(() -> read("SELECT 1; -- nothing here"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("LW-1506"));
    }

    @Test
    void refusesFilesThatAreNotThereOrNotText(@TempDir Path folder) throws Exception {
        Path binary = folder.resolve("x.sql");
        Files.write(binary, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});

        assertThatThrownBy(() -> DdlReader.read(folder.resolve("no.sql"))).hasMessageContaining("LW-1501");
        assertThatThrownBy(() -> DdlReader.read(binary)).hasMessageContaining("LW-1503");
    }

    @Test
    void holdsAgainstBombs() {
        String table = "CREATE TABLE t (id integer PRIMARY KEY);\n";
        List<String> bombs = List.of(
                "CREATE TABLE b (x integer DEFAULT " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + ");",
                "CREATE TABLE b (x integer CHECK (" + "x = 1 OR ".repeat(100_000) + "x = 2));",
                "/* never closed " + "/* ".repeat(100_000),
                "SELECT 'never closed " + "x".repeat(500_000),
                "DO $body$ never closed",
                "CREATE TABLE b (" + "[".repeat(50_000),
                "(".repeat(300_000));
        for (String bomb : bombs) {
            long start = System.nanoTime();
            SchemaReading reading = read(table + bomb);

            assertThat(reading.schema().named("t")).hasSize(1);
            assertThat(reading.warnings()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
        assertThatThrownBy(() -> read("x".repeat(11 * 1024 * 1024))).hasMessageContaining("LW-1502");
    }

    @Test
    void keepsHostileNamesAsTheyAre() {
        SchemaReading reading =
                read("CREATE TABLE \"a\"\"; DROP TABLE x; --\" (\"c'; --\" integer PRIMARY KEY, d text);");

        assertThat(reading.schema().tables()).singleElement().satisfies(t -> {
            assertThat(t.name().table()).isEqualTo("a\"; DROP TABLE x; --");
            assertThat(t.columns().getFirst().name()).isEqualTo("c'; --");
        });
    }
}
