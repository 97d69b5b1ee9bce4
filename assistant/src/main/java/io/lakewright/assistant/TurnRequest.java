package io.lakewright.assistant;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One message of a person.
 *
 * @param conversationId empty starts a new conversation
 * @param brain name of the brain, empty for the first one
 * @param currentModel the model that stands on the canvas, against which the difference is shown
 * @param baseVersion its version, 0 when there is none
 * @param selectedTables source tables marked on the canvas
 * @param answerTo id of the question that the message answers
 * @param proof empty for the level of the settings
 */
public record TurnRequest(
        Optional<String> workspaceId,
        Optional<String> conversationId,
        String message,
        Optional<String> brain,
        Optional<JsonNode> currentModel,
        int baseVersion,
        List<String> selectedTables,
        Optional<String> answerTo,
        Optional<ProofLevel> proof) {

    public TurnRequest {
        workspaceId = Copies.optional(workspaceId);
        conversationId = Copies.optional(conversationId);
        brain = Copies.optional(brain);
        currentModel = Copies.optional(currentModel);
        selectedTables = Copies.list(selectedTables);
        answerTo = Copies.optional(answerTo);
        proof = Copies.optional(proof);
    }

    public static TurnRequest of(Optional<String> workspaceId, Optional<String> conversationId, String message) {
        return new TurnRequest(
                workspaceId,
                conversationId,
                message,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** How far a suggestion is proved before the turn ends. */
    public enum ProofLevel {
        /** Nothing is checked beyond the rules; the receipt says {@code not_run}. */
        NONE,
        /** Static checks only. */
        STATIC,
        /** Static checks, then execution on the engine. */
        FULL
    }
}
