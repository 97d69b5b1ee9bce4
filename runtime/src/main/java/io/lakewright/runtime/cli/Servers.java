package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.mcp.ToolServer;
import java.util.Map;

/** Finds a server by the name a user typed. */
final class Servers {

    private Servers() {}

    static ToolServer named(Map<String, ToolServer> servers, String name) {
        ToolServer found = servers.get(name);
        if (found == null) {
            throw Problem.invalid(
                            "LW-2136",
                            "There is no server \"" + name + "\".",
                            "Servers: " + String.join(", ", servers.keySet()) + ".")
                    .exception();
        }
        return found;
    }
}
