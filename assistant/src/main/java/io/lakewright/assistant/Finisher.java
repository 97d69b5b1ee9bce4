package io.lakewright.assistant;

import io.lakewright.assistant.TurnRequest.ProofLevel;
import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the draft of a turn into a suggestion: rules, artefacts, static check, estimate, then the proof. Everything is
 * a tool call; a call that fails leaves a finding, never a silent gap. Rule FINISH-1: the receipt says {@code
 * not_run} unless something ran. Rule FINISH-2: a proof that was stopped for a message which then left the design as it
 * was is run after the answer to that message.
 */
final class Finisher {

    private static final String GENERATOR = "model-generator";
    private static final String OPEN_PROOF = "open_proof";

    private final TurnBench bench;
    private final AssistantSettings settings;
    private final List<JsonNode> gaps = new ArrayList<>();

    Finisher(TurnBench bench, AssistantSettings settings) {
        this.bench = bench;
        this.settings = settings;
    }

    /** Emits {@code suggestion} and, unless the level is none, {@code proof}; empty when the turn made no model. */
    Optional<JsonNode> finish() {
        Optional<Draft> made = bench.toFinish();
        if (made.isEmpty()) {
            bench.draft().ifPresent(this::proveWhatWasStopped);
        }
        return made.map(this::finish);
    }

    private void proveWhatWasStopped(Draft draft) {
        JsonNode open = bench.context().conversation().memory().path(OPEN_PROOF);
        if (open.path("ref").asString("").equals(draft.ref())) {
            String id = open.path("suggestion_id").asString("");
            bench.write(new TurnEvent.Proof(id, prove(id, draft)));
        }
    }

    private JsonNode finish(Draft draft) {
        ObjectNode suggestion = assemble(draft);
        String id = suggestion.path("id").asString();
        bench.remember("last_suggestion", Json.tree(id));
        bench.write(new TurnEvent.Suggestion(suggestion));
        ProofLevel level = bench.request().proof().orElse(settings.proof());
        if (level == ProofLevel.NONE) {
            return suggestion;
        }
        JsonNode receipt = level == ProofLevel.FULL ? prove(id, draft) : suggestion.path("receipt");
        bench.write(new TurnEvent.Proof(id, receipt));
        ObjectNode proved = suggestion.deepCopy();
        proved.set("receipt", receipt);
        return proved;
    }

    private ObjectNode assemble(Draft draft) {
        JsonNode made = bench.made();
        List<ToolCall> missing = new ArrayList<>();
        missing.add(onModel(GENERATOR, "validate_model", draft));
        missing.add(onModel("databricks-optimizer", "estimate_performance", draft));
        boolean known = made.path("model_ref").asString("").equals(draft.ref());
        want(missing, !known || !made.has("reactflow_model"), "generate_reactflow_nodes", draft);
        want(missing, !known || !made.has("yaml_metadata"), "generate_yaml_metadata", draft);
        boolean printed = known && settings.dialect().equals("databricks") && rendered(made.path("templates"));
        want(missing, !printed, "generate_templates", draft);
        want(missing, !known || !made.path("documentation").isArray(), "generate_documentation", draft);
        List<ToolReply> replies = bench.callAll(missing);
        SuggestionBuilder builder = new SuggestionBuilder(
                        bench.newId(), draft, bench.request().baseVersion())
                .base(bench.base())
                .artefacts(made, known)
                .nextSteps(bench.nextSteps())
                .usage(bench.usage());
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).ok()) {
                builder.result(missing.get(i).tool(), replies.get(i).content());
            } else {
                gap(missing.get(i).tool(), replies.get(i));
            }
        }
        builder.receipt(check(draft, builder.scripts()));
        return builder.findings(gaps).build();
    }

    private void want(List<ToolCall> calls, boolean needed, String tool, Draft draft) {
        if (needed) {
            calls.add(onModel(GENERATOR, tool, draft));
        }
    }

    private ToolCall onModel(String server, String tool, Draft draft) {
        return SuggestionCalls.onModel(server, tool, draft, settings.dialect());
    }

    private static boolean rendered(JsonNode templates) {
        if (!templates.isArray() || templates.isEmpty()) {
            return false;
        }
        for (JsonNode template : templates.values()) {
            if (!template.has("sql")) {
                return false;
            }
        }
        return true;
    }

    private JsonNode check(Draft draft, List<JsonNode> scripts) {
        ProofLevel level = bench.request().proof().orElse(settings.proof());
        if (level == ProofLevel.NONE || scripts.isEmpty()) {
            return notRun(level == ProofLevel.NONE ? "No check was asked for." : "There is no script to check.");
        }
        ObjectNode arguments = Json.object();
        arguments.set("model", TurnLoop.reference(draft.ref()));
        ArrayNode wanted = arguments.putArray("scripts");
        for (JsonNode script : scripts) {
            wanted.addObject()
                    .put("name", script.path("name").asString(""))
                    .put("sql", script.path("sql").asString(""));
        }
        ToolReply reply = bench.call(new ToolCall("lakehouse-proof", "check_scripts", arguments));
        if (!reply.ok()) {
            gap("check_scripts", reply);
            return notRun(reply.text());
        }
        return reply.content();
    }

    private JsonNode prove(String suggestionId, Draft draft) {
        return bench.memory().receipt(draft.ref()).orElseGet(() -> {
            bench.remember(OPEN_PROOF, Json.object().put("ref", draft.ref()).put("suggestion_id", suggestionId));
            JsonNode receipt = proved(draft);
            bench.remember(OPEN_PROOF, Json.object());
            return receipt;
        });
    }

    private JsonNode proved(Draft draft) {
        ObjectNode arguments = Json.object();
        arguments.set("model", TurnLoop.reference(draft.ref()));
        bench.workspaceId().ifPresent(id -> arguments.put("workspace_id", id));
        ToolReply reply =
                bench.call(new ToolCall("lakehouse-proof", "prove_model", arguments), settings.proofTimeout());
        JsonNode receipt = reply.content().path("receipt");
        if (!reply.ok() || !receipt.isObject()) {
            return notRun(reply.text());
        }
        bench.memory().keepReceipt(draft.ref(), receipt);
        return receipt;
    }

    private static ObjectNode notRun(String because) {
        return Json.object().put("status", "not_run").put("because", because);
    }

    private void gap(String tool, ToolReply reply) {
        gaps.add(Json.object()
                .put("code", reply.problem().map(p -> p.code()).orElse("LW-2008"))
                .put("severity", "warning")
                .put("message", "The step " + tool + " did not succeed: " + reply.text())
                .put("rule", "FINISH-1"));
    }
}
