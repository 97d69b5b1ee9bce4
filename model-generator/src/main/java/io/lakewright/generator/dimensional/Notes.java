package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is found worth saying while a model is built, each thing once. Not safe for concurrent use. */
final class Notes {

    private static final int SHOWN = 3;

    private final Set<String> joined = new LinkedHashSet<>();
    private final Map<String, String> excluded = new LinkedHashMap<>();
    private final Set<String> carried = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private final Map<String, Set<String>> unbounded = new LinkedHashMap<>();
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

    /** A column whose source says nothing of its precision, with the type that it got. */
    void unbounded(String column, LakeType type) {
        unbounded.computeIfAbsent(type.toString(), t -> new LinkedHashSet<>()).add(column);
    }

    /** What readers should know before all else. */
    void warn(String sentence) {
        warnings.add(sentence);
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

    /** What was assumed, warnings first. */
    List<String> assumptions() {
        Stream<String> types = unbounded.entrySet().stream()
                .map(e -> "The source gives no precision for " + few(List.copyOf(e.getValue())) + "; held as "
                        + e.getKey() + ".");
        return Stream.of(warnings.stream(), assumptions.stream(), types)
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    private static String few(List<String> columns) {
        int more = columns.size() - SHOWN;
        return String.join(", ", columns.subList(0, Math.min(SHOWN, columns.size())))
                + (more > 0 ? " and " + more + " more columns" : "");
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }
}
