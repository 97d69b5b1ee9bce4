package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The servers that a person added, in the form that Claude Desktop uses: {@code {"mcpServers": {"name": {"command":
 * "...", "args": [...], "env": {...}}}}}, or {@code {"url": "..."}} for a remote one. Keys that other hosts put there
 * are passed over.
 */
public record McpServersFile(List<Entry> servers) {

    public McpServersFile {
        servers = List.copyOf(servers);
    }

    /** One server of the file. */
    public sealed interface Entry {

        String name();

        /** Connects; see {@link ToolServers} for the problems. */
        ToolClient connect();

        /** A program to start. */
        record Program(String name, List<String> command, Map<String, String> environment) implements Entry {
            public Program {
                command = List.copyOf(command);
                environment = Map.copyOf(environment);
            }

            @Override
            public ToolClient connect() {
                return ToolServers.process(name, command, environment);
            }
        }

        /** A server that runs elsewhere. */
        record Remote(String name, URI uri) implements Entry {
            @Override
            public ToolClient connect() {
                return ToolServers.http(name, uri);
            }
        }
    }

    /** @throws ProblemException LW-1306 when the file cannot be read or an entry is wrong; it names the entry */
    public static McpServersFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.invalid("LW-1306", "The servers file " + file + " cannot be read.", "Check its path."), e);
        }
    }

    /** @throws ProblemException LW-1001 when the text is no JSON, LW-1306 when an entry is wrong */
    public static McpServersFile parse(String json) {
        JsonNode servers = Json.read(json).path("mcpServers");
        if (!servers.isObject()) {
            throw wrong("it has no object \"mcpServers\"");
        }
        List<Entry> entries = new ArrayList<>();
        servers.properties().forEach(server -> entries.add(entry(server.getKey(), server.getValue())));
        return new McpServersFile(entries);
    }

    private static Entry entry(String name, JsonNode entry) {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw wrong("a server's name may hold only ASCII letters, digits, - and _");
        }
        boolean remote = entry.has("url");
        if (remote == entry.has("command")) {
            throw wrong("server " + name + " needs either \"command\" or \"url\"");
        }
        return remote ? remote(name, entry) : program(name, entry);
    }

    private static Entry remote(String name, JsonNode entry) {
        try {
            URI uri = URI.create(text(name, "url", entry.get("url")));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return new Entry.Remote(name, uri);
            }
        } catch (IllegalArgumentException e) {
            // Told below like any other URL that cannot be used.
        }
        throw wrong("the \"url\" of server " + name + " is not an http or https address");
    }

    private static Entry program(String name, JsonNode entry) {
        List<String> command = new ArrayList<>();
        command.add(text(name, "command", entry.get("command")));
        JsonNode args = entry.path("args");
        if (!args.isMissingNode() && !args.isArray()) {
            throw wrong("\"args\" of server " + name + " must be an array of strings");
        }
        args.forEach(argument -> command.add(text(name, "args", argument)));
        Map<String, String> environment = new LinkedHashMap<>();
        JsonNode env = entry.path("env");
        if (!env.isMissingNode() && !env.isObject()) {
            throw wrong("\"env\" of server " + name + " must be an object of strings");
        }
        env.properties()
                .forEach(variable -> environment.put(variable.getKey(), text(name, "env", variable.getValue())));
        return new Entry.Program(name, command, environment);
    }

    private static String text(String server, String key, JsonNode value) {
        if (!value.isString()) {
            throw wrong("\"" + key + "\" of server " + server + " must hold strings");
        }
        return value.stringValue();
    }

    private static ProblemException wrong(String why) {
        return Problem.invalid("LW-1306", "The servers file is wrong: " + why + ".", "Correct the file.")
                .exception();
    }
}
