package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.document.Json;
import io.lakewright.optimizer.advice.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What an estimate has gathered so far; its parts write into one draft, each adding what it knows. */
final class EstimateDraft {

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final ObjectNode numbers = Json.object();

    void find(Severity severity, String code, String rule, String message) {
        findings.add(Finding.of(severity, code, rule, message));
    }

    /** Says what must be known before this can be estimated. */
    void missing(String message) {
        find(Severity.WARNING, "EST_INSUFFICIENT_INPUT", "X-06", message);
    }

    void assume(String assumption) {
        assumptions.add(assumption);
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    ObjectNode numbers() {
        return numbers;
    }

    boolean assumes() {
        return !assumptions.isEmpty();
    }

    Advice advice() {
        return new Advice(
                String.join(" ", sentences), findings, List.of(), List.of(), assumptions, numbers, Optional.empty());
    }
}
