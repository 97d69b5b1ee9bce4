package io.lakewright.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationTurnsTest {

    private final ConversationTurns turns = new ConversationTurns();

    @Test
    void runsOneTurnOfAConversationAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Integer>> work = IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () -> turns.alone("one", () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    return inside.decrementAndGet();
                }))
                .toList();

        assertThat(SideBySide.run(work)).containsOnly(0);
        assertThat(most).hasValue(1);
    }

    @Test
    void keepsNothingOfIdleConversations() {
        assertThat(turns.<Integer>alone("one", turns::busy)).isEqualTo(1);
        assertThatThrownBy(() -> turns.alone("two", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(turns.busy()).isZero();
    }
}
