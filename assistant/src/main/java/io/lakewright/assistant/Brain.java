package io.lakewright.assistant;

import io.lakewright.core.Problem;
import java.util.Optional;

/**
 * Reads a message and answers it by text and typed tool calls. It chooses; tools do. A brain holds no state between
 * turns and must be safe for concurrent turns.
 */
public interface Brain {

    /** Name by which a request chooses it, such as {@code builtin}. */
    String name();

    /** Answers through the workbench; text and calls appear in the order in which they are made. */
    Verdict answer(BrainContext context, Workbench workbench);

    /**
     * How the brain sees its own answer.
     *
     * @param question what must be answered first
     */
    record Verdict(TurnOutcome.Kind kind, Optional<TurnEvent.Question> question, Optional<Problem> problem) {

        public static Verdict answered() {
            return new Verdict(TurnOutcome.Kind.ANSWERED, Optional.empty(), Optional.empty());
        }

        public static Verdict asked(TurnEvent.Question question) {
            return new Verdict(TurnOutcome.Kind.QUESTION, Optional.of(question), Optional.empty());
        }

        public static Verdict refused(TurnOutcome.Kind kind, Problem problem) {
            return new Verdict(kind, Optional.empty(), Optional.of(problem));
        }
    }
}
