package io.lakewright.assistant.tools;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A connected MCP server as this room needs it. Safe for concurrent calls. */
public interface ConnectedServer {

    /** Its tools, in a stable order. */
    List<ToolDescription> tools();

    /** Calls a tool and waits for at most that time; expected failures are replies. */
    ToolReply call(String tool, JsonNode arguments, Duration timeout);
}
