package io.lakewright.optimizer.features;

import io.lakewright.core.ProblemException;
import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.type.LakeType;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.advice.FactRule;
import io.lakewright.optimizer.statement.SqlName;
import io.lakewright.optimizer.statement.TableStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers which features of Delta a table's use calls for, with the statements that switch them on. */
public final class FeatureAdvice {

    private static final String VECTORS = "delta.enableDeletionVectors";

    private FeatureAdvice() {}

    public static Advice answer(FeatureQuestion question) {
        String table = question.table().name();
        List<Finding> findings = new ArrayList<>(FactRule.all(LoadRules.ALL, question, table));
        findings.addAll(FactRule.all(WishRules.ALL, question, table));
        Map<String, String> properties = properties(question);
        List<ModelEdit> edits = new ArrayList<>();
        if (!table.isEmpty()) {
            properties.forEach((name, value) -> edits.add(new ModelEdit.SetProperty(table, name, Optional.of(value))));
        }
        List<String> sql = table.isEmpty()
                ? List.of()
                : statements(question, properties).stream()
                        .map(TableStatement::text)
                        .toList();
        return Advice.of(headline(question, findings, properties), findings, sql, edits, List.of());
    }

    private static String headline(FeatureQuestion question, List<Finding> findings, Map<String, String> properties) {
        String label = question.table().label();
        if (!properties.isEmpty()) {
            return "Set on " + label + ": "
                    + properties.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (findings.isEmpty()) {
            return "Nothing that was said about " + label
                    + " calls for a feature beyond the defaults; say how it is loaded,"
                    + " who reads its changes and how many jobs write it.";
        }
        boolean blocked = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return blocked ? "What was asked for " + label + " should not be done as it is." : "For " + label + ":";
    }

    private static Map<String, String> properties(FeatureQuestion it) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (LoadRules.wantsFeed(it) && it.columns().keySet().stream().noneMatch(name -> name.startsWith("_c"))) {
            properties.put("delta.enableChangeDataFeed", "true");
        }
        if (LoadRules.vectorsConflict(it)) {
            properties.put(VECTORS, "false");
        } else if (LoadRules.wantsVectors(it)) {
            properties.put(VECTORS, "true");
        }
        if (WishRules.needsMapping(it)) {
            properties.put("delta.columnMapping.mode", "name");
        }
        if (it.change().isPresent() && WishRules.widens(it)) {
            properties.put("delta.enableTypeWidening", "true");
        }
        if (it.speaksOf(
                "row tracking|incremental(ly)?[^.]*(materiali[sz]ed|mv\\b|refresh)|(materiali[sz]ed|\\bmv\\b)[^.]*incremental")) {
            properties.put("delta.enableRowTracking", "true");
        }
        if (WishRules.wantsDefaults(it)) {
            properties.put("delta.feature.allowColumnDefaults", "supported");
        }
        WishRules.longTravel(it).ifPresent(days -> {
            properties.put("delta.deletedFileRetentionDuration", days + " days");
            properties.put("delta.logRetentionDuration", Math.max(30, days) + " days");
        });
        return properties;
    }

    private static List<TableStatement> statements(FeatureQuestion it, Map<String, String> properties) {
        SqlName table = SqlName.of(it.table().name());
        List<TableStatement> statements = new ArrayList<>();
        if (!properties.isEmpty()) {
            statements.add(new TableStatement.SetProperties(table, properties));
        }
        if (LoadRules.vectorsConflict(it)) {
            statements.add(new TableStatement.Purge(table));
            statements.add(new TableStatement.Vacuum(table));
        }
        if (WishRules.changesStatistics(it)) {
            statements.add(new TableStatement.ComputeSkippingStatistics(table));
        }
        if (LoadRules.singleWriterIdentity(it)) {
            statements.add(new TableStatement.CreateWithIdentity(table, key(table, "_key")));
        }
        if (it.table().isVault() && it.isSurrogateKey()) {
            statements.add(new TableStatement.CreateWithHashKey(table, key(table, "_hk")));
        }
        it.change()
                .filter(change -> WishRules.widens(it))
                .flatMap(change -> type(change.to()).map(type ->
                        (TableStatement) new TableStatement.ChangeType(table, SqlName.of(change.column()), type)))
                .ifPresent(statements::add);
        if (it.speaksOf("bloom") && it.speaksOf("drop|remove|existing|has ")) {
            statements.add(new TableStatement.DropBloomFilter(table));
        }
        if (it.table().isManaged() && it.table().predictiveOptimization().equals(Optional.of(false))) {
            statements.add(new TableStatement.EnablePredictiveOptimization(table));
        }
        return statements;
    }

    /** {@code dim_product} is keyed by {@code product_key}, {@code hub_customer} by {@code customer_hk}. */
    private static SqlName key(SqlName table, String suffix) {
        String name = table.parts().getLast().replaceFirst("^(dim|fact|hub|link|sat|d|f|h|l|s)_", "");
        return new SqlName(List.of(name + suffix));
    }

    private static Optional<LakeType> type(String text) {
        try {
            return Optional.of(LakeType.parse(text));
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }
}
