package io.lakewright.app.store;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes readers of a turn when a further event of it has been stored. Carries numbers only; the store has the events. */
public final class TurnSignals {

    private final ConcurrentMap<String, Signal> signals = new ConcurrentHashMap<>();

    /** Says that the event of that number can be read. */
    void stored(String turnId, long number) {
        signals.computeIfAbsent(turnId, id -> new Signal()).raise(number);
    }

    /** Nobody needs to wait for this turn any more. */
    void ended(String turnId) {
        Signal signal = signals.remove(turnId);
        if (signal != null) {
            signal.raise(Long.MAX_VALUE);
        }
    }

    /** Returns when an event after {@code number} has been stored, or after the time at the latest. */
    public void await(String turnId, long number, Duration atMost) throws InterruptedException {
        signals.computeIfAbsent(turnId, id -> new Signal()).await(number, atMost);
    }

    private static final class Signal {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition raised = lock.newCondition();
        private long latest;

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
