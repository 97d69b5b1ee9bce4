package io.lakewright.app.web;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one place where problems become HTTP answers (RFC 9457) and JSON becomes a body. */
@RestControllerAdvice
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final MediaType PROBLEM = MediaType.parseMediaType("application/problem+json");

    static ResponseEntity<String> json(JsonNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.compact(body));
    }

    /** A problem document with further members, such as {@code diff} or {@code findings}. */
    static ResponseEntity<String> problem(HttpStatus status, Problem problem, Map<String, JsonNode> members) {
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", problem.message())
                .put("code", problem.code())
                .put("next_step", problem.nextStep());
        body.set("details", Json.tree(problem.details()));
        members.forEach(body::set);
        return ResponseEntity.status(status).contentType(PROBLEM).body(Json.compact(body));
    }

    @ExceptionHandler
    ResponseEntity<String> expected(ProblemException e) {
        return problem(status(e.problem()), e.problem(), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException e) {
        Problem problem =
                Problem.invalid("LW-2210", "The request body cannot be read.", "Send JSON as the API describes it.");
        return problem(HttpStatus.BAD_REQUEST, problem, Map.of());
    }

    @ExceptionHandler
    ResponseEntity<String> nothingHere(NoResourceFoundException e) {
        Problem problem = Problem.notFound("LW-2211", "There is nothing at this address.", "Open / for the page.");
        return problem(HttpStatus.NOT_FOUND, problem, Map.of());
    }

    @ExceptionHandler
    ResponseEntity<String> bug(Exception e) {
        LOG.error("A request failed", e);
        Problem problem = Problem.upstream(
                "LW-2299", "Something went wrong on our side.", "Try again; the server's log has the details.");
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, problem, Map.of());
    }

    private static HttpStatus status(Problem problem) {
        return switch (problem) {
            case Problem.InvalidRequest invalid -> HttpStatus.BAD_REQUEST;
            case Problem.NotFound missing -> HttpStatus.NOT_FOUND;
            case Problem.Conflict conflict -> HttpStatus.CONFLICT;
            case Problem.LimitExceeded limit -> HttpStatus.TOO_MANY_REQUESTS;
            case Problem.Unsafe unsafe -> HttpStatus.FORBIDDEN;
            case Problem.UpstreamFailed upstream -> HttpStatus.BAD_GATEWAY;
        };
    }
}
