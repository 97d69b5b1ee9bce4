package io.lakewright.assistant;

import java.lang.System.Logger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Numbers the events of a turn, stores each and then sends it. */
final class TurnJournal {

    private static final Logger LOG = System.getLogger(TurnJournal.class.getName());

    private final ConversationStore store;
    private final String conversationId;
    private final String turnId;
    private final Consumer<TurnEvent> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder text = new StringBuilder();
    private long number;

    TurnJournal(ConversationStore store, String conversationId, String turnId, Consumer<TurnEvent> sink) {
        this.store = store;
        this.conversationId = conversationId;
        this.turnId = turnId;
        this.sink = sink;
    }

    void write(TurnEvent event) {
        lock.lock();
        try {
            number++;
            store.appendEvent(conversationId, turnId, number, event);
            if (event instanceof TurnEvent.Content content) {
                text.append(content.text());
            }
            send(event);
        } finally {
            lock.unlock();
        }
    }

    /** The answer so far. */
    String text() {
        lock.lock();
        try {
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    // A client that went away must not end the turn: what it missed is stored and can be read again.
    private void send(TurnEvent event) {
        try {
            sink.accept(event);
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.DEBUG, "a listener of turn " + turnId + " is gone", e);
        }
    }
}
