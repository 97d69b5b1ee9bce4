package io.lakewright.assistant;

import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.assistant.tools.ModelShelf;
import io.lakewright.assistant.tools.ToolRouter;
import io.lakewright.core.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The conversation as a host uses it.
 *
 * <p>Rules: TURN-1 every event is stored before the sink sees it, and the sink sees them in order from one thread at a
 * time. TURN-2 the first event is {@code turn}, the last {@code done}, whatever happens. TURN-3 turns of one
 * conversation run one after the other. TURN-4 a sink that throws does not stop the turn; what it missed is stored.
 * Safe for concurrent use.
 */
public final class Assistant {

    private static final int KEPT_MODELS = 64;

    private final Map<String, Brain> brains;
    private final String firstBrain;
    private final TurnParts parts;
    private final ConversationTurns turns = new ConversationTurns();

    private Assistant(List<Brain> brains, TurnParts parts) {
        Map<String, Brain> byName = new ConcurrentHashMap<>();
        brains.forEach(brain -> byName.put(brain.name(), brain));
        this.brains = Map.copyOf(byName);
        this.firstBrain = brains.getFirst().name();
        this.parts = parts;
    }

    /**
     * Puts a conversation together.
     *
     * @param brains the first one answers when a request names none
     * @param servers connected tool servers by name
     * @param ids gives a new unique id at every call
     */
    public static Assistant create(
            AssistantSettings settings,
            List<Brain> brains,
            Map<String, ConnectedServer> servers,
            ConversationStore store,
            BudgetLedger ledger,
            Clock clock,
            Supplier<String> ids) {
        if (brains.isEmpty()) {
            throw Problem.invalid("LW-2009", "The assistant has no brain.", "Configure at least the built-in one.")
                    .exception();
        }
        ToolRouter router = new ToolRouter(servers, new ModelShelf(KEPT_MODELS));
        return new Assistant(brains, new TurnParts(settings, router, store, ledger, clock, ids));
    }

    /** Names of the brains. */
    public List<String> brains() {
        return brains.keySet().stream().sorted().toList();
    }

    /**
     * Starts a turn on a thread of its own.
     *
     * @throws io.lakewright.core.ProblemException LW-2011 for an unknown brain, LW-2012 for an empty or too long
     *     message; nothing has been stored then
     */
    public TurnHandle turn(TurnRequest request, Consumer<TurnEvent> sink) {
        Brain brain = brains.get(request.brain().orElse(firstBrain));
        if (brain == null) {
            throw Problem.invalid(
                            "LW-2011",
                            "The brain \"" + request.brain().orElse("") + "\" is not configured.",
                            "Use one of: " + String.join(", ", brains()) + ".")
                    .exception();
        }
        int limit = parts.settings().maxMessageCharacters();
        if (request.message().isBlank() || request.message().length() > limit) {
            throw Problem.invalid(
                            "LW-2012",
                            "The message is empty or longer than " + limit + " characters.",
                            "Send a shorter message.")
                    .exception();
        }
        String conversation =
                request.conversationId().orElseGet(() -> parts.ids().get());
        RunningTurn running = new RunningTurn(parts.ids().get(), conversation);
        running.start(() -> turns.alone(conversation, () -> new TurnLoop(parts, brain, running).run(request, sink)));
        return running;
    }
}
