package io.lakewright.app.store;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes readers of a turn when a further event of it has been stored. Carries numbers only; the store
 * has the events. Turns that nobody reads take no room.
 */
public final class TurnSignals {

    private final ConcurrentMap<String, Signal> signals = new ConcurrentHashMap<>();

    /** Says that the event of that number can be read. */
    void stored(String turnId, long number) {
        Signal watched = signals.get(turnId);
        if (watched != null) {
            watched.raise(number);
        }
    }

    /** Watches a turn; opened before the first read, so that nothing stored after that read goes unseen. */
    public Watch watch(String turnId) {
        Signal signal = signals.compute(turnId, (id, known) -> {
            Signal watched = known == null ? new Signal() : known;
            watched.watchers++;
            return watched;
        });
        return new Watch(turnId, signal);
    }

    /** One reader of a turn, until it is closed. */
    public final class Watch implements AutoCloseable {
        private final String turnId;
        private final Signal signal;

        private Watch(String turnId, Signal signal) {
            this.turnId = turnId;
            this.signal = signal;
        }

        /** Returns when an event after {@code number} has been stored, or after the time at the latest. */
        public void await(long number, Duration atMost) throws InterruptedException {
            signal.await(number, atMost);
        }

        @Override
        public void close() {
            signals.computeIfPresent(turnId, (id, known) -> --known.watchers == 0 ? null : known);
        }
    }

    private static final class Signal {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition raised = lock.newCondition();
        private long latest;
        // Changed only inside the map's own atomic calls.
        private int watchers;

        void raise(long number) {
            lock.lock();
            try {
                latest = Math.max(latest, number);
                raised.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void await(long number, Duration atMost) throws InterruptedException {
            long left = atMost.toNanos();
            lock.lock();
            try {
                while (latest <= number && left > 0) {
                    left = raised.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(10)));
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
