package io.lakewright.analyzer.read.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.analyzer.read.Progress;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceTable;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                .anySatisfy(w -> assertThat(w).startsWith("Line 2, column ").contains("CREATE TABLE b AS SELECT"))
                .anySatisfy(w -> assertThat(w).startsWith("Line 4, column ").contains("FROBNICATE"))
                .anySatisfy(w -> assertThat(w).startsWith("Line 5, column ").contains("odd"));
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

        assertThatThrownBy(() -> DdlReader.read(folder.resolve("no.sql"), Progress.NONE))
                .hasMessageContaining("LW-1501");
        assertThatThrownBy(() -> DdlReader.read(binary, Progress.NONE)).hasMessageContaining("LW-1503");
    }

    /** threats.md row 52: at most 2 s, the place in words, no exhausted stack; what can be read is read. */
    @ParameterizedTest
    @MethodSource("bombs")
    void holdsAgainstBombs(String name, String bomb) {
        String table = "CREATE TABLE t (id integer PRIMARY KEY);\n";
        long start = System.nanoTime();
        SchemaReading reading = read(table + bomb);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(reading.schema().named("t")).hasSize(1);
        assertThat(reading.warnings()).first().asString().contains("Line 2, column ");
        assertThat(reading.warnings()).allSatisfy(warning -> assertThat(warning).hasSizeLessThan(400));
    }

    private static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of(
                        "nested default",
                        "CREATE TABLE b (x integer DEFAULT " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ");"),
                Arguments.of(
                        "long check", "CREATE TABLE b (x integer CHECK (" + "x = 1 OR ".repeat(100_000) + "x = 2));"),
                Arguments.of("open comment", "/* never closed " + "/* ".repeat(1_000_000)),
                Arguments.of("open text", "SELECT 'never closed " + "x".repeat(5_000_000)),
                Arguments.of("open name", "CREATE TABLE \"never closed " + "x".repeat(5_000_000)),
                Arguments.of("open dollar quote", "DO $body$ never closed" + "$ ".repeat(500_000)),
                Arguments.of("open brackets", "CREATE TABLE b (" + "[".repeat(500_000)),
                Arguments.of("only brackets", "(".repeat(3_000_000)),
                Arguments.of("long name", "CREATE TABEL " + "y".repeat(1_000_000)),
                Arguments.of("many quotes", "X " + "'a' ".repeat(1_000_000)));
    }

    @Test
    void refusesAScriptOverTheLimitAtOnce(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.sql");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(DdlReader.MAXIMUM_BYTES + 1);
        }
        assertThatThrownBy(() -> DdlReader.read(large, Progress.NONE)).hasMessageContaining("LW-1502");
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> shares = new ArrayList<>();
        String script = IntStream.range(0, 2_000)
                .mapToObj(i -> "CREATE TABLE t" + i + " (id integer PRIMARY KEY);\n")
                .collect(Collectors.joining());
        DdlReader.read(script, "x", "x.sql", (what, share) -> shares.add(share));

        assertThat(shares)
                .isSorted()
                .hasSize(5)
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
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
