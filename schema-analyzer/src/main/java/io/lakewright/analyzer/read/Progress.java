package io.lakewright.analyzer.read;

/** Told while a source is being read, so that nobody waits in front of a still screen. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (what, share) -> {};

    /**
     * @param what what is going on, as the start of a sentence
     * @param share how much of it is done, 0 to 1
     */
    void at(String what, double share);
}
