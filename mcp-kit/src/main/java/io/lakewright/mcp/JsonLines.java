package io.lakewright.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** Lines of UTF-8 on a pair of streams: bounded when read, whole when written. */
final class JsonLines {

    /** What was read. */
    sealed interface Line {
        record Text(String text) implements Line {}

        /** A line beyond the limit; it was skipped without being kept. */
        record TooLong() implements Line {}

        record End() implements Line {}
    }

    private final InputStream in;
    private final OutputStream out;
    private final int limit;
    private final ReentrantLock writing = new ReentrantLock();

    JsonLines(InputStream in, OutputStream out, int limit) {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.out = out;
        this.limit = limit;
    }

    /** The next line that is not blank. For one reading thread. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        while (true) {
            int next = in.read();
            if (next < 0 || next == '\n') {
                if (tooLong) {
                    return new Line.TooLong();
                }
                String text = line.toString(StandardCharsets.UTF_8).strip();
                if (!text.isEmpty()) {
                    return new Line.Text(text);
                }
                if (next < 0) {
                    return new Line.End();
                }
                line.reset();
            } else if (line.size() >= limit) {
                tooLong = true;
                line.reset();
                line.write(next);
            } else {
                line.write(next);
            }
        }
    }

    /** Writes one line; safe for many threads. */
    void write(byte[] message) throws IOException {
        writing.lock();
        try {
            out.write(message);
            out.write('\n');
            out.flush();
        } finally {
            writing.unlock();
        }
    }
}
