package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.core.naming.NearNames;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A {@link ToolClient} over a session of the SDK, whatever its transport. */
final class SessionClient implements ToolClient {

    private static final Logger LOG = LoggerFactory.getLogger(SessionClient.class);
    private static final Duration NEVER = Duration.ofHours(24);

    private final String server;
    private final McpSyncClient client;
    private final Set<CompletableFuture<ToolAnswer>> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Problem> ended = new AtomicReference<>();
    private volatile List<ToolInfo> tools = List.of();
    private volatile String instructions = "";

    private SessionClient(String server, McpSyncClient client) {
        this.server = server;
        this.client = client;
    }

    /**
     * Connects, initializes and reads the list of tools.
     *
     * @throws ProblemException LW-1310 when the server cannot be reached or does not speak the protocol
     */
    static SessionClient connect(String server, McpClientTransport transport, Duration timeout) {
        McpSyncClient client = McpClient.sync(transport)
                .clientInfo(McpSchema.Implementation.builder("lakewright", "1").build())
                .requestTimeout(NEVER)
                .initializationTimeout(timeout)
                .jsonSchemaValidator(Wire.NO_VALIDATION)
                .build();
        SessionClient connected = new SessionClient(server, client);
        if (transport instanceof LineTransport lines) {
            lines.onEnd(connected::end);
        }
        try {
            connected.within(timeout, "connect", connected::initialize);
            return connected;
        } catch (ProblemException e) {
            connected.close();
            throw e.problem().code().equals("LW-1310") ? e : unreachable(server, e);
        }
    }

    private ToolAnswer initialize() {
        McpSchema.InitializeResult result = client.initialize();
        instructions = Optional.ofNullable(result.instructions()).orElse("");
        tools = ToolListing.read(client);
        return ToolAnswer.of("", Json.object());
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public String instructions() {
        return instructions;
    }

    @Override
    public List<ToolInfo> tools() {
        return tools;
    }

    @Override
    public ToolAnswer call(String tool, JsonNode args, Duration timeout) {
        if (tools.stream().noneMatch(known -> known.name().equals(tool))) {
            throw unknown(tool).exception();
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        args.properties().forEach(entry -> arguments.put(entry.getKey(), entry.getValue()));
        McpSchema.CallToolRequest request =
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build();
        return within(timeout, tool, () -> answer(client.callTool(request)));
    }

    // A thread of its own for every call: a call in this process can be interrupted when nobody waits any more.
    private ToolAnswer within(Duration timeout, String what, Supplier<ToolAnswer> work) {
        CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
        waiting.add(answer);
        Problem over = ended.get();
        if (over != null) {
            waiting.remove(answer);
            throw over.exception();
        }
        Thread worker = Thread.ofVirtual().name("mcp-", 0).start(() -> {
            try {
                answer.complete(work.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw timedOut(what, timeout).exception();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw interrupted(what).exception();
        } catch (ExecutionException e) {
            worker.interrupt();
            throw explained(what, Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            waiting.remove(answer);
        }
    }

    private static ToolAnswer answer(McpSchema.CallToolResult result) {
        StringBuilder text = new StringBuilder();
        for (McpSchema.Content content : result.content()) {
            if (content instanceof McpSchema.TextContent part) {
                text.append(text.isEmpty() ? "" : "\n").append(part.text());
            }
        }
        boolean failed = Boolean.TRUE.equals(result.isError());
        Object structured = failed && result.meta() != null && result.meta().containsKey(ProblemForm.META)
                ? result.meta().get(ProblemForm.META)
                : result.structuredContent();
        JsonNode tree = switch (structured) {
            case null -> Json.object();
            // Within a process the server's own tree comes through; a copy keeps both sides apart.
            case JsonNode node -> node.deepCopy();
            default -> Json.mapper().valueToTree(structured);
        };
        return new ToolAnswer(text.toString(), tree, failed);
    }

    /** Fails every call that waits, and all that come, with a reason. */
    private void end(Problem reason) {
        if (ended.compareAndSet(null, reason)) {
            waiting.forEach(answer -> answer.completeExceptionally(reason.exception()));
        }
    }

    @Override
    public void close() {
        boolean open = ended.get() == null;
        end(Problem.upstream("LW-1313", "The connection to " + server + " is closed.", "Connect again."));
        if (!client.closeGracefully() && open) {
            LOG.warn("The connection to {} did not close in time", server);
            client.close();
        }
    }

    private Problem unknown(String tool) {
        List<String> names = tools.stream().map(ToolInfo::name).toList();
        Optional<String> nearest = NearNames.of(tool, names, 1).stream().findFirst();
        return new Problem.NotFound(
                "LW-1303",
                server + " has no tool \"" + tool + "\".",
                nearest.map(name -> "Did you mean \"" + name + "\"?")
                        .orElse("It has " + String.join(", ", names) + "."),
                nearest.map(name -> Map.of("nearest", name)).orElse(Map.of()));
    }

    private Problem timedOut(String what, Duration timeout) {
        return new Problem.LimitExceeded(
                "LW-1311",
                server + " did not answer " + what + " within " + timeout.toMillis() + " ms.",
                "Ask for less at a time, or try again later.",
                Map.of("tool", what));
    }

    private Problem interrupted(String what) {
        return Problem.upstream("LW-1312", "The call of " + what + " was interrupted.", "Call again if it is needed.");
    }

    private ProblemException explained(String what, Throwable cause) {
        if (cause instanceof ProblemException known) {
            return known;
        }
        if (cause instanceof McpError refused && refused.getJsonRpcError() != null) {
            String message = String.valueOf(refused.getJsonRpcError().message());
            return new ProblemException(
                    Problem.upstream(
                            "LW-1314", server + " refused " + what + ": " + message + ".", "Look at the call."),
                    cause);
        }
        return new ProblemException(
                Problem.upstream(
                        "LW-1313",
                        "The connection to " + server + " failed: " + rootMessage(cause) + ".",
                        "See whether the server runs, then connect again."),
                cause);
    }

    private static ProblemException unreachable(String server, ProblemException why) {
        return new ProblemException(
                new Problem.UpstreamFailed(
                        "LW-1310",
                        "The MCP server " + server + " cannot be used: "
                                + why.problem().message(),
                        "Check its command or URL.",
                        why.problem().details()),
                why);
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
