package io.lakewright.assistant;

import io.lakewright.assistant.planner.BuiltInPlanner;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** A conversation with an assistant over fake servers. */
final class Talk {

    final FakeHouse house;
    final InMemoryConversationStore store = new InMemoryConversationStore();
    final List<TurnEvent> events = Collections.synchronizedList(new ArrayList<>());
    final Assistant assistant;
    private final AtomicInteger ids = new AtomicInteger();
    private Optional<String> conversation = Optional.empty();

    Talk(ObjectNode schema) {
        this(schema, List.of(new BuiltInPlanner()), AssistantSettings.defaults(), BigDecimal.ONE);
    }

    Talk(ObjectNode schema, List<Brain> brains, AssistantSettings settings, BigDecimal budget) {
        house = new FakeHouse(schema);
        assistant = Assistant.create(
                settings,
                brains,
                house.servers(),
                store,
                BudgetLedger.limitedTo(budget),
                Clock.systemUTC(),
                () -> "id" + ids.incrementAndGet());
    }

    /** Goes on with a conversation that was begun elsewhere. */
    Talk goOn(String conversationId) {
        conversation = Optional.of(conversationId);
        return this;
    }

    TurnOutcome say(String message) {
        events.clear();
        TurnHandle handle = assistant.turn(TurnRequest.of(Optional.of("w1"), conversation, message), events::add);
        conversation = Optional.of(handle.conversationId());
        return handle.await(Duration.ofSeconds(20));
    }

    List<String> called() {
        return house.seen.stream().map(FakeHouse.Seen::tool).toList();
    }
}
