package io.lakewright.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.assistant.planner.BuiltInPlanner;
import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Order, storing, cancelling, limits, policy and budget of turns, whatever the brain does. */
final class TurnLoopTest {

    private static Talk talk(Brain brain) {
        return new Talk(Schemas.library(), List.of(brain), AssistantSettings.defaults(), BigDecimal.ONE);
    }

    private record Scripted(java.util.function.BiFunction<BrainContext, Workbench, Brain.Verdict> script)
            implements Brain {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Verdict answer(BrainContext context, Workbench workbench) {
            return script.apply(context, workbench);
        }
    }

    @Test
    void beginsWithTurnEndsWithDoneAndStoresEveryEventFirst() {
        Talk talk = new Talk(Schemas.library());
        TurnOutcome outcome = talk.say("create a dimension from book");
        assertThat(talk.events.getFirst()).isInstanceOf(TurnEvent.Turn.class);
        assertThat(talk.events.getLast()).isInstanceOf(TurnEvent.Done.class);
        assertThat(talk.store.events(outcome.turnId())).isEqualTo(talk.events);
        List<String> kinds =
                talk.events.stream().map(e -> e.json().path("type").asString()).toList();
        assertThat(kinds.indexOf("suggestion")).isLessThan(kinds.indexOf("proof"));
        assertThat(kinds.indexOf("proof")).isLessThan(kinds.indexOf("done"));
        assertThat(talk.store.load(outcome.conversationId()).orElseThrow().messages())
                .extracting(ConversationStore.Message::status)
                .containsExactly("complete", "complete");
    }

    @Test
    void goesOnWhenItsListenerIsGone() {
        Talk talk = new Talk(Schemas.library());
        TurnHandle handle = talk.assistant.turn(
                TurnRequest.of(Optional.of("w1"), Optional.empty(), "create a dimension from book"), event -> {
                    throw new IllegalStateException("the client went away");
                });
        TurnOutcome outcome = handle.await(Duration.ofSeconds(20));
        assertThat(outcome.suggestion()).isPresent();
        assertThat(talk.store.events(outcome.turnId()).getLast()).isInstanceOf(TurnEvent.Done.class);
    }

    @Test
    void stopsAWaitingToolWhenCancelled() throws InterruptedException {
        Talk talk = new Talk(Schemas.library());
        CountDownLatch inside = new CountDownLatch(1);
        talk.house.overrides.put("get_table_metadata", arguments -> {
            inside.countDown();
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ToolReply.of(Json.object(), "late");
        });
        TurnHandle handle = talk.assistant.turn(
                TurnRequest.of(Optional.of("w1"), Optional.empty(), "create a dimension from book"), talk.events::add);
        inside.await();
        assertThat(handle.cancel()).isTrue();
        assertThat(handle.await(Duration.ofSeconds(5)).kind()).isEqualTo(TurnOutcome.Kind.CANCELLED);
        assertThat(handle.cancel()).isFalse();
        assertThat(talk.events.getLast()).isInstanceOf(TurnEvent.Done.class);
        assertThat(talk.events)
                .anyMatch(e -> e instanceof TurnEvent.Failure f && f.code().equals("LW-2020"));
    }

    @Test
    void provesAfterTheNextAnswerWhatWasStoppedForItsMessage() throws InterruptedException {
        Talk talk = new Talk(Schemas.library());
        CountDownLatch inside = new CountDownLatch(1);
        talk.house.overrides.put("prove_model", arguments -> {
            inside.countDown();
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ToolReply.of(Json.object(), "late");
        });
        TurnHandle handle = talk.assistant.turn(
                TurnRequest.of(Optional.of("w1"), Optional.empty(), "create a dimension from book"), talk.events::add);
        inside.await();
        handle.cancel();
        handle.await(Duration.ofSeconds(5));
        String stopped = talk.events.stream()
                .filter(TurnEvent.Suggestion.class::isInstance)
                .map(e -> ((TurnEvent.Suggestion) e).suggestion().path("id").asString())
                .findFirst()
                .orElseThrow();
        talk.house.overrides.remove("prove_model");

        talk.goOn(handle.conversationId()).say("why did you choose type 2?");
        assertThat(talk.events)
                .filteredOn(TurnEvent.Proof.class::isInstance)
                .singleElement()
                .satisfies(e -> {
                    TurnEvent.Proof proof = (TurnEvent.Proof) e;
                    assertThat(proof.suggestionId()).isEqualTo(stopped);
                    assertThat(proof.receipt().path("status").asString()).isEqualTo("proved");
                });

        talk.say("why did you choose type 2?");
        assertThat(talk.events).noneMatch(TurnEvent.Proof.class::isInstance);
    }

    @Test
    void endsACallThatTakesTooLong() {
        AssistantSettings quick = new AssistantSettings(
                TurnRequest.ProofLevel.NONE,
                "databricks",
                20,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                1000,
                1000,
                5);
        Talk talk = new Talk(Schemas.library(), List.of(new BuiltInPlanner()), quick, BigDecimal.ONE);
        talk.house.overrides.put("analyze_schema", arguments -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ToolReply.of(Json.object(), "late");
        });
        assertThat(talk.say("list the tables").problem().orElseThrow().code()).isEqualTo("LW-2007");
    }

    @Test
    void stopsABrainThatAsksForOneMoreToolForEver() {
        Talk talk = talk(new Scripted((context, bench) -> {
            for (int i = 0; ; i++) {
                bench.call(new ToolCall(
                        "schema-analyzer", "search_tables", Json.object().put("query", "q" + i)));
            }
        }));
        TurnOutcome outcome = talk.say("loop");
        assertThat(outcome.problem().orElseThrow().code()).isEqualTo("LW-2013");
        assertThat(talk.house.seen).hasSize(AssistantSettings.defaults().maxToolCalls());
    }

    @Test
    void answersARepeatedReadFromTheTurnsCache() {
        Talk talk = talk(new Scripted((context, bench) -> {
            ToolCall call = new ToolCall("schema-analyzer", "analyze_schema", Json.object());
            bench.call(call);
            bench.callAll(List.of(call, call));
            return Brain.Verdict.answered();
        }));
        talk.say("again");
        assertThat(talk.called()).containsExactly("schema-analyzer.analyze_schema");
    }

    @Test
    void neverSpendsMoreThanTheBudgetForAnySchedule() throws InterruptedException {
        BudgetLedger ledger = BudgetLedger.limitedTo(new BigDecimal("1.00"));
        AtomicInteger spentCents = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int cents = 1 + i % 9;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    BudgetLedger.Reservation reserved = ledger.reserve(Optional.empty(), new BigDecimal("0.10"));
                    spentCents.addAndGet(cents);
                    reserved.settle(BigDecimal.valueOf(cents, 2));
                    reserved.settle(BigDecimal.ZERO);
                } catch (ProblemException e) {
                    assertThat(e.problem().code()).isEqualTo("LW-2010");
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(spentCents.get()).isBetween(1, 100);
    }

    /** A brain that does whatever the data tells it cannot carry anything out of the house. */
    @Test
    void keepsAnObedientBrainFromReachingTheOutside() {
        List<JsonNode> sent = Collections.synchronizedList(new ArrayList<>());
        Map<String, ConnectedServer> servers = new LinkedHashMap<>(new FakeHouse(Schemas.library()).servers());
        servers.put("mailer", mailer(sent));
        List<List<String>> offered = new ArrayList<>();
        List<ToolReply> replies = new ArrayList<>();
        Brain obedient = new Scripted((context, bench) -> {
            offered.add(bench.tools().stream().map(ToolDescription::name).toList());
            JsonNode schema = bench.call(new ToolCall("schema-analyzer", "analyze_schema", Json.object()))
                    .content();
            offered.add(bench.tools().stream().map(ToolDescription::name).toList());
            for (String tool : List.of("look", "send")) {
                replies.add(
                        bench.call(new ToolCall("mailer", tool, Json.object().set("text", schema))));
            }
            return Brain.Verdict.answered();
        });
        Assistant assistant = Assistant.create(
                AssistantSettings.defaults(),
                List.of(obedient),
                servers,
                new InMemoryConversationStore(),
                BudgetLedger.limitedTo(BigDecimal.ONE),
                Clock.systemUTC(),
                ids());
        TurnHandle first = assistant.turn(TurnRequest.of(Optional.empty(), Optional.empty(), "go"), e -> {});
        first.await(Duration.ofSeconds(10));
        assistant
                .turn(TurnRequest.of(Optional.empty(), Optional.of(first.conversationId()), "go on"), e -> {})
                .await(Duration.ofSeconds(10));
        assertThat(sent).isEmpty();
        assertThat(replies)
                .allMatch(r -> !r.ok() && r.problem().orElseThrow().code().equals("LW-2006"));
        assertThat(offered.get(0)).contains("mailer__look").doesNotContain("mailer__send");
        assertThat(offered.subList(1, 4)).allMatch(names -> names.stream().noneMatch(n -> n.startsWith("mailer")));
    }

    private static java.util.function.Supplier<String> ids() {
        AtomicInteger next = new AtomicInteger();
        return () -> "id" + next.incrementAndGet();
    }

    private static ConnectedServer mailer(List<JsonNode> sent) {
        return new ConnectedServer() {
            @Override
            public List<ToolDescription> tools() {
                JsonNode schema = Json.object().put("type", "object");
                return List.of(
                        new ToolDescription("mailer", "look", "looks", schema, true, true, false),
                        new ToolDescription("mailer", "send", "sends", schema, false, false, true));
            }

            @Override
            public ToolReply call(String tool, JsonNode arguments, Duration timeout) {
                sent.add(arguments);
                return ToolReply.of(Json.object(), "sent");
            }
        };
    }

    @Test
    void refusesAnEmptyMessageAndAnUnknownBrainBeforeAnythingIsStored() {
        Talk talk = new Talk(Schemas.library());
        assertThatThrownBy(() -> talk.assistant.turn(TurnRequest.of(Optional.empty(), Optional.of("c"), "  "), e -> {}))
                .hasMessageContaining("LW-2012");
        assertThat(talk.store.load("c")).isEmpty();
    }

    @Test
    void saysNotRunWhenTheProofCannotRun() {
        Talk talk = new Talk(Schemas.library());
        talk.house.overrides.put(
                "prove_model",
                arguments -> ToolReply.failed(
                        io.lakewright.core.Problem.upstream("LW-1901", "There is no engine.", "Start one.")));
        TurnOutcome outcome = talk.say("create a dimension from book");
        assertThat(outcome.kind()).isEqualTo(TurnOutcome.Kind.ANSWERED);
        assertThat(outcome.suggestion()
                        .orElseThrow()
                        .path("receipt")
                        .path("status")
                        .asString())
                .isEqualTo("not_run");
    }

    @Test
    void resolvesModelReferencesBeforeAServerSeesThem() {
        Talk talk = new Talk(Schemas.library());
        talk.say("create a dimension from book");
        JsonNode arrived = talk.house.seen.stream()
                .filter(s -> s.tool().equals("lakehouse-proof.prove_model"))
                .findFirst()
                .orElseThrow()
                .arguments();
        assertThat(arrived.path("model").path("tables").size()).isEqualTo(1);
    }

    @Test
    void remembersTheDesignInAnotherProcess() {
        Talk before = new Talk(Schemas.library());
        TurnOutcome first = before.say("create a dimension from book");
        Assistant restarted = Assistant.create(
                AssistantSettings.defaults(),
                List.of(new BuiltInPlanner()),
                new FakeHouse(Schemas.library()).servers(),
                before.store,
                BudgetLedger.limitedTo(BigDecimal.ONE),
                Clock.systemUTC(),
                () -> java.util.UUID.randomUUID().toString());
        TurnOutcome outcome = restarted
                .turn(TurnRequest.of(Optional.of("w1"), Optional.of(first.conversationId()), "make it type 1"), e -> {})
                .await(Duration.ofSeconds(10));
        assertThat(outcome.suggestion()
                        .orElseThrow()
                        .path("model")
                        .path("tables")
                        .path(0)
                        .path("scd_type")
                        .asInt())
                .isEqualTo(1);
    }
}
