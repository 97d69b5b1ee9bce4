package io.lakewright.engine;

import java.util.Locale;
import java.util.Map;

/**
 * How far the engine is.
 *
 * @param detail one sentence for a person, may be empty
 * @param versions product to version, such as {@code spark} to {@code 4.2.0}; empty until the engine is up
 */
public record EngineStatus(State state, String detail, Map<String, String> versions) {

    /** In the order in which an engine passes through them. */
    public enum State {
        /** Not running. */
        OFF,
        /** The process is coming up. */
        STARTING,
        /** Serves requests; the first statements of each kind are still slow. */
        WARMING,
        /** Serves requests quickly. */
        WARM,
        /** The last start failed or the engine broke; the next request tries again. */
        FAILED
    }

    public EngineStatus {
        versions = Map.copyOf(versions);
    }

    static EngineStatus of(State state, String detail) {
        return new EngineStatus(state, detail, Map.of());
    }

    /** Parsing will answer without a long wait. */
    public boolean ready() {
        return state == State.WARMING || state == State.WARM;
    }

    /** Lower-case state, as the HTTP interface tells it. */
    public String text() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
