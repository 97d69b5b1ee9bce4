package io.lakewright.runtime;

import io.lakewright.analyzer.sample.Sample;
import io.lakewright.analyzer.server.SchemaAnalyzerServer;
import io.lakewright.assistant.Assistant;
import io.lakewright.assistant.AssistantSettings;
import io.lakewright.assistant.Brain;
import io.lakewright.assistant.BudgetLedger;
import io.lakewright.assistant.ConversationStore;
import io.lakewright.assistant.planner.BuiltInPlanner;
import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.engine.Engine;
import io.lakewright.generator.server.ModelGeneratorServer;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolClient;
import io.lakewright.mcp.ToolServer;
import io.lakewright.mcp.ToolServers;
import io.lakewright.optimizer.server.DatabricksOptimizerServer;
import io.lakewright.patterns.server.PatternLibraryServer;
import io.lakewright.proof.server.LakehouseProofServer;
import io.lakewright.runtime.settings.Settings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The product without a user interface: the five servers over one catalogue and one engine, in-memory clients to them,
 * and an assistant that knows the clients. Safe for concurrent use; closing it ends the engine.
 */
public final class Composition implements AutoCloseable {

    /** Name of the workspace that is there when nobody brings a source. */
    public static final String SAMPLE = "sample";

    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);
    private static final BigDecimal MOST_SPENT_DOLLARS = BigDecimal.valueOf(20);

    private final SchemaCatalog catalog;
    private final Engine engine;
    private final Map<String, ToolServer> servers;
    private final Map<String, ToolClient> clients = new LinkedHashMap<>();
    private final Assistant assistant;
    private final String brain;

    private Composition(
            SchemaCatalog catalog,
            Engine engine,
            AssistantSettings settings,
            List<Brain> brains,
            ConversationStore store,
            UnaryOperator<Map<String, ConnectedServer>> decoration) {
        this.catalog = catalog;
        this.engine = engine;
        this.servers = servers(catalog, engine);
        servers.forEach((name, server) -> clients.put(name, ToolServers.inMemory(server)));
        this.brain = brains.getFirst().name();
        Map<String, ConnectedServer> connected = new LinkedHashMap<>();
        clients.forEach((name, client) -> connected.put(name, ConnectedServer.of(client)));
        this.assistant = Assistant.create(
                settings,
                brains,
                decoration.apply(connected),
                store,
                BudgetLedger.limitedTo(MOST_SPENT_DOLLARS),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    /** The web application's composition: the sample workspace, and the user's source beside it when one is set. */
    public static Composition forServer(Path root, Settings settings, ConversationStore store) {
        Map<String, Workspaces.Workspace> workspaces = new LinkedHashMap<>();
        settings.source()
                .map(source -> Sources.extracted(
                        Sources.open(source, List.of(), Optional.empty(), settings), List.of(), settings))
                .ifPresent(opened -> workspaces.put(
                        opened.schema().name(),
                        Workspaces.Workspace.completed(
                                opened.schema(), opened.rows(), line -> System.err.println("warning: " + line))));
        workspaces.put(SAMPLE, new Workspaces.Workspace(Sample.schema(), Sample.rows()));
        return of(new Workspaces(workspaces), Engine.ofBuild(root), AssistantSettings.defaults(), settings, store);
    }

    /** A composition over any catalogue and engine. */
    public static Composition of(
            SchemaCatalog catalog,
            Engine engine,
            AssistantSettings assistantSettings,
            Settings settings,
            ConversationStore store) {
        return new Composition(catalog, engine, assistantSettings, brains(settings), store, UnaryOperator.identity());
    }

    /**
     * The same for one conversation that is written down.
     *
     * @param targets the {@code targets} argument for every generated model, when the user chose them
     */
    public static Composition recorded(
            SchemaCatalog catalog,
            Engine engine,
            AssistantSettings assistantSettings,
            Settings settings,
            ConversationStore store,
            Transcript transcript,
            Optional<ObjectNode> targets) {
        return new Composition(catalog, engine, assistantSettings, brains(settings), store, servers -> {
            Map<String, ConnectedServer> decorated = new LinkedHashMap<>();
            servers.forEach((name, server) -> decorated.put(
                    name,
                    transcript.recording(
                            name, targets.map(t -> TargetDefaults.of(server, t)).orElse(server))));
            return decorated;
        });
    }

    /** The servers by name, in the order of the documentation. */
    public static Map<String, ToolServer> servers(SchemaCatalog catalog, Engine engine) {
        List<ToolServer> all = List.of(
                SchemaAnalyzerServer.create(catalog),
                PatternLibraryServer.create(),
                ModelGeneratorServer.create(catalog),
                DatabricksOptimizerServer.create(),
                LakehouseProofServer.create(catalog, engine));
        Map<String, ToolServer> byName = new LinkedHashMap<>();
        all.forEach(server -> byName.put(server.name(), server));
        return byName;
    }

    private static List<Brain> brains(Settings settings) {
        List<Brain> brains = new ArrayList<>();
        brains.add(new BuiltInPlanner());
        settings.providerKey("ANTHROPIC_API_KEY").ifPresent(key -> brains.add(Brains.claude(key, settings)));
        String wanted =
                settings.get(Settings.Key.BRAIN).orElse(brains.getFirst().name());
        Brain first = brains.stream()
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "LW-2121",
                                "The brain \"" + wanted + "\" is not available.",
                                wanted.equals("claude")
                                        ? "Set ANTHROPIC_API_KEY, or use the built-in planner."
                                        : "Use builtin, or claude with ANTHROPIC_API_KEY.")
                        .exception());
        brains.remove(first);
        brains.addFirst(first);
        return List.copyOf(brains);
    }

    public SchemaCatalog catalog() {
        return catalog;
    }

    public Engine engine() {
        return engine;
    }

    public Assistant assistant() {
        return assistant;
    }

    /** Name of the brain that answers when a request names none. */
    public String brain() {
        return brain;
    }

    public static String version() {
        return "0.1.0";
    }

    /**
     * The structured content of a tool's answer.
     *
     * @throws io.lakewright.core.ProblemException the tool's own problem, or LW-2122 for an unknown server
     */
    public JsonNode call(String server, String tool, JsonNode arguments) {
        ToolClient client = clients.get(server);
        if (client == null) {
            throw Problem.notFound(
                            "LW-2122",
                            "There is no server \"" + server + "\".",
                            "Servers: " + String.join(", ", servers.keySet()) + ".")
                    .exception();
        }
        ToolAnswer answer = client.call(tool, arguments, CALL_LIMIT);
        return answer.orThrow();
    }

    @Override
    public void close() {
        clients.values().forEach(ToolClient::close);
        engine.close();
    }
}
