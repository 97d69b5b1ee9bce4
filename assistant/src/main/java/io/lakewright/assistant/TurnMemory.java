package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a conversation remembers from turn to turn: the open question, drafts, receipts, and what a brain noted. */
final class TurnMemory {

    private final Conversation conversation;
    private final int keptDrafts;
    private final ObjectNode memory;

    TurnMemory(Conversation conversation, int keptDrafts) {
        this.conversation = conversation;
        this.keptDrafts = keptDrafts;
        this.memory = conversation.memory() instanceof ObjectNode known ? known.deepCopy() : Json.object();
    }

    void remember(String key, JsonNode value) {
        memory.set(key, value);
    }

    /** The receipt of a draft that was proved before. */
    Optional<JsonNode> receipt(String ref) {
        return Optional.of(memory.path("receipts").path(ref)).filter(JsonNode::isObject);
    }

    /** Keeps a receipt; only the last one is kept. */
    void keepReceipt(String ref, JsonNode receipt) {
        ObjectNode receipts = Json.object();
        receipts.set(ref, receipt);
        memory.set("receipts", receipts);
    }

    /** @param restored whether the user went back to this draft */
    void keepDraft(Draft now, boolean restored) {
        List<Draft> drafts = new ArrayList<>(conversation.drafts());
        // Going back forgets what came after, so that going back again goes further back.
        List<String> refs = drafts.stream().map(Draft::ref).toList();
        if (restored && refs.contains(now.ref())) {
            drafts.subList(refs.indexOf(now.ref()), drafts.size()).clear();
        }
        drafts.removeIf(earlier -> earlier.ref().equals(now.ref()));
        drafts.add(now);
        ArrayNode kept = Json.array();
        int from = Math.max(0, drafts.size() - keptDrafts);
        for (Draft one : drafts.subList(from, drafts.size())) {
            ObjectNode entry = Json.object().put("ref", one.ref());
            entry.set("model", one.model());
            entry.set("summary", one.summary());
            kept.add(entry);
        }
        memory.set("drafts", kept);
    }

    /** The memory as it is stored, with the question that the turn ended with. */
    JsonNode after(Optional<TurnEvent.Question> question) {
        memory.set("question", question.map(Json::tree).orElse(Json.object().nullNode()));
        memory.put("tainted", true);
        return memory;
    }
}
