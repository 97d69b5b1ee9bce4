package io.lakewright.optimizer.advice;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Rule;
import io.lakewright.core.check.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule of the fact base that says at most one thing about its subject.
 *
 * @param code of the finding
 * @param message what it says; empty when the rule has nothing to say
 */
public record FactRule<T>(
        String id, String title, String code, Severity severity, Function<T, Optional<String>> message)
        implements Rule<T> {

    public static <T> FactRule<T> error(String id, String code, String title, Function<T, Optional<String>> message) {
        return new FactRule<>(id, title, code, Severity.ERROR, message);
    }

    public static <T> FactRule<T> warning(String id, String code, String title, Function<T, Optional<String>> message) {
        return new FactRule<>(id, title, code, Severity.WARNING, message);
    }

    public static <T> FactRule<T> info(String id, String code, String title, Function<T, Optional<String>> message) {
        return new FactRule<>(id, title, code, Severity.INFO, message);
    }

    @Override
    public List<Finding> check(T subject) {
        return message.apply(subject).stream()
                .map(text -> Finding.of(severity, code, id, text))
                .toList();
    }

    /** The text when the condition holds. */
    public static Optional<String> when(boolean condition, String text) {
        return condition ? Optional.of(text) : Optional.empty();
    }

    /** Everything that the rules have to say, in their order, attached to a table. */
    public static <T> List<Finding> all(List<? extends Rule<T>> rules, T subject, String table) {
        return rules.stream()
                .flatMap(rule -> rule.check(subject).stream())
                .map(finding -> table.isEmpty() || finding.table().isPresent() ? finding : finding.on(table))
                .toList();
    }
}
