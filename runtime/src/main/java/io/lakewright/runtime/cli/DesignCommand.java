package io.lakewright.runtime.cli;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.assistant.AssistantSettings;
import io.lakewright.assistant.InMemoryConversationStore;
import io.lakewright.assistant.TurnHandle;
import io.lakewright.assistant.TurnOutcome;
import io.lakewright.assistant.TurnRequest;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.engine.Engine;
import io.lakewright.runtime.Composition;
import io.lakewright.runtime.Transcript;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** One conversation without the web application; writes everything that contracts section 1 lists. */
@Command(
        name = "design",
        description = "Designs a model from a request and writes model, scripts, documents and receipt.")
final class DesignCommand implements Callable<Integer> {

    private static final Duration LONGEST_TURN = Duration.ofMinutes(25);

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Option(names = "--request", required = true, paramLabel = "TEXT", description = "what you need, in plain English")
    String request = "";

    @Option(
            names = "--then",
            paramLabel = "TEXT",
            description = "a further message of the same conversation; may be repeated")
    List<String> then = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the results")
    Path out = Path.of("");

    @Option(names = "--brain", paramLabel = "NAME", description = "builtin (default) or claude")
    @Nullable
    String brain;

    @Option(names = "--prove", paramLabel = "LEVEL", description = "none, static or full (default full)")
    TurnRequest.@Nullable ProofLevel prove;

    @Option(names = "--catalog", paramLabel = "CATALOG", description = "catalog of the printed tables")
    @Nullable
    String catalog;

    @Option(names = "--target-schema", paramLabel = "SCHEMA", description = "schema of the printed tables")
    @Nullable
    String targetSchema;

    @Option(names = "--dialect", paramLabel = "DIALECT", description = "databricks (default) or oss")
    String dialect = "databricks";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json, on standard output")
    String format = "text";

    @Override
    public Integer call() {
        if (!format.equals("text") && !format.equals("json")) {
            throw Problem.invalid("LW-2131", "--format is text or json.", "Choose one of them.")
                    .exception();
        }
        Console console = new Console(format.equals("json"));
        try {
            return converse(console);
        } catch (ProblemException e) {
            console.problem(Exit.of(e.problem()), e.problem());
            throw e;
        }
    }

    private int converse(Console console) {
        SourceReaders.OpenedSource opened = source.open();
        opened.warnings().forEach(console::warning);
        TurnRequest.ProofLevel level = level();
        AssistantSettings settings =
                AssistantSettings.defaults().withProof(level).withDialect(dialect);
        Transcript transcript = new Transcript();
        try (Engine engine = engine(level);
                Composition composition = Composition.recorded(
                        source.catalog(opened),
                        engine,
                        settings,
                        source.settings(),
                        new InMemoryConversationStore(),
                        transcript,
                        targets())) {
            if (level == TurnRequest.ProofLevel.FULL) {
                engine.warmUp();
            }
            TurnOutcome last = turns(composition, transcript, console);
            Optional<ObjectNode> suggestion = transcript.lastSuggestion();
            new DesignFiles(out).write(last, suggestion, transcript);
            int exit = exit(last, suggestion, level == TurnRequest.ProofLevel.FULL);
            console.finished(exit, last, suggestion, out);
            return exit;
        }
    }

    private TurnOutcome turns(Composition composition, Transcript transcript, Console console) {
        List<String> messages = new ArrayList<>();
        messages.add(request);
        messages.addAll(then);
        Optional<String> conversation = Optional.empty();
        Optional<TurnOutcome> last = Optional.empty();
        for (int i = 0; i < messages.size(); i++) {
            String message = messages.get(i);
            transcript.user(message);
            TurnRequest turn = request(conversation, message);
            TurnHandle handle = composition.assistant().turn(turn, console::event);
            TurnOutcome outcome = handle.await(LONGEST_TURN);
            transcript.assistant(outcome);
            conversation = Optional.of(handle.conversationId());
            last = Optional.of(outcome);
            if (Exit.of(outcome, false) != Exit.DONE && Exit.of(outcome, false) != Exit.CHECKS_FAILED) {
                console.unsent(messages.subList(i + 1, messages.size()));
                break;
            }
        }
        return last.orElseThrow();
    }

    private TurnRequest request(Optional<String> conversation, String message) {
        return new TurnRequest(
                Optional.empty(),
                conversation,
                message,
                Optional.ofNullable(brain),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private TurnRequest.ProofLevel level() {
        if (prove != null) {
            return prove;
        }
        return source.settings()
                .get(Settings.Key.PROVE)
                .map(value -> Json.mapper().convertValue(value, TurnRequest.ProofLevel.class))
                .orElse(TurnRequest.ProofLevel.FULL);
    }

    private static Engine engine(TurnRequest.ProofLevel level) {
        return level == TurnRequest.ProofLevel.FULL
                ? Engine.ofBuild(SourceOptions.root())
                : Engine.unavailable("the proof level does not ask for one.");
    }

    private Optional<ObjectNode> targets() {
        Optional<String> inCatalog =
                Optional.ofNullable(catalog).or(() -> source.settings().get(Settings.Key.CATALOG));
        Optional<String> inSchema =
                Optional.ofNullable(targetSchema).or(() -> source.settings().get(Settings.Key.TARGET_SCHEMA));
        return inCatalog.isEmpty() && inSchema.isEmpty()
                ? Optional.empty()
                : Optional.of(TargetChoice.of(inCatalog, inSchema));
    }

    /** The last turn decides; where it was only talk about a model made before, that model's checks count too. */
    private static int exit(TurnOutcome last, Optional<ObjectNode> suggestion, boolean proofAsked) {
        int exit = Exit.of(last, proofAsked);
        return exit == Exit.DONE && last.suggestion().isEmpty() && suggestion.isPresent()
                ? Exit.ofSuggestion(suggestion.get(), proofAsked)
                : exit;
    }
}
