package io.lakewright.mcp;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A connection to a tool server, whatever lies between. Safe for concurrent calls.
 *
 * <p>A tool's own failure is an answer with {@link ToolAnswer#error()}. What goes wrong on the way is thrown as {@code
 * ProblemException}: LW-1303 no such tool, LW-1311 no answer in time, LW-1312 interrupted, LW-1313 connection lost or
 * closed, LW-1310 server not reachable.
 */
public interface ToolClient extends AutoCloseable {

    /** The name under which the caller knows the server. */
    String server();

    /** What the server says its tools are for; empty when it says nothing. */
    String instructions();

    /** The tools, as they were when the connection was made; names are ASCII and unique. */
    List<ToolInfo> tools();

    /** Calls a tool and waits for its answer. {@code args} is an object; it is not changed. */
    ToolAnswer call(String tool, JsonNode args, Duration timeout);

    /** Ends the connection and, of a process, the process. Calls that still wait fail with LW-1313. */
    @Override
    void close();
}
