package io.lakewright.assistant.claude;

import com.anthropic.models.messages.Usage;
import io.lakewright.assistant.TurnEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Prices in US dollars for a million tokens, as of 2026-11-21 (language-understanding-and-providers, section 4). A
 * model that is not listed is booked at the dearest listed price, so that a budget is never overrun.
 */
record Prices(String prefix, double input, double cacheRead, double cacheWrite, double output) {

    private static final Prices DEAREST = new Prices("claude-fable-5-2", 8, 8, 10, 40);

    private static final List<Prices> LISTED = List.of(
            DEAREST,
            new Prices("claude-opus-5-5", 4, 0.20, 5, 20),
            new Prices("claude-sonnet-5-5", 2, 0.10, 2.5, 10),
            new Prices("claude-haiku-5-5", 0.10, 0.01, 0.125, 0.50));

    /** Above this many tokens of prompt the whole request of the small model costs five times as much. */
    private static final long LONG_PROMPT = 100_000;

    static Prices of(String model) {
        return LISTED.stream()
                .filter(p -> model.startsWith(p.prefix()))
                .findFirst()
                .orElse(DEAREST);
    }

    TurnEvent.Usage usage(Usage usage) {
        long read = usage.cacheReadInputTokens().orElse(0L);
        long written = usage.cacheCreationInputTokens().orElse(0L);
        long prompt = usage.inputTokens() + read + written;
        double dollars =
                usage.inputTokens() * input + read * cacheRead + written * cacheWrite + usage.outputTokens() * output;
        return new TurnEvent.Usage(
                usage.inputTokens() + written, read, usage.outputTokens(), amount(dollars * factor(prompt)));
    }

    /** The most that a call can cost, for the reservation: nothing read from the cache, the whole output used. */
    BigDecimal atMost(long promptCharacters, long maxTokens) {
        long tokens = promptCharacters / 2 + 1000;
        return amount((tokens * Math.max(input, cacheWrite) + maxTokens * output) * factor(tokens));
    }

    private double factor(long prompt) {
        return prefix.startsWith("claude-haiku") && prompt > LONG_PROMPT ? 5 : 1;
    }

    private static BigDecimal amount(double perMillion) {
        return BigDecimal.valueOf(perMillion / 1_000_000).setScale(6, RoundingMode.HALF_UP);
    }
}
