package io.lakewright.assistant.claude;

import io.lakewright.core.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How Claude is asked. There are no sampling parameters and no thinking budget: the current models refuse them; effort
 * steers instead (language-understanding-and-providers, section 4).
 *
 * @param effort {@code low}, {@code medium}, {@code high}, {@code xhigh} or {@code max}; empty leaves it to the model
 * @param maxTokens of one answer
 * @param baseUrl of another endpoint with the same wire form
 * @param timeout of one request, its whole stream included
 * @param maxRetries after 408, 409, 429 and 5xx, honouring {@code retry-after}
 */
public record ClaudeSettings(
        String model,
        Optional<String> effort,
        long maxTokens,
        Optional<String> baseUrl,
        Duration timeout,
        int maxRetries) {

    public static final String DEFAULT_MODEL = "claude-sonnet-5-5";

    private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");

    public ClaudeSettings {
        if (effort.isPresent() && !EFFORTS.contains(effort.get())) {
            throw Problem.invalid(
                            "LW-2040",
                            "The effort \"" + effort.get() + "\" is not known.",
                            "Use low, medium, high, xhigh or max.")
                    .exception();
        }
    }

    public static ClaudeSettings of(String model) {
        return new ClaudeSettings(model, Optional.empty(), 16_000, Optional.empty(), Duration.ofMinutes(5), 4);
    }

    public ClaudeSettings withBaseUrl(String url) {
        return new ClaudeSettings(model, effort, maxTokens, Optional.of(url), timeout, maxRetries);
    }

    public ClaudeSettings withEffort(String newEffort) {
        return new ClaudeSettings(model, Optional.of(newEffort), maxTokens, baseUrl, timeout, maxRetries);
    }
}
