package io.lakewright.assistant;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * What a brain knows at the start of a turn besides the message.
 *
 * @param conversation as it stood before this message
 * @param draft the model under discussion: the last draft, else the one on the canvas
 */
public record BrainContext(
        Optional<String> workspaceId,
        String message,
        Conversation conversation,
        Optional<Draft> draft,
        List<String> selectedTables,
        Optional<String> answerTo) {

    public BrainContext {
        workspaceId = Copies.optional(workspaceId);
        draft = Copies.optional(draft);
        selectedTables = Copies.list(selectedTables);
        answerTo = Copies.optional(answerTo);
    }
}
