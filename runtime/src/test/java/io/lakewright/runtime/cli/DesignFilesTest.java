package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code design --out} leaves in its folder. */
class DesignFilesTest {

    @TempDir
    Path folder;

    private void design(String request) {
        int exit = Main.run(
                new String[] {
                    "design",
                    "--source",
                    "sample",
                    "--prove",
                    "static",
                    "--out",
                    folder.toString(),
                    "--request",
                    request
                },
                System.err);
        assertThat(exit).isEqualTo(Exit.DONE);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void replacesTheScriptsOfAnEarlierDesignAndNothingElse() throws IOException {
        design("Create a dimension from product and productcategory");
        assertThat(files()).anyMatch(name -> name.matches("scripts/ddl/\\d+_dim_product\\.sql"));
        Files.writeString(folder.resolve("scripts/ddl/mine.sql"), "SELECT 1");
        Files.writeString(folder.resolve("notes.md"), "mine");

        design("Create a data vault from stores");
        assertThat(files())
                .anyMatch(name -> name.matches("scripts/ddl/\\d+_hub_store\\.sql"))
                .noneMatch(name -> name.contains("dim_product"))
                .contains("scripts/ddl/mine.sql", "notes.md", "model.yaml", "receipt.json");
    }
}
