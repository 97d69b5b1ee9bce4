package io.lakewright.analyzer.read.dbt;

import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SourceFiles;
import io.lakewright.analyzer.read.SourceKind;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.Yaml;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A file of a dbt project: {@code manifest.json}, or YAML with sources or models. */
public record DbtSource() implements SourceKind {

    private static final long MAXIMUM_BYTES = 200L * 1024 * 1024;

    @Override
    public String words() {
        return "a manifest.json or schema.yml of dbt";
    }

    @Override
    public boolean names(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml") || lower.matches("(?:.*[/\\\\])?manifest\\.json");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        Path file = SourceFiles.path(source);
        boolean json = source.toLowerCase(Locale.ROOT).endsWith(".json");
        String text = SourceFiles.text(file, MAXIMUM_BYTES);
        JsonNode document = json ? Json.read(text) : Yaml.read(text);
        String origin = String.valueOf(file.getFileName());
        if (json && DbtManifest.isManifest(document)) {
            return Opened.withoutRows(DbtManifest.read(document, options.schemas(), origin));
        }
        if (!json && DbtYaml.isDbt(document)) {
            return Opened.withoutRows(DbtYaml.read(document, SourceFiles.name(file), origin));
        }
        throw Problem.invalid(
                        "LW-1524",
                        "\"" + source + "\" is no file of dbt: it describes neither sources nor models.",
                        "Give the target/manifest.json of a dbt project, or YAML with sources: or models:.")
                .exception();
    }
}
