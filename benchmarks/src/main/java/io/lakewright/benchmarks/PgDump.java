package io.lakewright.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code pg_dump} of this machine. Debian's command on the path is a script that looks for the real one, which costs
 * time; so the real one is looked for first.
 *
 * @param version as it tells itself, such as {@code 15.18}
 */
record PgDump(Path program, String version) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");

    /** One that can dump a server of that version: it must not be older. */
    static Optional<PgDump> forServer(int majorVersion) throws IOException, InterruptedException {
        for (Path program : programs()) {
            Matcher said = VERSION.matcher(run(List.of(program.toString(), "--version")));
            if (said.find() && Integer.parseInt(said.group(2)) >= majorVersion) {
                return Optional.of(new PgDump(program, said.group(1)));
            }
        }
        return Optional.empty();
    }

    private static List<Path> programs() throws IOException {
        List<Path> programs = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin/pg_dump")).sorted().forEach(programs::add);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            programs.add(Path.of(folder, "pg_dump"));
        }
        return programs.stream().filter(Files::isExecutable).toList();
    }

    /** The script of a database without its rows. */
    String schema(SampleDatabase server, String database) throws IOException, InterruptedException {
        return run(List.of(
                program.toString(),
                "-s",
                "-h",
                "localhost",
                "-p",
                String.valueOf(server.port()),
                "-U",
                SampleDatabase.USER,
                database));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with " + process.exitValue());
        }
        return said;
    }
}
