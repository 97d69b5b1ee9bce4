package io.lakewright.engine.protocol;

/** How far a worker is on its way to answer quickly. */
public enum WorkerState {
    /** The Spark session is not up yet. */
    STARTING,
    /** Requests are served; the first statements of each kind are still slow. */
    WARMING,
    /** Every kind of statement has run once. */
    WARM,
    /** The session could not be started; the detail says why. */
    FAILED
}
