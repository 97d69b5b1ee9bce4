package io.lakewright.app.web;

import io.lakewright.app.store.ModelStore;
import io.lakewright.app.store.TurnEvents;
import io.lakewright.assistant.TurnHandle;
import io.lakewright.assistant.TurnOutcome;
import io.lakewright.assistant.TurnRequest;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.runtime.Composition;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversation over HTTP: chat, resuming, cancelling, history, patterns, feedback. */
@RestController
@RequestMapping("/api/assistant")
class AssistantController {

    private static final Duration LONGEST_TURN = Duration.ofMinutes(25);

    private final Composition composition;
    private final TurnStream stream;
    private final TurnEvents events;
    private final ModelStore models;
    private final ConversationViews views;
    private final Clock clock;
    private final ConcurrentMap<String, TurnHandle> running = new ConcurrentHashMap<>();

    AssistantController(
            Composition composition,
            TurnStream stream,
            TurnEvents events,
            ModelStore models,
            ConversationViews views,
            Clock clock) {
        this.composition = composition;
        this.stream = stream;
        this.events = events;
        this.models = models;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping(path = "/chat", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<String> chat(@RequestBody String body, HttpServletResponse response)
            throws IOException, InterruptedException {
        JsonNode request = Json.read(body);
        TurnHandle turn = composition.assistant().turn(turnRequest(request), stored -> {});
        running.put(turn.turnId(), turn);
        Thread.ofVirtual().start(() -> forget(turn));
        if (request.path("stream").asBoolean(true)) {
            stream.send(turn.turnId(), 0, response);
            return null;
        }
        return Answers.json(answer(turn.await(LONGEST_TURN)));
    }

    @GetMapping("/turns/{turnId}/events")
    void resume(
            @PathVariable String turnId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!events.exists(turnId)) {
            throw Problem.notFound("LW-2212", "There is no such turn.", "Load the conversations again.")
                    .exception();
        }
        boolean number = lastEventId != null && lastEventId.matches("\\d{1,9}");
        stream.send(turnId, number ? Long.parseLong(String.valueOf(lastEventId)) : 0, response);
    }

    @PostMapping("/turns/{turnId}/cancel")
    ResponseEntity<String> cancel(@PathVariable String turnId) {
        TurnHandle turn = running.get(turnId);
        return Answers.json(Json.object().put("cancelled", turn != null && turn.cancel()));
    }

    @GetMapping("/conversations/{workspaceId}")
    ResponseEntity<String> conversations(@PathVariable String workspaceId) {
        return Answers.json(views.conversations(workspaceId));
    }

    @GetMapping("/patterns")
    ResponseEntity<String> patterns() {
        ObjectNode arguments = Json.object();
        JsonNode listed = composition.call("pattern-library", "list_patterns", arguments);
        return Answers.json(Json.object().set("patterns", listed.path("patterns")));
    }

    @PostMapping(path = "/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> feedback(@RequestBody String body) {
        JsonNode request = Json.read(body);
        int rating = request.path("rating").asInt(0);
        String suggestionId = request.path("suggestion_id").asString("");
        if (rating < 1 || rating > 5 || events.suggestion(suggestionId).isEmpty()) {
            throw Problem.invalid(
                            "LW-2213",
                            "Feedback needs a suggestion and a rating from 1 to 5.",
                            "Send suggestion_id and rating.")
                    .exception();
        }
        Optional<String> comment = text(request, "comment");
        events.keepFeedback(suggestionId, rating, comment, clock.instant().toString());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private TurnRequest turnRequest(JsonNode request) {
        String message = request.path("message").asString("");
        if (message.isBlank()) {
            throw Problem.invalid("LW-2214", "The message is empty.", "Say what you need.")
                    .exception();
        }
        String workspace = text(request, "workspace_id")
                .orElseGet(() -> composition.catalog().workspaces().getFirst());
        ModelStore.Head head = models.head(workspace);
        List<String> selected = request.path("context")
                .path("selected_tables")
                .valueStream()
                .map(table -> table.asString(""))
                .toList();
        JsonNode given = request.path("context").path("current_model");
        return new TurnRequest(
                Optional.of(workspace),
                text(request, "conversation_id"),
                message,
                text(request, "brain"),
                given.isObject() ? Optional.of(given) : head.model(),
                head.version(),
                selected,
                text(request, "answer_to"),
                Optional.empty());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(value -> !value.isBlank());
    }

    private static ObjectNode answer(TurnOutcome outcome) {
        ObjectNode answer = Json.object()
                .put("conversation_id", outcome.conversationId())
                .put("turn_id", outcome.turnId())
                .put("message", outcome.message());
        outcome.suggestion().ifPresent(suggestion -> answer.set("suggestion", suggestion));
        outcome.question().ifPresent(question -> answer.set("question", question.json()));
        outcome.problem().ifPresent(problem -> answer.set("problem", Json.tree(problem)));
        answer.set("usage", outcome.usage().json());
        return answer;
    }

    private void forget(TurnHandle turn) {
        try {
            turn.await(LONGEST_TURN);
        } finally {
            running.remove(turn.turnId());
        }
    }
}
