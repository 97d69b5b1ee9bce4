package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.engine.Engine;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolClient;
import io.lakewright.mcp.ToolServer;
import io.lakewright.mcp.ToolServers;
import io.lakewright.runtime.Composition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls any MCP tool, or a file of calls. */
@Command(name = "tool", description = "Calls an MCP tool and prints its structured answer as JSON.")
final class ToolCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Parameters(index = "0", paramLabel = "SERVER")
    String server = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TOOL")
    @Nullable
    String tool;

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Option(names = "--args", paramLabel = "JSON|@FILE", description = "the arguments; {} when left out")
    String arguments = "{}";

    @Option(
            names = "--batch",
            paramLabel = "FILE.jsonl",
            description = "one call a line: {\"tool\": ..., \"arguments\": {...}}")
    @Nullable
    Path batch;

    @Override
    public Integer call() {
        if ((tool == null) == (batch == null)) {
            throw Problem.invalid("LW-2135", "Name a tool, or give a --batch file.", "See lakewright help tool.")
                    .exception();
        }
        try (Engine engine = Engine.ofBuild(SourceOptions.root());
                ToolClient client = ToolServers.inMemory(chosen(engine))) {
            return batch == null
                    ? one(client, String.valueOf(tool))
                    : all(client, read(batch).lines().toList());
        }
    }

    private ToolServer chosen(Engine engine) {
        Map<String, ToolServer> servers = Composition.servers(source.catalog(), engine);
        return Servers.named(servers, server);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problem.invalid("LW-2140", "The file " + file + " cannot be read.", "Check the path.")
                    .exception();
        }
    }

    private int one(ToolClient client, String name) {
        String text = arguments.startsWith("@") ? read(Path.of(arguments.substring(1))) : arguments;
        ToolAnswer answer = client.call(name, Json.read(text), LIMIT);
        JsonNode content = answer.orThrow();
        System.out.print(Json.pretty(content));
        return Exit.DONE;
    }

    /** A failing line does not stop the others; the exit code stays 0, each line says for itself. */
    private static int all(ToolClient client, List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                System.out.println(Json.compact((JsonNode) answer(client, line)));
            }
        }
        return Exit.DONE;
    }

    private static ObjectNode answer(ToolClient client, String line) {
        try {
            JsonNode call = Json.read(line);
            call.propertyNames().stream()
                    .filter(name -> !name.equals("tool") && !name.equals("arguments"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw Problem.invalid(
                                        "LW-2141",
                                        "A call has no \"" + name + "\".",
                                        "Write {\"tool\": ..., \"arguments\": {...}} on each line.")
                                .exception();
                    });
            JsonNode given = call.path("arguments").isObject() ? call.path("arguments") : Json.object();
            ToolAnswer answer = client.call(call.path("tool").asString(""), given, LIMIT);
            ObjectNode good = Json.object().put("ok", true);
            good.set("result", answer.orThrow());
            return good;
        } catch (ProblemException e) {
            ObjectNode bad = Json.object().put("ok", false);
            bad.set("problem", Json.tree(e.problem()));
            return bad;
        }
    }
}
