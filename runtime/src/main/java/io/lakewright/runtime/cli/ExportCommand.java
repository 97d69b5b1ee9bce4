package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.generator.server.ModelGeneratorServer;
import io.lakewright.mcp.ToolClient;
import io.lakewright.mcp.ToolServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any artefact of a model file. */
@Command(name = "export", description = "Writes an artefact of a model: sql, yaml, docs, mermaid or dbml.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    final ModelOption model = new ModelOption();

    @Option(names = "--to", required = true, paramLabel = "FORM", description = "sql, yaml, docs, mermaid or dbml")
    String form = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the files")
    Path out = Path.of("");

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Override
    public Integer call() {
        DataModel read = model.read();
        ObjectNode arguments = Json.object().put("to", form);
        arguments.set("model", ModelDocuments.toTree(read).path("model"));
        try (ToolClient client = ToolServers.inMemory(ModelGeneratorServer.create(source.catalog()))) {
            JsonNode result = client.call("export_project", arguments, Duration.ofMinutes(2))
                    .orThrow();
            for (JsonNode file : result.path("files").values()) {
                write(file.path("path").asString(""), file.path("content").asString(""));
            }
        }
        return Exit.DONE;
    }

    private void write(String path, String content) {
        Path root = out.toAbsolutePath().normalize();
        Path target = root.resolve(path).normalize();
        if (!target.startsWith(root)) {
            throw Problem.unsafe("LW-2139", "\"" + path + "\" leaves the folder.", "Rename the table.")
                    .exception();
        }
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, content);
            System.out.println(target);
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-2133",
                            "The results cannot be written to " + out + ".",
                            "Choose another folder with --out.")
                    .exception();
        }
    }
}
