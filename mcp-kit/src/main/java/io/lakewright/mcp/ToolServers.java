package io.lakewright.mcp;

/** Clients of servers that live in this process. */
public final class ToolServers {

    private ToolServers() {}

    /** A client that speaks the whole protocol with the server, without leaving the process or copying trees twice. */
    public static ToolClient inMemory(ToolServer server) {
        return SessionClient.connect(server.name(), Loopback.to(server), SessionClient.CONNECT_TIMEOUT);
    }
}
