package io.lakewright.optimizer.advice;

import io.lakewright.core.check.Finding;
import io.lakewright.core.document.Json;
import io.lakewright.core.edit.ModelEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of the optimizer.
 *
 * @param headline the recommendation in one or two sentences
 * @param findings what the rules had to say, each with its rule's id
 * @param sql statements ready to run, in order
 * @param edits the same for a model
 * @param assumptions what was assumed because nobody said it, each with its id where it has one
 * @param numbers estimates; bands as {@code {low, expected, high}}
 * @param valid whether Databricks would accept the statement; only of a statement's check
 */
public record Advice(
        String headline,
        List<Finding> findings,
        List<String> sql,
        List<ModelEdit> edits,
        List<String> assumptions,
        ObjectNode numbers,
        Optional<Boolean> valid) {

    public Advice {
        findings = findings.stream().distinct().toList();
        sql = List.copyOf(sql);
        edits = List.copyOf(edits);
        assumptions = List.copyOf(assumptions);
    }

    public static Advice of(
            String headline,
            List<Finding> findings,
            List<String> sql,
            List<ModelEdit> edits,
            List<String> assumptions) {
        return new Advice(headline, findings, sql, edits, assumptions, Json.object(), Optional.empty());
    }

    /** The whole advice in prose. */
    public String explanation() {
        return Stream.concat(Stream.of(headline), findings.stream().map(Finding::message))
                .filter(sentence -> !sentence.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The form in which a tool answers. */
    public ObjectNode tree() {
        ObjectNode answer = Json.object();
        answer.set("findings", Json.tree(findings));
        answer.set("sql", Json.tree(sql));
        answer.set("edits", Json.tree(edits));
        answer.put("explanation", explanation());
        answer.set("assumptions", Json.tree(assumptions));
        answer.set("numbers", numbers);
        valid.ifPresent(verdict -> answer.put("valid", verdict));
        return answer;
    }
}
