package io.lakewright.generator.vault;

import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be said about a vault beside its decisions: relations used, assumptions, what only the user knows. */
final class VaultRemarks {

    /** Of more groups nobody expects that they hang together. */
    private static final int MOST_APART = 4;

    private final VaultPlan plan;
    private final VaultScope scope;
    private final Map<TableName, TableSpec.Hub> hubs;

    VaultRemarks(VaultPlan plan, Map<TableName, TableSpec.Hub> hubs) {
        this.plan = plan;
        this.scope = plan.scope();
        this.hubs = hubs;
    }

    List<String> joined() {
        List<String> joined = new ArrayList<>();
        for (SourceTable table : scope.tables()) {
            for (ForeignKey key : scope.references(table.name())) {
                joined.add(table.name() + "." + String.join(",", key.columns()) + " -> " + key.references() + "."
                        + String.join(",", key.referencedColumns()));
            }
        }
        return joined;
    }

    /** Tables that have no place in the vault. */
    List<Exclusion> leftOut() {
        List<Exclusion> excluded = new ArrayList<>();
        for (SourceTable table : scope.tables()) {
            if (plan.place(table.name()) instanceof Place.LeftOut(String because)) {
                excluded.add(new Exclusion(table.name().text(), because));
            }
        }
        return excluded;
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Exclusion table : leftOut()) {
            questions.add(new Question(
                    "Which columns tell the rows of " + table.table() + " apart?",
                    List.of(new Question.Option("Leave it out", "Leave " + table.table() + " out"))));
        }
        Map<Set<TableName>, List<TableName>> byEnds = new LinkedHashMap<>();
        scope.wouldRelate()
                .forEach((table, ends) -> byEnds.computeIfAbsent(new LinkedHashSet<>(ends), e -> new ArrayList<>())
                        .add(table));
        byEnds.forEach((ends, tables) -> questions.add(new Question(
                "Nothing in scope relates " + texts(ends, " and ") + ", but " + texts(tables, " or ")
                        + " would. Shall it join?",
                tables.stream().map(this::join).toList())));
        return questions;
    }

    private Question.Option join(TableName table) {
        List<TableName> all = scope.tables().stream().map(SourceTable::name).toList();
        return new Question.Option(
                "Add " + table.table(), "Build a data vault for " + texts(all, ", ") + " and " + table);
    }

    List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        scope.joined().forEach((table, because) -> assumptions.add(table + " joined the scope. " + because));
        List<String> keysOnly = hubs.entrySet().stream()
                .filter(hub -> scope.keysOnly().containsKey(hub.getKey()))
                .map(hub -> hub.getValue().name())
                .toList();
        if (!keysOnly.isEmpty()) {
            assumptions.add(String.join(", ", keysOnly) + (keysOnly.size() == 1 ? " holds" : " hold")
                    + " keys only, since tables in scope refer to them but nobody named their tables; name one to have it"
                    + " described.");
        }
        List<TableName> apart = scope.unrelated();
        if (apart.size() > 1 && apart.size() <= MOST_APART) {
            assumptions.add("Nothing in scope relates " + apart.getFirst() + " with "
                    + texts(apart.subList(1, apart.size()), " or with ") + ".");
        }
        for (SourceTable table : scope.tables()) {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            scope.kept(table.name())
                    .forEach(kept -> byReason.computeIfAbsent(kept.because(), b -> new ArrayList<>())
                            .addAll(kept.columns()));
            byReason.forEach((because, columns) -> assumptions.add("Of " + table.name() + " "
                    + String.join(", ", columns) + (columns.size() == 1 ? " stays" : " stay") + " in the satellite: "
                    + because + "."));
        }
        assumptions.add("Source tables arrive whole with every batch; deleted rows leave the vault as it is.");
        for (SourceTable table : scope.tables()) {
            scope.references(table.name()).stream()
                    .filter(key -> !key.declared())
                    .forEach(key -> assumptions.add(table.name() + "." + String.join(", ", key.columns())
                            + " refers to " + key.references() + ", which the source does not declare."));
        }
        return assumptions;
    }

    private static String texts(Collection<TableName> tables, String between) {
        return String.join(between, tables.stream().map(TableName::text).toList());
    }
}
