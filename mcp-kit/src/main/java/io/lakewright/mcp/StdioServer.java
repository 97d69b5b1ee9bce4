package io.lakewright.mcp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Serves tools over standard streams, one JSON-RPC message a line. */
public final class StdioServer {

    private StdioServer() {}

    /**
     * Serves until the input ends, then lets calls under way finish and returns. A line that is no message, or is longer
     * than 32 MB, is answered with an error and skipped. Both streams stay open.
     */
    public static void run(ToolServer server, InputStream in, OutputStream out) {
        LineServer.serve(server, in, out);
    }

    /**
     * Serves on this process's own streams. Whatever else prints to standard output meanwhile is sent to standard error,
     * because a stray line would break the protocol.
     */
    public static void runOnStandardStreams(ToolServer server) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            run(server, System.in, out);
        } finally {
            System.setOut(out);
        }
    }
}
