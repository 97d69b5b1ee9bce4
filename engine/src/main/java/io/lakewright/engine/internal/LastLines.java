package io.lakewright.engine.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** The last lines of an endless output, bounded in number and length. */
final class LastLines {

    private static final int LINES = 100;
    private static final int LENGTH = 400;

    private final Deque<String> lines = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    void add(String line) {
        lock.lock();
        try {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line.length() > LENGTH ? line.substring(0, LENGTH) : line);
        } finally {
            lock.unlock();
        }
    }

    String text() {
        lock.lock();
        try {
            return String.join("\n", lines);
        } finally {
            lock.unlock();
        }
    }
}
