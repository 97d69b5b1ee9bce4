package io.lakewright.assistant;

import io.lakewright.core.Problem;
import java.time.Duration;

/**
 * Limits and choices of the conversation.
 *
 * @param proof how far suggestions are proved unless a request says otherwise
 * @param dialect {@code databricks} or {@code oss}
 * @param maxToolCalls of one turn, the finishing ones included
 * @param toolTimeout of one call
 * @param proofTimeout of the call that executes the scripts
 * @param turnTimeout of a whole turn
 * @param maxMessageCharacters longer messages are refused
 * @param maxResultCharacters of a tool result that a brain is shown
 * @param keptDrafts models that a conversation can go back to
 */
public record AssistantSettings(
        TurnRequest.ProofLevel proof,
        String dialect,
        int maxToolCalls,
        Duration toolTimeout,
        Duration proofTimeout,
        Duration turnTimeout,
        int maxMessageCharacters,
        int maxResultCharacters,
        int keptDrafts) {

    public AssistantSettings {
        if (!dialect.equals("databricks") && !dialect.equals("oss")) {
            throw Problem.invalid("LW-2001", "The dialect \"" + dialect + "\" is not known.", "Use databricks or oss.")
                    .exception();
        }
        if (maxToolCalls < 10 || maxMessageCharacters < 1 || keptDrafts < 1) {
            throw Problem.invalid(
                            "LW-2002",
                            "A limit of the assistant is too small: a turn needs at least 10 tool calls, one character"
                                    + " and one draft.",
                            "Raise the limit.")
                    .exception();
        }
    }

    public static AssistantSettings defaults() {
        return new AssistantSettings(
                TurnRequest.ProofLevel.FULL,
                "databricks",
                60,
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                Duration.ofMinutes(20),
                20_000,
                100_000,
                20);
    }

    public AssistantSettings withProof(TurnRequest.ProofLevel level) {
        return new AssistantSettings(
                level,
                dialect,
                maxToolCalls,
                toolTimeout,
                proofTimeout,
                turnTimeout,
                maxMessageCharacters,
                maxResultCharacters,
                keptDrafts);
    }

    public AssistantSettings withDialect(String newDialect) {
        return new AssistantSettings(
                proof,
                newDialect,
                maxToolCalls,
                toolTimeout,
                proofTimeout,
                turnTimeout,
                maxMessageCharacters,
                maxResultCharacters,
                keptDrafts);
    }
}
