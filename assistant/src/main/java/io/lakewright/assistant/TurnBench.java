package io.lakewright.assistant;

import io.lakewright.assistant.tools.ModelShelf;
import io.lakewright.assistant.tools.RoutedTurn;
import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The workbench of one turn: limits, events, the draft and the memory. */
final class TurnBench implements Workbench {

    private final TurnParts parts;
    private final RunningTurn running;
    private final TurnJournal journal;
    private final TurnRequest request;
    private final Conversation conversation;
    private final RoutedTurn tools;
    private final Instant deadline;
    private final TurnMemory memory;
    private final AtomicInteger calls = new AtomicInteger();
    private final Optional<Draft> base;
    private final Optional<Draft> before;
    private volatile Optional<Draft> draft;
    private volatile JsonNode made = Json.object();
    private volatile boolean presented;
    private volatile boolean restored;
    private volatile List<TurnEvent.Choice> nextSteps = List.of();
    private volatile TurnEvent.Usage usage = TurnEvent.Usage.none();

    TurnBench(
            TurnParts parts, RunningTurn running, TurnJournal journal, TurnRequest request, Conversation conversation) {
        this.parts = parts;
        this.running = running;
        this.journal = journal;
        this.request = request;
        this.conversation = conversation;
        this.tools = parts.router().open(!conversation.memory().isEmpty());
        this.deadline = parts.clock().instant().plus(parts.settings().turnTimeout());
        this.memory = new TurnMemory(conversation, parts.settings().keptDrafts());
        conversation.drafts().forEach(kept -> parts.router().shelf().keep(kept.ref(), kept.model()));
        this.base = request.currentModel().flatMap(this::canvas);
        List<Draft> drafts = conversation.drafts();
        this.before = drafts.isEmpty() ? base : Optional.of(drafts.getLast());
        this.draft = before;
    }

    private Optional<Draft> canvas(JsonNode model) {
        JsonNode inner = model.path("model").isObject() ? model.path("model") : model;
        if (!inner.path("tables").isArray()) {
            return Optional.empty();
        }
        String ref = ModelShelf.refOf(inner);
        parts.router().shelf().keep(ref, inner);
        return Optional.of(new Draft(ref, inner, Json.object()));
    }

    BrainContext context() {
        return new BrainContext(
                request.workspaceId().or(conversation::workspaceId),
                request.message(),
                conversation,
                draft,
                request.selectedTables(),
                request.answerTo());
    }

    @Override
    public List<ToolDescription> tools() {
        return tools.tools();
    }

    @Override
    public void say(String text) {
        checkRunning();
        if (!text.isEmpty()) {
            journal.write(new TurnEvent.Content(text));
        }
    }

    @Override
    public ToolReply call(ToolCall call) {
        return call(call, parts.settings().toolTimeout());
    }

    ToolReply call(ToolCall call, Duration timeout) {
        checkRunning();
        Optional<ToolReply> known = tools.cached(call);
        if (known.isPresent()) {
            return known.get();
        }
        return send(announce(call), call, timeout);
    }

    @Override
    public List<ToolReply> callAll(List<ToolCall> wanted) {
        checkRunning();
        List<Callable<ToolReply>> tasks = new ArrayList<>();
        for (ToolCall call : wanted) {
            Optional<ToolReply> known = tools.cached(call);
            String id = known.isPresent() ? "" : announce(call);
            tasks.add(() -> known.isPresent()
                    ? known.get()
                    : send(id, call, parts.settings().toolTimeout()));
        }
        return SideBySide.run(tasks);
    }

    private String announce(ToolCall call) {
        if (calls.incrementAndGet() > parts.settings().maxToolCalls()) {
            throw new Problem.LimitExceeded(
                            "LW-2013",
                            "The turn has used all of its " + parts.settings().maxToolCalls() + " tool calls.",
                            "Ask for less in one message.",
                            Map.of())
                    .exception();
        }
        String id = "call-" + running.turnId() + "-" + calls.get();
        journal.write(new TurnEvent.ToolCall(id, call.server(), call.tool(), call.arguments()));
        return id;
    }

    private ToolReply send(String id, ToolCall call, Duration timeout) {
        long start = parts.clock().millis();
        ToolReply reply = tools.call(call, timeout);
        journal.write(new TurnEvent.ToolResult(
                id, reply.ok(), shortened(reply.text()), parts.clock().millis() - start));
        JsonNode model = RoutedTurn.modelIn(reply.content());
        if (reply.ok() && call.server().equals("model-generator") && model.isObject() && makesDraft(call.tool())) {
            String ref = reply.content().path("model_ref").asString(ModelShelf.refOf(model));
            made = reply.content();
            draft = Optional.of(new Draft(ref, model, reply.content().path("summary")));
            restored = false;
        }
        return reply;
    }

    private static boolean makesDraft(String tool) {
        return tool.equals("generate_dimensional_model")
                || tool.equals("generate_data_vault_model")
                || tool.equals("refine_model");
    }

    private static String shortened(String text) {
        String line = text.strip();
        int end = line.indexOf('\n');
        line = end < 0 ? line : line.substring(0, end);
        return line.length() <= 240 ? line : line.substring(0, 239) + "…";
    }

    @Override
    public Optional<Draft> draft() {
        return draft;
    }

    @Override
    public void restore(Draft earlier) {
        parts.router().shelf().keep(earlier.ref(), earlier.model());
        made = Json.object();
        draft = Optional.of(earlier);
        restored = true;
    }

    @Override
    public void present() {
        presented = true;
    }

    @Override
    public void offer(List<TurnEvent.Choice> steps) {
        nextSteps = steps.stream().limit(3).toList();
    }

    @Override
    public void remember(String key, JsonNode value) {
        memory.remember(key, value);
    }

    @Override
    public void spend(TurnEvent.Usage spent) {
        usage = usage.plus(spent);
    }

    @Override
    public BudgetLedger.Reservation reserve(BigDecimal atMost) {
        return parts.ledger().reserve(request.workspaceId(), atMost);
    }

    @Override
    public String newId() {
        return parts.ids().get();
    }

    @Override
    public void checkRunning() {
        if (running.cancelled()) {
            throw new CancellationException("the turn was cancelled");
        }
        if (parts.clock().instant().isAfter(deadline)) {
            throw new Problem.LimitExceeded(
                            "LW-2014",
                            "The turn took longer than "
                                    + parts.settings().turnTimeout().toMinutes() + " minutes and was stopped.",
                            "Ask for less in one message.",
                            Map.of())
                    .exception();
        }
    }

    TurnEvent.Usage usage() {
        return usage;
    }

    TurnRequest request() {
        return request;
    }

    Optional<String> workspaceId() {
        return context().workspaceId();
    }

    /** The model the difference is shown against: what stands on the canvas, else the draft before this turn. */
    Optional<Draft> base() {
        return base.or(() -> before);
    }

    /** The draft to finish, if the turn made one or asked for it. */
    Optional<Draft> toFinish() {
        boolean changed = draft.map(Draft::ref).equals(before.map(Draft::ref));
        return presented || !changed ? draft : Optional.empty();
    }

    /** What the generator answered with the draft: artefacts that need not be made again. */
    JsonNode made() {
        return made;
    }

    List<TurnEvent.Choice> nextSteps() {
        return nextSteps;
    }

    void write(TurnEvent event) {
        journal.write(event);
    }

    TurnMemory memory() {
        return memory;
    }

    /** What the next turn must know. */
    JsonNode memory(Optional<TurnEvent.Question> question) {
        draft.filter(now -> !now.ref().equals(before.map(Draft::ref).orElse(""))
                        || conversation.drafts().isEmpty())
                .ifPresent(now -> memory.keepDraft(now, restored));
        return memory.after(question);
    }
}
