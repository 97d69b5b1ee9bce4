package io.lakewright.assistant.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.lakewright.assistant.BudgetLedger;
import io.lakewright.assistant.TurnEvent;
import io.lakewright.assistant.Workbench;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** One streamed message: text as it comes, the budget around it, and every way in which a stream can end. */
final class ClaudeStream {

    private final AnthropicClient client;
    private final ClaudeSettings settings;
    private final Workbench bench;
    private final Prices prices;

    ClaudeStream(AnthropicClient client, ClaudeSettings settings, Workbench bench) {
        this.client = client;
        this.settings = settings;
        this.bench = bench;
        this.prices = Prices.of(settings.model());
    }

    /** The whole message; its text has been said and appended by then. */
    Message next(MessageCreateParams request, StringBuilder text) {
        bench.checkRunning();
        BigDecimal atMost = prices.atMost(request.toString().length(), settings.maxTokens());
        BudgetLedger.Reservation reservation = bench.reserve(atMost);
        boolean[] begun = {false};
        try {
            Message message = read(request, text, begun);
            TurnEvent.Usage usage = prices.usage(message.usage());
            reservation.settle(usage.cost());
            bench.spend(usage);
            return message;
        } catch (CancellationException | ProblemException e) {
            reservation.settle(begun[0] ? atMost : BigDecimal.ZERO);
            throw e;
        } catch (AnthropicServiceException e) {
            reservation.settle(begun[0] ? atMost : BigDecimal.ZERO);
            throw refused(e);
        } catch (AnthropicException | IllegalStateException e) {
            // What a broken stream has cost is not known, so the whole reservation stays booked.
            reservation.settle(begun[0] ? atMost : BigDecimal.ZERO);
            stopIfCancelled();
            throw broken(e);
        }
    }

    private Message read(MessageCreateParams request, StringBuilder text, boolean[] begun) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(request)) {
            stream.stream().forEach(event -> {
                begun[0] = true;
                bench.checkRunning();
                accumulator.accumulate(event);
                event.contentBlockDelta().flatMap(delta -> delta.delta().text()).ifPresent(delta -> {
                    text.append(delta.text());
                    bench.say(delta.text());
                });
            });
        }
        // Throws when the stream ended before the message did.
        return accumulator.message();
    }

    private void stopIfCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the turn was cancelled");
        }
        bench.checkRunning();
    }

    private static ProblemException refused(AnthropicServiceException e) {
        int status = e.statusCode();
        if (status == 401 || status == 403) {
            return Problem.invalid(
                            "LW-2046",
                            "Claude refused the API key.",
                            "Check ANTHROPIC_API_KEY, or use the built-in planner.")
                    .exception();
        }
        boolean busy = status == 408 || status == 409 || status == 429 || status >= 500;
        return new Problem.UpstreamFailed(
                        busy ? "LW-2041" : "LW-2047",
                        busy
                                ? "Claude is busy or limits your requests (status " + status + ")."
                                : "Claude did not accept the request (status " + status + ").",
                        busy ? "Try again in a minute, or use the built-in planner." : "Report this with the turn id.",
                        Map.of("status", Integer.toString(status)))
                .exception();
    }

    private static ProblemException broken(RuntimeException e) {
        return new Problem.UpstreamFailed(
                        "LW-2042",
                        "The answer of Claude broke off; what had arrived is kept.",
                        "Send the message again.",
                        Map.of("cause", String.valueOf(e.getMessage())))
                .exception();
    }
}
