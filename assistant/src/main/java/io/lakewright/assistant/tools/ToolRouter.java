package io.lakewright.assistant.tools;

import io.lakewright.core.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * All connected servers under one roof. Names are {@code server__tool}, ASCII only, so that no server can shadow
 * another's tool. {@link #open} gives the way through it for one turn.
 */
public final class ToolRouter {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final Map<String, ConnectedServer> servers;
    private final Map<String, ToolDescription> tools = new LinkedHashMap<>();
    private final ModelShelf shelf;

    public ToolRouter(Map<String, ConnectedServer> servers, ModelShelf shelf) {
        this.servers = Map.copyOf(servers);
        this.shelf = shelf;
        for (Map.Entry<String, ConnectedServer> server : new TreeMap<>(servers).entrySet()) {
            String name = server.getKey();
            for (ToolDescription tool : server.getValue().tools()) {
                if (NAME.matcher(name).matches() && NAME.matcher(tool.tool()).matches()) {
                    tools.put(name + "__" + tool.tool(), tool);
                }
            }
        }
    }

    /** Every tool of every server, in a stable order. */
    public List<ToolDescription> tools() {
        return List.copyOf(tools.values());
    }

    public Optional<ToolDescription> tool(String server, String tool) {
        return Optional.ofNullable(tools.get(server + "__" + tool));
    }

    public ModelShelf shelf() {
        return shelf;
    }

    /** The way to the tools for one turn. */
    public RoutedTurn open(boolean tainted) {
        return new RoutedTurn(this, tainted);
    }

    ToolReply send(ToolDescription tool, JsonNode arguments, Duration timeout) {
        ConnectedServer server = servers.get(tool.server());
        if (server == null) {
            return ToolReply.failed(unknown(tool.name()));
        }
        return server.call(tool.tool(), arguments, timeout);
    }

    static Problem unknown(String name) {
        return Problem.notFound(
                "LW-2005", "There is no tool " + name + ".", "Use one of the tools that are listed for this turn.");
    }
}
