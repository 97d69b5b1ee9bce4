package io.lakewright.assistant.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import io.lakewright.assistant.Brain;
import io.lakewright.assistant.BrainContext;
import io.lakewright.assistant.TurnOutcome.Kind;
import io.lakewright.assistant.Workbench;
import io.lakewright.assistant.WorkspaceSchema;
import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers with Claude. All results of one round of tool calls go back in one message; thinking blocks go back
 * unchanged; what the model writes is only text and typed tool calls, which the workbench checks like any other's.
 */
public final class ClaudeBrain implements Brain {

    private static final int ROUNDS = 24;
    private static final int RESULT_CHARACTERS = 40_000;

    private final AnthropicClient client;
    private final ClaudeSettings settings;

    private ClaudeBrain(AnthropicClient client, ClaudeSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Claude with the default model. */
    public static ClaudeBrain of(String apiKey) {
        return of(apiKey, ClaudeSettings.of(ClaudeSettings.DEFAULT_MODEL));
    }

    public static ClaudeBrain of(String apiKey, String model) {
        return of(apiKey, ClaudeSettings.of(model));
    }

    public static ClaudeBrain of(String apiKey, ClaudeSettings settings) {
        AnthropicOkHttpClient.Builder builder = AnthropicOkHttpClient.builder()
                .apiKey(apiKey)
                .timeout(settings.timeout())
                .maxRetries(settings.maxRetries());
        settings.baseUrl().ifPresent(builder::baseUrl);
        return new ClaudeBrain(builder.build(), settings);
    }

    @Override
    public String name() {
        return "claude";
    }

    @Override
    public Verdict answer(BrainContext context, Workbench bench) {
        JsonNode catalogue = WorkspaceSchema.read(bench, context.workspaceId());
        NameCheck names = new NameCheck();
        names.learn(catalogue);
        context.draft().ifPresent(draft -> names.learn(draft.model()));
        MessageCreateParams.Builder request = Prompt.request(settings, context, catalogue, bench.tools());
        ClaudeStream stream = new ClaudeStream(client, settings, bench);
        StringBuilder text = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            Message message = stream.next(request.build(), text);
            StopReason reason = message.stopReason().orElse(StopReason.END_TURN);
            if (reason.equals(StopReason.TOOL_USE)) {
                request.addMessage(message);
                request.addUserMessageOfContentBlockParams(results(message, bench, names));
            } else if (reason.equals(StopReason.PAUSE_TURN)) {
                request.addMessage(message);
            } else {
                return ended(reason, text.toString(), names, bench);
            }
        }
        throw new Problem.LimitExceeded(
                        "LW-2043",
                        "The model asked for tools " + ROUNDS + " times without coming to an answer.",
                        "Ask for less in one message, or use the built-in planner.",
                        Map.of())
                .exception();
    }

    private static Verdict ended(StopReason reason, String text, NameCheck names, Workbench bench) {
        if (reason.equals(StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED)) {
            throw new Problem.LimitExceeded(
                            "LW-2044",
                            "The conversation is longer than the model can read.",
                            "Start a new conversation; your model is kept.",
                            Map.of())
                    .exception();
        }
        if (reason.equals(StopReason.REFUSAL)) {
            String declined = "The model declined to answer this.";
            bench.say((text.isBlank() ? "" : "\n\n") + declined);
            return Verdict.refused(
                    Kind.REFUSED_OFF_TOPIC, Problem.unsafe("LW-2045", declined, "Ask for a model of some tables."));
        }
        if (reason.equals(StopReason.MAX_TOKENS)) {
            bench.say("\n\n*The answer was cut off at its length limit.*");
        }
        List<String> unresolved = names.unresolved(text);
        if (!unresolved.isEmpty()) {
            bench.say("\n\n*Please check: "
                    + String.join(
                            ", ", unresolved.stream().map(n -> "`" + n + "`").toList())
                    + (unresolved.size() == 1 ? " stands" : " stand")
                    + " neither in the schema nor in the design.*");
        }
        return Verdict.answered();
    }

    private static List<ContentBlockParam> results(Message message, Workbench bench, NameCheck names) {
        List<ToolUseBlock> wanted = message.content().stream()
                .flatMap(block -> block.toolUse().stream())
                .toList();
        List<ToolCall> calls = wanted.stream().map(ClaudeBrain::call).toList();
        List<ToolReply> replies = bench.callAll(calls);
        List<ContentBlockParam> results = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ToolReply reply = replies.get(i);
            names.learn(reply.content());
            results.add(ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                    .toolUseId(wanted.get(i).id())
                    .content(fenced(reply, bench))
                    .isError(!reply.ok())
                    .build()));
        }
        return results;
    }

    private static ToolCall call(ToolUseBlock block) {
        Object raw = block._input().convert(Object.class);
        JsonNode input = raw == null ? Json.object() : Json.tree(raw);
        int split = block.name().indexOf("__");
        String server = split < 0 ? "" : block.name().substring(0, split);
        String tool = split < 0 ? block.name() : block.name().substring(split + 2);
        return new ToolCall(server, tool, input.isObject() ? input : Json.object());
    }

    // The mark is new for every result, so that text from a database cannot end its own quotation.
    private static String fenced(ToolReply reply, Workbench bench) {
        String mark = "UNTRUSTED-" + bench.newId();
        String text = reply.text();
        JsonNode slim = slim(reply.content());
        if (slim.isObject() && !slim.isEmpty()) {
            text += "\n" + Json.compact(slim);
        }
        text = text.replace(mark, "");
        String shown = text.length() <= RESULT_CHARACTERS
                ? text
                : text.substring(0, RESULT_CHARACTERS) + "\n[cut: ask for fewer tables at once]";
        return mark + "\n" + shown + "\n" + mark + " END";
    }

    private static JsonNode slim(JsonNode content) {
        if (!(content instanceof ObjectNode object)) {
            return content;
        }
        ObjectNode slim = object.deepCopy();
        List.of("model", "reactflow_model", "templates", "documentation", "yaml_metadata", "nodes", "edges")
                .forEach(slim::remove);
        return slim;
    }
}
