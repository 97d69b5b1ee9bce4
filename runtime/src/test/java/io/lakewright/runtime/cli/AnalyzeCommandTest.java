package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AnalyzeCommandTest {

    @TempDir
    Path folder;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leave() {
        System.setOut(console);
    }

    @Test
    void tellsWhatHasChangedSinceASourceWasSaved() throws IOException {
        Path script = folder.resolve("inn.sql");
        String saved = folder.resolve("inn.json").toString();
        Files.writeString(script, "CREATE TABLE room (no int PRIMARY KEY, beds smallint, view text);");
        assertThat(run("analyze", "--source", script.toString(), "--save", saved, "--since", saved))
                .as("nothing was saved yet")
                .isEqualTo(Exit.USAGE);
        assertThat(run("analyze", "--source", script.toString(), "--save", saved))
                .isEqualTo(Exit.DONE);
        Files.writeString(script, "CREATE TABLE room (no int PRIMARY KEY, beds int, price numeric(8,2), view text);");
        assertThat(run("analyze", "--source", script.toString(), "--since", saved))
                .isEqualTo(Exit.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 changes, 1 of which may break loads")
                .contains("! public.room.beds: smallint is now integer")
                .contains("  public.room.price: a new column, numeric(8,2)");
        out.reset();
        assertThat(run("analyze", "--source", script.toString(), "--since", saved, "--format", "json"))
                .isEqualTo(Exit.DONE);
        JsonNode drift = Json.read(out.toString(StandardCharsets.UTF_8)).path("drift");
        assertThat(drift.get(0).path("kind").asString()).isEqualTo("column_retyped");
        assertThat(drift.get(0).path("may_break_loads").asBoolean()).isTrue();
    }

    @Test
    void showsAndWritesAStarThatStandsAlready() throws IOException {
        Path script = folder.resolve("dw.sql");
        Path model = folder.resolve("dw.yaml");
        Files.writeString(script, """
                CREATE TABLE dim_room (room_key int PRIMARY KEY, room_no int, beds int);
                CREATE TABLE dim_guest (guest_key int PRIMARY KEY, guest_no int, name text);
                CREATE TABLE fact_stay (room_key int REFERENCES dim_room, guest_key int REFERENCES dim_guest, nights int);
                """);
        assertThat(run("analyze", "--source", script.toString(), "--patterns", "--model", model.toString()))
                .isEqualTo(Exit.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("What stands already in dw: 2 dimensions, 1 fact.")
                .contains("column case        snake_case (100 %)")
                .contains("dimensional        3 tables: facts and what they refer to");
        assertThat(run("check", "--model", model.toString()))
                .as("findings, no broken document")
                .isIn(Exit.DONE, 5);

        Files.writeString(script, "CREATE TABLE room (no int PRIMARY KEY);");
        assertThat(run("analyze", "--source", script.toString(), "--model", model.toString()))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void recordsHowTablesAreExtractedAndKeepsItInTheModel() throws IOException {
        Path script = folder.resolve("inn.sql");
        Path into = folder.resolve("out");
        Files.writeString(
                script, "CREATE TABLE room (no int PRIMARY KEY, beds int, view text, updated_at timestamp NOT NULL);");
        String said = "room=delta:updated_at,deletes=none";
        assertThat(run("analyze", "--source", script.toString(), "--extraction", said, "--format", "json"))
                .isEqualTo(Exit.DONE);
        JsonNode extraction = Json.read(out.toString(StandardCharsets.UTF_8))
                .path("tables")
                .get(0)
                .path("extraction");
        assertThat(extraction.path("mode").asString()).isEqualTo("delta");
        assertThat(extraction.path("basis").asString()).isEqualTo("recorded");
        assertThat(extraction.has("question")).isFalse();

        assertThat(run(
                        "design",
                        "--source",
                        script.toString(),
                        "--extraction",
                        said,
                        "--request",
                        "create a dimension of room",
                        "--prove",
                        "none",
                        "--out",
                        into.toString()))
                .isEqualTo(Exit.DONE);
        JsonNode model = Json.read(Files.readString(into.resolve("model.json"))).path("model");
        assertThat(model.path("source").path("extraction").get(0).path("mode").asString())
                .isEqualTo("delta");
        assertThat(model.path("decisions").toString()).contains("changed rows after updated_at; deletes do not show");

        assertThat(run("analyze", "--source", script.toString(), "--extraction", "rom=full"))
                .isEqualTo(Exit.QUESTION);
    }

    @Test
    void findsReferencesInRowsThatNamesDoNotShow() throws IOException {
        Path script = folder.resolve("inn.sql");
        Path rows = Files.createDirectory(folder.resolve("rows"));
        Files.writeString(
                script,
                "CREATE TABLE guest (guest_id int PRIMARY KEY); CREATE TABLE stay (stay_id int PRIMARY KEY, payer_id int, room_id int);");
        StringBuilder guests = new StringBuilder("guest_id\n");
        StringBuilder stays = new StringBuilder("stay_id,payer_id,room_id\n");
        for (int i = 1; i <= 20; i++) {
            guests.append(100 + 13 * i).append('\n');
            stays.append(i)
                    .append(',')
                    .append(100 + 13 * (1 + i % 18))
                    .append(',')
                    .append(i % 3)
                    .append('\n');
        }
        Files.writeString(rows.resolve("guest.csv"), guests);
        Files.writeString(rows.resolve("stay.csv"), stays);

        assertThat(run("analyze", "--source", script.toString(), "--rows", rows.toString(), "--format", "json"))
                .isEqualTo(Exit.DONE);
        JsonNode relationships = Json.read(out.toString(StandardCharsets.UTF_8)).path("relationships");
        assertThat(relationships).hasSize(1);
        assertThat(relationships.get(0).path("from").asString()).isEqualTo("public.stay.payer_id");
        assertThat(relationships.get(0).path("evidence").asString()).contains("no chance");
    }

    @Test
    void showsFiguresOfTheValues() {
        assertThat(run("analyze", "--tables", "stores,customers", "--profile", "exact"))
                .isEqualTo(Exit.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("retail.stores: all ")
                .containsPattern("email +0\\.0% .*looks personal")
                .contains("key (store_id) holds");
        assertThat(run("analyze", "--profile", "deep")).isEqualTo(Exit.USAGE);
    }

    private static int run(String... line) {
        return Main.run(line, System.err);
    }
}
