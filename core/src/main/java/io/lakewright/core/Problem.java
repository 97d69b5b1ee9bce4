package io.lakewright.core;

import java.util.Map;

/**
 * An expected failure, told the same way everywhere: a stable code, one clear sentence and a next step.
 *
 * <p>The variant says who can mend it. Rooms throw it as {@link ProblemException}; the edges map it once, to an exit
 * code, an HTTP problem document or an MCP error result.
 */
public sealed interface Problem {

    /** Stable code such as {@code LW-1001}; never reused for another meaning. */
    String code();

    /** One sentence for a person. */
    String message();

    /** What the person can do about it. */
    String nextStep();

    /** Machine-readable extras that are safe to show, such as {@code argument} or {@code nearest}. */
    Map<String, String> details();

    /** The request is malformed: a wrong argument, unreadable input, wrong usage. */
    record InvalidRequest(String code, String message, String nextStep, Map<String, String> details)
            implements Problem {
        public InvalidRequest {
            details = Copies.map(details);
        }
    }

    /** A name that does not exist; {@code details.nearest} holds near matches, if any. */
    record NotFound(String code, String message, String nextStep, Map<String, String> details) implements Problem {
        public NotFound {
            details = Copies.map(details);
        }
    }

    /** The world has moved on: a stale base version, a name taken. */
    record Conflict(String code, String message, String nextStep, Map<String, String> details) implements Problem {
        public Conflict {
            details = Copies.map(details);
        }
    }

    /** A bound on size, time or spend was reached. */
    record LimitExceeded(String code, String message, String nextStep, Map<String, String> details) implements Problem {
        public LimitExceeded {
            details = Copies.map(details);
        }
    }

    /** Refused for safety: destructive, off-topic, or against policy. */
    record Unsafe(String code, String message, String nextStep, Map<String, String> details) implements Problem {
        public Unsafe {
            details = Copies.map(details);
        }
    }

    /** Something that Lakewright depends on failed: a database, the engine, a model provider. */
    record UpstreamFailed(String code, String message, String nextStep, Map<String, String> details)
            implements Problem {
        public UpstreamFailed {
            details = Copies.map(details);
        }
    }

    static Problem invalid(String code, String message, String nextStep) {
        return new InvalidRequest(code, message, nextStep, Map.of());
    }

    static Problem notFound(String code, String message, String nextStep) {
        return new NotFound(code, message, nextStep, Map.of());
    }

    static Problem upstream(String code, String message, String nextStep) {
        return new UpstreamFailed(code, message, nextStep, Map.of());
    }

    static Problem unsafe(String code, String message, String nextStep) {
        return new Unsafe(code, message, nextStep, Map.of());
    }

    /** This problem, ready to be thrown. */
    default ProblemException exception() {
        return new ProblemException(this);
    }
}
