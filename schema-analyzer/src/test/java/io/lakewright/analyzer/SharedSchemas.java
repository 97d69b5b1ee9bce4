package io.lakewright.analyzer;

import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.core.schema.SourceSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The well-known schemas beside the repository; tests that need them are skipped where they are absent. */
public final class SharedSchemas {

    public static final List<String> NAMES = List.of("adventureworks", "northwind", "chinook", "pagila", "tpch", "ssb");

    private SharedSchemas() {}

    public static Path folder() {
        Path folder = Path.of(System.getProperty("lakewright.root", "."))
                .toAbsolutePath()
                .resolve("../shared/schemas")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder);
        return folder;
    }

    public static SourceSchema schema(String name) {
        return JsonFactsReader.read(folder().resolve(name + ".json")).schema();
    }
}
