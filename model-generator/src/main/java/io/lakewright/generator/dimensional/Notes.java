package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is found worth saying while a model is built, each thing once. Not safe for concurrent use. */
final class Notes {

    private final Set<String> joined = new LinkedHashSet<>();
    private final Map<String, String> excluded = new LinkedHashMap<>();
    private final Set<String> carried = new LinkedHashSet<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private final List<Question> questions = new ArrayList<>();

    void joined(SourceRelationship reference) {
        joined.add(reference.fromText() + " -> " + reference.toText());
        if (!reference.declared()) {
            assume(reference.fromText() + " refers to " + reference.toText() + ", which is not declared: "
                    + reference.evidence() + ".");
        }
    }

    /** A column reaches the model somewhere, whatever is said of it elsewhere. */
    void carried(TableName table, String column) {
        carried.add(table.text() + "." + column);
    }

    void leaveOut(TableName table, String column, String because) {
        excluded.putIfAbsent(table.text() + "." + column, because);
    }

    void leaveOut(TableName table, String because) {
        excluded.putIfAbsent(table.text(), because);
    }

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    void ask(Question question) {
        if (!questions.contains(question)) {
            questions.add(question);
        }
    }

    List<String> joined() {
        return List.copyOf(joined);
    }

    List<Exclusion> excluded() {
        return excluded.entrySet().stream()
                .filter(entry -> !carried.contains(entry.getKey()))
                .map(entry -> new Exclusion(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }
}
