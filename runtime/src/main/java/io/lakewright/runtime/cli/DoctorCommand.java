package io.lakewright.runtime.cli;

import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineStatus;
import io.lakewright.runtime.Composition;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is installed and in use, what is missing, and how to mend it. */
@Command(
        name = "doctor",
        description = "Tells what is installed, which brain, source and engine are in use, and what is missing.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--start-engine", description = "start the engine and wait until it answers")
    boolean startEngine;

    @Override
    public Integer call() {
        Settings settings = Settings.load(Path.of(""), System.getenv());
        line("Lakewright", Composition.version(), "");
        line("Java", System.getProperty("java.version") + " at " + System.getProperty("java.home"), "");
        line(
                "Source",
                settings.source().map(url -> "set").orElse("the sample workspace"),
                "set LAKEWRIGHT_SOURCE_URL or pass --source for your own");
        line("Brain", settings.get(Settings.Key.BRAIN).orElse("builtin"), "");
        line(
                "Claude",
                settings.providerKey("ANTHROPIC_API_KEY").isPresent() ? "a key is set" : "no key",
                "set ANTHROPIC_API_KEY to use it");
        Path page = SourceOptions.root().resolve("web/dist/index.html");
        line("Page", Files.isRegularFile(page) ? "built" : "not built", "lakewright serve builds it");
        return engine();
    }

    private int engine() {
        try (Engine engine = Engine.ofBuild(SourceOptions.root())) {
            if (startEngine) {
                engine.session(List.of()).close();
            }
            EngineStatus status = engine.status();
            line(
                    "Engine",
                    status.text() + (status.versions().isEmpty() ? "" : " " + status.versions()),
                    status.state() == EngineStatus.State.OFF && status.detail().isEmpty()
                            ? "starts with the first proof; doctor --start-engine tries it now"
                            : status.detail());
            return Exit.DONE;
        }
    }

    private static void line(String what, String state, String hint) {
        System.out.printf("%-12s %s%s%n", what, state, hint.isEmpty() ? "" : "  (" + hint + ")");
    }
}
