package io.lakewright.mcp;

/** The workshop as a program, for tests that need a process. */
final class WorkshopMain {

    private WorkshopMain() {}

    public static void main(String[] args) {
        System.out.println("A greeting that is no message");
        if (args.length > 0 && args[0].equals("die")) {
            System.err.println("cannot go on");
            System.exit(3);
        }
        StdioServer.runOnStandardStreams(Workshop.server());
    }
}
