package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a {@link ToolServer} behind the SDK's sessions. */
final class ProtocolServer {

    // Structured content goes to programs, which page; beyond this a tool should have paged.
    static final int STRUCTURED_LIMIT = 16 * 1024 * 1024;

    private static final Duration NEVER = Duration.ofHours(24);
    private static final McpSchema.ServerCapabilities CAPABILITIES =
            McpSchema.ServerCapabilities.builder().tools(false).build();

    private ProtocolServer() {}

    /** A server with one session for each connection that the provider makes. */
    static McpSyncServer open(ToolServer server, McpServerTransportProvider provider) {
        List<McpServerFeatures.SyncToolSpecification> tools = server.tools().stream()
                .map(tool -> new McpServerFeatures.SyncToolSpecification(
                        describe(tool), (exchange, request) -> call(server, tool, request)))
                .toList();
        return McpServer.sync(provider)
                .serverInfo(server.name(), server.version())
                .instructions(server.instructions())
                .capabilities(CAPABILITIES)
                .jsonMapper(Wire.MAPPER)
                .jsonSchemaValidator(Wire.NO_VALIDATION)
                .validateToolInputs(false)
                .requestTimeout(NEVER)
                .immediateExecution(true)
                .tools(tools)
                .build();
    }

    /** A server that keeps nothing between requests. */
    static McpStatelessSyncServer openStateless(ToolServer server, McpStatelessServerTransport transport) {
        List<McpStatelessServerFeatures.SyncToolSpecification> tools = server.tools().stream()
                .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                        describe(tool), (context, request) -> call(server, tool, request)))
                .toList();
        return McpServer.sync(transport)
                .serverInfo(server.name(), server.version())
                .instructions(server.instructions())
                .capabilities(CAPABILITIES)
                .jsonMapper(Wire.MAPPER)
                .jsonSchemaValidator(Wire.NO_VALIDATION)
                .validateToolInputs(false)
                .requestTimeout(NEVER)
                .immediateExecution(true)
                .tools(tools)
                .build();
    }

    private static McpSchema.Tool describe(Tool<?> tool) {
        ToolInfo info = tool.info();
        Effects effects = info.effects();
        McpSchema.ToolAnnotations annotations = new McpSchema.ToolAnnotations(
                info.title(),
                effects.readOnly(),
                effects.destructive(),
                effects.idempotent(),
                effects.openWorld(),
                null);
        return McpSchema.Tool.builder(info.name(), map(info.inputSchema()))
                .title(info.title())
                .description(info.description())
                .outputSchema(map(info.outputSchema().orElseThrow()))
                .annotations(annotations)
                .build();
    }

    @SuppressWarnings("unchecked") // A JSON object is a map of names.
    private static Map<String, Object> map(JsonNode object) {
        return Json.mapper().convertValue(object, Map.class);
    }

    private static McpSchema.CallToolResult call(ToolServer server, Tool<?> tool, McpSchema.CallToolRequest request) {
        ToolAnswer answer = bounded(tool, server.answer(tool, arguments(request)));
        McpSchema.CallToolResult.Builder result =
                McpSchema.CallToolResult.builder().addTextContent(answer.text()).isError(answer.error());
        // Clients hold structured content against the output schema even of a failed call, so a problem goes beside it.
        return answer.error()
                ? result.meta(Map.of(ProblemForm.META, answer.structured())).build()
                : result.structuredContent(answer.structured()).build();
    }

    // Within a process the values are trees already and are taken as they are.
    private static JsonNode arguments(McpSchema.CallToolRequest request) {
        ObjectNode args = Json.object();
        if (request.arguments() != null) {
            request.arguments()
                    .forEach((name, value) -> args.set(
                            name,
                            value instanceof JsonNode tree
                                    ? tree
                                    : Json.mapper().valueToTree(value)));
        }
        return args;
    }

    private static ToolAnswer bounded(Tool<?> tool, ToolAnswer answer) {
        long size = TreeSize.atMost(answer.structured(), STRUCTURED_LIMIT);
        if (size <= STRUCTURED_LIMIT) {
            return answer;
        }
        return ToolAnswer.failed(new Problem.LimitExceeded(
                "LW-1305",
                "The answer of " + tool.name() + " is larger than " + STRUCTURED_LIMIT / (1024 * 1024) + " MB.",
                "Ask for fewer tables at a time.",
                Map.of()));
    }
}
