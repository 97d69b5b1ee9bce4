package io.lakewright.generator.rules;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.List;

/** Collects what one rule has to say about one model. */
final class Report {

    private final String rule;
    private final Severity severity;
    private final List<Finding> findings = new ArrayList<>();

    Report(String rule, Severity severity) {
        this.rule = rule;
        this.severity = severity;
    }

    List<Finding> findings() {
        return findings;
    }

    void say(String message) {
        findings.add(Finding.of(severity, rule, rule, message));
    }

    void say(TableSpec table, String message) {
        findings.add(Finding.of(severity, rule, rule, message).on(table.name()));
    }

    void say(TableSpec table, String column, String message) {
        findings.add(Finding.of(severity, rule, rule, message).on(table.name(), column));
    }

    /** Says it with another weight than the rule's usual one. */
    void say(Severity weight, TableSpec table, String message) {
        findings.add(Finding.of(weight, rule, rule, message).on(table.name()));
    }

    void say(Severity weight, TableSpec table, String column, String message) {
        findings.add(Finding.of(weight, rule, rule, message).on(table.name(), column));
    }

    /** The edits would settle what was said last. */
    void fix(ModelEdit... edits) {
        findings.add(findings.removeLast().fixedBy(List.of(edits)));
    }
}
