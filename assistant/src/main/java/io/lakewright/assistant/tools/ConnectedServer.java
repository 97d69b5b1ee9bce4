package io.lakewright.assistant.tools;

import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolClient;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A connected MCP server as this room needs it. Safe for concurrent calls. */
public interface ConnectedServer {

    /** Its tools, in a stable order. */
    List<ToolDescription> tools();

    /** Calls a tool and waits for at most that time; expected failures are replies. */
    ToolReply call(String tool, JsonNode arguments, Duration timeout);

    /** The same over an MCP client. */
    static ConnectedServer of(ToolClient client) {
        return new ConnectedServer() {
            @Override
            public List<ToolDescription> tools() {
                return client.tools().stream()
                        .map(tool -> new ToolDescription(
                                client.server(),
                                tool.name(),
                                tool.description(),
                                tool.inputSchema(),
                                tool.effects().readOnly(),
                                tool.effects().idempotent(),
                                tool.effects().openWorld()))
                        .toList();
            }

            @Override
            public ToolReply call(String tool, JsonNode arguments, Duration timeout) {
                ToolAnswer answer = client.call(tool, arguments, timeout);
                return answer.problem()
                        .map(ToolReply::failed)
                        .orElseGet(() -> ToolReply.of(answer.structured(), answer.text()));
            }
        };
    }
}
