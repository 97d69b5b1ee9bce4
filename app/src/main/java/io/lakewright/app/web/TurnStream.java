package io.lakewright.app.web;

import io.lakewright.app.store.TurnEvents;
import io.lakewright.app.store.TurnSignals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends the stored events of a turn as server-sent events, from a number on and until {@code done}. The request's own
 * virtual thread writes; a client that went away ends it.
 */
@Component
class TurnStream {

    private static final Duration PING = Duration.ofSeconds(10);

    private final TurnEvents events;
    private final TurnSignals signals;

    TurnStream(TurnEvents events, TurnSignals signals) {
        this.events = events;
        this.signals = signals;
    }

    void send(String turnId, long after, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        try (TurnSignals.Watch watch = signals.watch(turnId)) {
            send(turnId, after, out, watch);
        }
    }

    private void send(String turnId, long after, OutputStream out, TurnSignals.Watch watch)
            throws IOException, InterruptedException {
        long last = after;
        while (true) {
            List<TurnEvents.Stored> batch = events.after(turnId, last);
            for (TurnEvents.Stored event : batch) {
                write(out, "id: " + event.number() + "\ndata: " + event.frame() + "\n\n");
                last = event.number();
                if (event.type().equals("done")) {
                    return;
                }
            }
            if (batch.isEmpty()) {
                watch.await(last, PING);
                if (events.after(turnId, last).isEmpty()) {
                    write(out, ": ping\n\n");
                }
            }
        }
    }

    private static void write(OutputStream out, String frame) throws IOException {
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
