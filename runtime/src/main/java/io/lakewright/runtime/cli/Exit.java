package io.lakewright.runtime.cli;

import io.lakewright.assistant.TurnOutcome;
import io.lakewright.core.Problem;
import tools.jackson.databind.JsonNode;

/** The exit codes of contracts section 1. */
final class Exit {

    static final int DONE = 0;
    static final int BUG = 1;
    static final int USAGE = 2;
    static final int QUESTION = 3;
    static final int REFUSED = 4;
    static final int CHECKS_FAILED = 5;

    private Exit() {}

    static int of(Problem problem) {
        return switch (problem) {
            case Problem.InvalidRequest invalid -> USAGE;
            case Problem.UpstreamFailed upstream -> USAGE;
            case Problem.LimitExceeded limit -> USAGE;
            case Problem.NotFound missing -> missing.details().containsKey("nearest") ? QUESTION : REFUSED;
            case Problem.Conflict conflict -> REFUSED;
            case Problem.Unsafe unsafe -> REFUSED;
        };
    }

    static int of(TurnOutcome outcome, boolean proofAsked) {
        return switch (outcome.kind()) {
            case ANSWERED ->
                outcome.suggestion().map(made -> ofSuggestion(made, proofAsked)).orElse(DONE);
            case QUESTION -> QUESTION;
            case UNKNOWN_NAME -> outcome.question().isPresent() ? QUESTION : REFUSED;
            case REFUSED_OFF_TOPIC, REFUSED_DESTRUCTIVE -> REFUSED;
            case FAILED -> outcome.problem().map(Exit::of).orElse(BUG);
            case CANCELLED -> BUG;
        };
    }

    /** A receipt that failed, a proof that could not run though it was asked for, or an error among the findings. */
    static int ofSuggestion(JsonNode suggestion, boolean proofAsked) {
        JsonNode receipt = suggestion.path("receipt");
        String status = receipt.path("status").asString("not_run");
        boolean couldNotRun = proofAsked && status.equals("not_run");
        boolean error = suggestion
                .path("findings")
                .valueStream()
                .anyMatch(finding -> finding.path("severity").asString("").equals("error"));
        return status.equals("failed") || couldNotRun || error ? CHECKS_FAILED : DONE;
    }
}
