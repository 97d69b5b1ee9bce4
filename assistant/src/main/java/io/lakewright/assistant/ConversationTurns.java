package io.lakewright.assistant;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets one turn of a conversation run at a time, in the order in which they came; keeps nothing of idle ones. */
final class ConversationTurns {

    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

    /** Those who wait for their turn in one conversation, and the one that has it. */
    private record Line(Semaphore turn, int length) {
        Line longer() {
            return new Line(turn, length + 1);
        }

        Line shorter() {
            return new Line(turn, length - 1);
        }
    }

    /** Runs the work when no other work of the conversation runs. */
    <T> T alone(String conversationId, Supplier<T> work) {
        Line line = lines.merge(conversationId, new Line(new Semaphore(1, true), 1), (known, fresh) -> known.longer());
        line.turn().acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            line.turn().release();
            lines.computeIfPresent(conversationId, (id, known) -> known.length() == 1 ? null : known.shorter());
        }
    }

    /** How many conversations have a turn that runs or waits. */
    int busy() {
        return lines.size();
    }
}
