package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String line) {
        return Main.run(line.split(" "), new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "help design",
                "design --help",
                "analyze -h",
                "tool --help",
                "mcp --help",
                "check --help",
                "prove --help",
                "export --help",
                "doctor --help"
            })
    void explainsItselfWhereItIsAsked(String line) {
        assertThat(run(line)).isEqualTo(Exit.DONE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void namesTheOptionThatIsMissingAndWhereToRead() {
        assertThat(run("design --request x")).isEqualTo(Exit.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("LW-2130", "--out", "lakewright help design");
    }

    @Test
    void sendsWhoMistypedACommandToTheListOfCommands() {
        assertThat(run("desing")).isEqualTo(Exit.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8).strip()).endsWith("Try: lakewright help");
    }

    @Test
    void saysWhatAModelFileIs() {
        assertThat(run("check --model scripts/ddl/03_dim_product.sql")).isEqualTo(Exit.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("LW-2137", "model.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "prove", "export --to yaml --out x", "check a.json --model b.json"})
    void asksForOneModel(String line) {
        assertThat(run(line)).isEqualTo(Exit.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("LW-2142", "model.json");
    }

    @Test
    void takesAFolderForTheModelInIt(@TempDir Path empty) {
        assertThat(run("check " + empty)).isEqualTo(Exit.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("LW-2137", "model.json cannot be read");
    }
}
