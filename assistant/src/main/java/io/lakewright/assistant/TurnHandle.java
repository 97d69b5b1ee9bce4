package io.lakewright.assistant;

import java.time.Duration;

/** A turn that runs. Safe for use from any thread. */
public interface TurnHandle {

    String turnId();

    String conversationId();

    /** Asks the turn to stop; true when it was still running. Its last events are {@code error} and {@code done}. */
    boolean cancel();

    /**
     * Waits for the end.
     *
     * @throws io.lakewright.core.ProblemException LW-2003 when the turn has not ended in that time
     */
    TurnOutcome await(Duration atMost);
}
