package io.lakewright.runtime.cli;

import io.lakewright.engine.Engine;
import io.lakewright.mcp.HttpServer;
import io.lakewright.mcp.StdioServer;
import io.lakewright.mcp.ToolServer;
import io.lakewright.runtime.Composition;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One MCP server on its own, over stdio or streamable HTTP. */
@Command(
        name = "mcp",
        description =
                "Runs one MCP server: schema-analyzer, pattern-library, model-generator, databricks-optimizer or lakehouse-proof.")
final class McpCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SERVER")
    String server = "";

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Option(names = "--stdio", description = "speak over standard input and output (the default)")
    boolean stdio;

    @Option(names = "--http", paramLabel = "PORT", description = "speak streamable HTTP on 127.0.0.1:PORT/mcp")
    @Nullable
    Integer port;

    @Override
    public Integer call() throws Exception {
        try (Engine engine = Engine.ofBuild(SourceOptions.root())) {
            ToolServer chosen = Servers.named(Composition.servers(source.catalog(), engine), server);
            if (port == null) {
                StdioServer.runOnStandardStreams(chosen);
                return Exit.DONE;
            }
            try (HttpServer http = HttpServer.start(chosen, port)) {
                System.err.println(server + " listens on " + http.uri());
                http.await();
            }
            return Exit.DONE;
        }
    }
}
