package io.lakewright.benchmarks;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.assistant.AssistantSettings;
import io.lakewright.assistant.InMemoryConversationStore;
import io.lakewright.assistant.TurnEvent;
import io.lakewright.assistant.TurnOutcome;
import io.lakewright.assistant.TurnRequest;
import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineStatus;
import io.lakewright.runtime.Composition;
import io.lakewright.runtime.Sources;
import io.lakewright.runtime.Workspaces;
import io.lakewright.runtime.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Measures a warm process over in-memory servers, and whole commands, on this machine. */
public final class BenchmarksMain {

    /** What only the schema can tell: how many rows a table has, or which key. */
    private static final Pattern FACT = Pattern.compile("\\d rows\\b|primary key");

    private static final int WARM_UP = 20;
    private static final int COUNTED = 100;
    private static final int PROOFS = 5;
    private static final int COMMANDS = 5;

    private final Path root =
            Path.of(System.getProperty("lakewright.root", ".")).toAbsolutePath();
    private final Settings settings = Settings.load(Path.of(""), Map.of());
    private final PrintStream out = System.out;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new BenchmarksMain().run(List.of(arguments));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.contains("--analysis")) {
            AnalysisCurve.print(out);
            return;
        }
        if (arguments.contains("--ddl")) {
            DdlImport.print(out);
            return;
        }
        if (arguments.contains("--introspection")) {
            IntrospectionBench.print(out, root);
            return;
        }
        Path large = root.resolve("../shared/schemas/adventureworks.json").normalize();
        boolean hasLarge = Files.isRegularFile(large);
        String source = hasLarge ? large.toString() : Composition.SAMPLE;
        String request = "Create a dimension based on the product and productcategory tables";
        out.println("Source: " + (hasLarge ? "adventureworks.json, 68 tables" : "the sample workspace") + "; "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version"));
        out.println("| what | n | p50 ms | p95 ms | max ms | target |");
        out.println("|---|---|---|---|---|---|");
        turns(source, request);
        if (!arguments.contains("--no-engine")) {
            proofs();
        }
        commands();
        out.println();
        AnalysisCurve.print(out);
        out.println();
        DdlImport.print(out);
        out.println();
        IntrospectionBench.print(out, root);
    }

    /** First text that cites a fact of the schema, and the suggestion with its static checks. */
    private void turns(String source, String request) {
        Sample first = new Sample("first token that cites a fact", "p50 < 300 ms");
        Sample suggestion = new Sample("suggestion with static checks", "p50 < 2,000 ms");
        AssistantSettings level = AssistantSettings.defaults().withProof(TurnRequest.ProofLevel.STATIC);
        try (Engine engine = Engine.unavailable("not measured here.");
                Composition composition = composition(source, engine, level)) {
            for (int i = 0; i < WARM_UP + COUNTED; i++) {
                AtomicLong firstText = new AtomicLong();
                AtomicLong made = new AtomicLong();
                StringBuilder said = new StringBuilder();
                long start = System.nanoTime();
                turn(composition, request, event -> {
                    long now = System.nanoTime() - start;
                    if (event instanceof TurnEvent.Content content && firstText.get() == 0) {
                        said.append(content.text());
                        if (FACT.matcher(said).find()) {
                            firstText.set(now);
                        }
                    } else if (event instanceof TurnEvent.Suggestion) {
                        made.compareAndSet(0, now);
                    }
                });
                if (firstText.get() == 0 || made.get() == 0) {
                    throw new IllegalStateException("the answer cites no fact or suggests nothing");
                }
                if (i >= WARM_UP) {
                    first.add(firstText.get() / 1e6);
                    suggestion.add(made.get() / 1e6);
                }
            }
        }
        out.println(first.line());
        out.println(suggestion.line());
    }

    private void proofs() throws InterruptedException {
        Sample proof = new Sample("proof of a one-dimension model, warm worker", "< 20,000 ms");
        try (Engine engine = Engine.ofBuild(root);
                Composition composition = composition(Composition.SAMPLE, engine, AssistantSettings.defaults())) {
            engine.warmUp();
            for (int i = 0; i < 300 && engine.status().state() != EngineStatus.State.WARM; i++) {
                Thread.sleep(Duration.ofSeconds(1));
            }
            for (int i = 0; i < PROOFS; i++) {
                AtomicLong suggested = new AtomicLong();
                TurnOutcome outcome = turn(composition, "Create a dimension for product with its category", event -> {
                    if (event instanceof TurnEvent.Suggestion) {
                        suggested.set(System.nanoTime());
                    } else if (event instanceof TurnEvent.Proof) {
                        proof.add((System.nanoTime() - suggested.get()) / 1e6);
                    }
                });
                String status = outcome.suggestion()
                        .orElseThrow()
                        .path("receipt")
                        .path("status")
                        .asString("");
                if (!status.equals("proved")) {
                    throw new IllegalStateException("the proof ended " + status);
                }
            }
        }
        out.println(proof.line());
    }

    private void commands() throws IOException, InterruptedException {
        Sample design = new Sample("./lakewright design --prove static, whole command", "< 3,000 ms");
        Path folder = Files.createTempDirectory("lakewright-bench");
        for (int i = 0; i <= COMMANDS; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(List.of(
                            root.resolve("lakewright").toString(),
                            "design",
                            "--source",
                            "sample",
                            "--prove",
                            "static",
                            "--request",
                            "Create a dimension for product with its category",
                            "--out",
                            folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("the command failed, see " + folder.resolve("log.txt"));
            }
            // The first run may have to train the start-up cache.
            if (i > 0) {
                design.add((System.nanoTime() - start) / 1e6);
            }
        }
        out.println(design.line());
    }

    private Composition composition(String source, Engine engine, AssistantSettings level) {
        SourceReaders.OpenedSource opened = Sources.open(source, List.of(), Optional.empty(), settings);
        return Composition.of(
                Workspaces.of(opened.schema().name(), opened.schema(), opened.rows()),
                engine,
                level,
                settings,
                new InMemoryConversationStore());
    }

    private static TurnOutcome turn(Composition composition, String message, Consumer<TurnEvent> sink) {
        List<TurnEvent> seen = new ArrayList<>();
        TurnOutcome outcome = composition
                .assistant()
                .turn(TurnRequest.of(Optional.empty(), Optional.empty(), message), event -> {
                    sink.accept(event);
                    seen.add(event);
                })
                .await(Duration.ofMinutes(10));
        if (outcome.suggestion().isEmpty()) {
            throw new IllegalStateException("no suggestion for \"" + message + "\": " + outcome.message());
        }
        return outcome;
    }
}
