package io.lakewright.assistant.tools;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * The way to the tools for one turn: policy, references, the turn's cache, the time limit. Once a result has brought
 * text from outside, the turn is tainted and stays so. Safe for concurrent calls.
 */
public final class RoutedTurn {

    private final ToolRouter router;
    private final Map<String, ToolReply> cache = new ConcurrentHashMap<>();
    private volatile boolean tainted;

    RoutedTurn(ToolRouter router, boolean tainted) {
        this.router = router;
        this.tainted = tainted;
    }

    /** The tools that policy lets this turn see now. */
    public List<ToolDescription> tools() {
        return router.tools().stream()
                .filter(tool -> ToolPolicy.allows(tool, tainted))
                .toList();
    }

    /** The reply to the same call earlier in this turn, if it was read-only and repeatable. */
    public Optional<ToolReply> cached(ToolCall call) {
        return Optional.ofNullable(cache.get(key(call)));
    }

    /** Carries the call out; whatever goes wrong becomes a failed reply. */
    public ToolReply call(ToolCall call, Duration timeout) {
        ToolDescription tool = router.tool(call.server(), call.tool()).orElse(null);
        if (tool == null) {
            return ToolReply.failed(ToolRouter.unknown(call.name()));
        }
        if (!ToolPolicy.allows(tool, tainted)) {
            return ToolReply.failed(Problem.unsafe(
                    "LW-2006",
                    "The tool " + call.name() + " is not allowed here: it could carry private schema facts out.",
                    "Call it yourself outside this conversation if you want that."));
        }
        ToolReply reply = guarded(call, tool, timeout);
        if (reply.ok()) {
            tainted = tainted || ToolPolicy.taints(call.server());
            keepModel(reply.content());
            if (tool.readOnly() && tool.idempotent()) {
                cache.put(key(call), reply);
            }
        }
        return reply;
    }

    private ToolReply guarded(ToolCall call, ToolDescription tool, Duration timeout) {
        JsonNode arguments;
        try {
            arguments = router.shelf().resolve(call.arguments());
        } catch (ProblemException e) {
            return ToolReply.failed(e.problem());
        }
        FutureTask<ToolReply> task = new FutureTask<>(() -> router.send(tool, arguments, timeout));
        Thread thread = Thread.ofVirtual().name("tool-" + call.name()).start(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return ToolReply.failed(Problem.upstream(
                    "LW-2007",
                    "The tool " + call.name() + " did not answer within " + timeout.toSeconds() + " s.",
                    "Try again; if it happens again, ask for less at once."));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("the turn was cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                return ToolReply.failed(problem.problem());
            }
            return ToolReply.failed(new Problem.UpstreamFailed(
                    "LW-2008",
                    "The tool " + call.name() + " failed.",
                    "Try again; the rest of the conversation is not affected.",
                    Map.of("cause", String.valueOf(e.getCause()))));
        }
    }

    private void keepModel(JsonNode content) {
        JsonNode model = modelIn(content);
        if (model.isObject()) {
            router.shelf().keep(content.path("model_ref").asString(ModelShelf.refOf(model)), model);
        }
    }

    /** The model document of a result, or a missing node: the inner object where a result wraps it twice. */
    public static JsonNode modelIn(JsonNode content) {
        JsonNode model = content.path("model");
        if (model.path("model").isObject()) {
            model = model.path("model");
        }
        return model.path("tables").isArray() ? model : content.path(" ");
    }

    private static String key(ToolCall call) {
        return call.name() + " " + Json.compact(call.arguments());
    }
}
