package io.lakewright.assistant;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.lang.System.Logger;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One turn from the message to {@code done}: brain, finishing, what is remembered, and every way to fail. */
final class TurnLoop {

    private static final Logger LOG = System.getLogger(TurnLoop.class.getName());

    private final TurnParts parts;
    private final Brain brain;
    private final RunningTurn running;

    TurnLoop(TurnParts parts, Brain brain, RunningTurn running) {
        this.parts = parts;
        this.brain = brain;
        this.running = running;
    }

    TurnOutcome run(TurnRequest request, Consumer<TurnEvent> sink) {
        Instant now = parts.clock().instant();
        String conversationId = running.conversationId();
        parts.store().create(conversationId, request.workspaceId(), now);
        Conversation conversation = parts.store()
                .load(conversationId)
                .orElse(Conversation.empty(conversationId, request.workspaceId(), now));
        parts.store()
                .appendMessage(conversationId, message(parts.ids().get(), "user", request.message(), now, "complete"));
        String answerId = parts.ids().get();
        parts.store().appendMessage(conversationId, message(answerId, "assistant", "", now, "streaming"));
        TurnJournal journal = new TurnJournal(parts.store(), conversationId, running.turnId(), sink);
        journal.write(new TurnEvent.Turn(running.turnId(), conversationId));
        TurnBench bench = new TurnBench(parts, running, journal, request, conversation);
        TurnOutcome outcome = guarded(bench, journal);
        parts.store().saveMemory(conversationId, bench.memory(outcome.question()));
        String status = switch (outcome.kind()) {
            case FAILED, CANCELLED -> "interrupted";
            case ANSWERED, QUESTION, REFUSED_OFF_TOPIC, REFUSED_DESTRUCTIVE, UNKNOWN_NAME -> "complete";
        };
        parts.store().completeMessage(conversationId, message(answerId, "assistant", outcome.message(), now, status));
        journal.write(new TurnEvent.Done());
        return outcome;
    }

    private TurnOutcome guarded(TurnBench bench, TurnJournal journal) {
        try {
            Brain.Verdict verdict = brain.answer(bench.context(), bench);
            verdict.question().ifPresent(journal::write);
            Optional<JsonNode> suggestion = new Finisher(bench, parts.settings()).finish();
            journal.write(bench.usage());
            return outcome(bench, journal, verdict, suggestion);
        } catch (ProblemException e) {
            return failed(bench, journal, TurnOutcome.Kind.FAILED, e.problem());
        } catch (CancellationException e) {
            // The interrupt has done its work; storing the end of the turn must not be disturbed by it.
            Thread.interrupted();
            return failed(
                    bench,
                    journal,
                    TurnOutcome.Kind.CANCELLED,
                    Problem.upstream("LW-2020", "The turn was cancelled.", "Ask again when you want."));
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "turn " + running.turnId() + " failed", e);
            return failed(
                    bench,
                    journal,
                    TurnOutcome.Kind.FAILED,
                    Problem.upstream(
                            "LW-2099",
                            "Something inside went wrong while answering.",
                            "Try again; if it happens again, report it with the turn id " + running.turnId() + "."));
        }
    }

    private TurnOutcome failed(TurnBench bench, TurnJournal journal, TurnOutcome.Kind kind, Problem problem) {
        boolean retryable = problem instanceof Problem.UpstreamFailed;
        journal.write(
                new TurnEvent.Failure(problem.code(), problem.message(), Optional.of(problem.nextStep()), retryable));
        return new TurnOutcome(
                running.turnId(),
                running.conversationId(),
                kind,
                journal.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(problem),
                bench.usage());
    }

    private TurnOutcome outcome(
            TurnBench bench, TurnJournal journal, Brain.Verdict verdict, Optional<JsonNode> suggestion) {
        return new TurnOutcome(
                running.turnId(),
                running.conversationId(),
                verdict.kind(),
                journal.text(),
                suggestion,
                verdict.question(),
                verdict.problem(),
                bench.usage());
    }

    private ConversationStore.Message message(String id, String role, String text, Instant at, String status) {
        return new ConversationStore.Message(id, running.turnId(), role, text, at, status);
    }

    static JsonNode reference(String ref) {
        return Json.object().put("model_ref", ref);
    }
}
