package io.lakewright.assistant;

import io.lakewright.core.Copies;
import io.lakewright.core.Problem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a turn ended.
 *
 * @param message the whole text of the answer
 * @param suggestion the suggestion with its final receipt, if the turn made a model
 * @param question set for {@link Kind#QUESTION}, and for {@link Kind#UNKNOWN_NAME} when something near exists
 * @param problem set for every kind but {@link Kind#ANSWERED} and {@link Kind#QUESTION}
 */
public record TurnOutcome(
        String turnId,
        String conversationId,
        Kind kind,
        String message,
        Optional<JsonNode> suggestion,
        Optional<TurnEvent.Question> question,
        Optional<Problem> problem,
        TurnEvent.Usage usage) {

    public TurnOutcome {
        suggestion = Copies.optional(suggestion);
        question = Copies.optional(question);
        problem = Copies.optional(problem);
    }

    /** What a caller maps to its own codes, such as exit codes. */
    public enum Kind {
        ANSWERED,
        QUESTION,
        REFUSED_OFF_TOPIC,
        REFUSED_DESTRUCTIVE,
        UNKNOWN_NAME,
        FAILED,
        CANCELLED
    }
}
