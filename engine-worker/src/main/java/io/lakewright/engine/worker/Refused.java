package io.lakewright.engine.worker;

/** A statement that is not on the allow-list. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
