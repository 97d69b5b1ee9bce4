package io.lakewright.runtime.cli;

import io.lakewright.analyzer.read.Progress;
import java.io.PrintStream;
import java.time.Duration;

/** One line on a terminal that says how far a long reading is; nothing where nobody watches, and nothing for short ones. */
final class TerminalProgress implements Progress {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final String WIPE = "\r\u001B[K";

    private final PrintStream out;
    private final long started = System.nanoTime();
    private long last = started;

    private TerminalProgress(PrintStream out) {
        this.out = out;
    }

    /** On standard error when that is a terminal, so that results on standard output stay clean. */
    static Progress onTerminal() {
        return System.console() != null && System.console().isTerminal()
                ? new TerminalProgress(System.err)
                : Progress.NONE;
    }

    @Override
    public void at(String what, double share) {
        long now = System.nanoTime();
        boolean over = share >= 1;
        if (now - started < PATIENCE.toNanos() || !over && now - last < STEP.toNanos()) {
            return;
        }
        last = now;
        out.print(over ? WIPE : WIPE + what + ": " + Math.round(share * 100) + " %");
        out.flush();
    }
}
