package io.lakewright.engine.worker;

import io.lakewright.engine.protocol.Response;
import io.lakewright.engine.protocol.Wire;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serves requests from standard input on standard output until either ends.
 *
 * <p>Arguments: the warehouse folder, the number of cores, and {@code until-warm} to end after warming up. Whatever a library prints goes to standard error.
 */
public final class WorkerMain {

    /** Third argument of a run that only teaches the JVM what to put into its start cache. */
    private static final String UNTIL_WARM = "until-warm";

    private final BufferedWriter output = new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
    private final ReentrantLock writing = new ReentrantLock();

    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setOut(System.err);
        WorkerMain main = new WorkerMain();
        Desk desk = new Desk(main::answer, Integer.parseInt(arguments[1]));
        Thread.ofPlatform().name("requests").daemon().start(() -> read(desk));
        boolean training = arguments.length > 2 && arguments[2].equals(UNTIL_WARM);
        desk.work(arguments[0], training);
        end(0);
    }

    private static void read(Desk desk) {
        try (BufferedReader input = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = Wire.nextLine(input); !line.isEmpty(); line = Wire.nextLine(input)) {
                desk.take(Wire.readRequest(line));
            }
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("Reading requests ended: " + e.getMessage());
        }
        end(0);
    }

    private void answer(Response response) {
        writing.lock();
        try {
            output.write(Wire.write(response));
            output.write('\n');
            output.flush();
        } catch (IOException e) {
            end(1);
        } finally {
            writing.unlock();
        }
    }

    /** At once, without Spark's own good-byes: the supervisor deletes the folder, and nothing outlives it. */
    private static void end(int status) {
        Runtime.getRuntime().halt(status);
    }
}
