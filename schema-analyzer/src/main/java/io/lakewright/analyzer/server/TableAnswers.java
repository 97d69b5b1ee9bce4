package io.lakewright.analyzer.server;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.meaning.TableMeaning;
import io.lakewright.analyzer.read.postgres.PostgresReader;
import io.lakewright.analyzer.understand.ExtractionAdvice;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables and relationships in the response format of the brief, with what goes beyond it. */
final class TableAnswers {

    private static final long LOW_CARDINALITY = 50;
    private static final int MOST_LABELS = 50;

    private TableAnswers() {}

    static ObjectNode table(SchemaUnderstanding understanding, SourceTable table, boolean includeStats) {
        ObjectNode node = Json.object()
                .put("name", table.name().table())
                .put("schema", table.name().schema())
                .put("qualified_name", table.name().text());
        table.comment().ifPresent(comment -> node.put("comment", SafeText.comment(comment)));
        strings(node.putArray("primary_key"), table.primaryKey());
        table.keyEvidence().ifPresent(words -> node.put("primary_key_evidence", words));
        ArrayNode unique = node.putArray("unique");
        table.unique().forEach(key -> strings(unique.addArray(), key));
        ArrayNode columns = node.putArray("columns");
        List<SourceRelationship> outgoing = understanding.outgoing(table.name());
        int left = AnswerRoom.fill(
                columns,
                table.columns(),
                column -> column(table, column, outgoing, includeStats)
                        .put("role", role(understanding.roles(table.name()).role(column.name()))));
        if (left > 0) {
            node.put("omitted_columns", left);
        }
        if (table.rowCount().isPresent()) {
            node.put("row_count", table.rowCount().get());
        } else {
            node.putNull("row_count");
        }
        node.put("row_count_basis", rowCountBasis(understanding, table));
        node.set("extraction", extraction(understanding.extraction(table)));
        TableClass known = understanding.classOf(table.name());
        ObjectNode suggestion = node.putObject("modeling_suggestions")
                .put("type", known.kind().candidate())
                .put("reason", known.reason())
                .put("score", known.score());
        if (!known.alternatives().isEmpty()) {
            ArrayNode alternatives = suggestion.putArray("alternatives");
            known.alternatives().forEach(kind -> alternatives.add(kind.candidate()));
        }
        MeaningAnswers.add(suggestion, TableMeaning.of(understanding, table));
        return node;
    }

    private static String role(SourceRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode extraction(ExtractionAdvice advice) {
        ObjectNode node = Json.object().put("mode", advice.mode().name().toLowerCase(Locale.ROOT));
        advice.watermark().ifPresent(column -> node.put("watermark", column));
        advice.deleteMark().ifPresent(column -> node.put("deletes_marked_by", column));
        node.put("because", advice.because()).put("basis", advice.recorded() ? "recorded" : "advised");
        advice.question().ifPresent(question -> node.put("question", question));
        return node;
    }

    /** Only large tables of a database are estimated; every other source gives a count. */
    private static String rowCountBasis(SchemaUnderstanding understanding, SourceTable table) {
        if (table.rowCount().isEmpty()) {
            return "unknown";
        }
        boolean database = understanding.schema().origin().startsWith("jdbc:postgresql:");
        return database && table.rowCount().get() > PostgresReader.EXACT_COUNT_LIMIT ? "catalog_statistics" : "exact";
    }

    private static ObjectNode column(
            SourceTable table, Column column, List<SourceRelationship> outgoing, boolean includeStats) {
        ObjectNode node = Json.object()
                .put("name", column.name())
                .put("type", column.type())
                .put("lake_type", column.lakeType().text())
                .put("nullable", column.nullable())
                .put("is_primary_key", table.isPrimaryKeyColumn(column.name()));
        Optional<SourceRelationship> reference = outgoing.stream()
                .filter(r -> r.fromColumns().contains(column.name()))
                .findFirst();
        node.put("is_foreign_key", reference.isPresent());
        reference.ifPresent(r -> node.put(
                "references",
                r.to().text() + "." + r.toColumns().get(r.fromColumns().indexOf(column.name()))));
        node.put("is_identity", column.identity());
        if (column.generated()) {
            node.put("is_generated", true);
        }
        node.put("cardinality", cardinality(table, column));
        column.comment().ifPresent(comment -> node.put("comment", SafeText.comment(comment)));
        if (!column.labels().isEmpty()) {
            ArrayNode labels = node.putArray("labels");
            column.labels().stream().limit(MOST_LABELS).map(SafeText::value).forEach(labels::add);
        }
        if (includeStats) {
            boolean shown = PersonalData.reason(table, column).isEmpty();
            column.profile().ifPresent(profile -> figures(node, shown, column, profile));
        }
        return node;
    }

    /**
     * Figures of a profile. The smallest and largest value are shown of numbers and dates only.
     *
     * @param valuesShown whether values may be shown at all, because they are not personal
     */
    static void figures(ObjectNode node, boolean valuesShown, Column column, ColumnProfile profile) {
        profile.nullShare().ifPresent(share -> node.put("null_share", Math.round(share * 10_000) / 10_000.0));
        profile.distinctCount().ifPresent(count -> node.put("distinct_count", count));
        if (valuesShown && (column.lakeType().isNumeric() || column.lakeType().isTemporal())) {
            profile.minimum().ifPresent(value -> node.put("min", SafeText.value(value)));
            profile.maximum().ifPresent(value -> node.put("max", SafeText.value(value)));
        }
        node.put("stats_basis", profile.basis().name().toLowerCase(Locale.ROOT));
    }

    /** unique | high (over half of the rows) | medium | low (at most 50 values) | unknown. */
    static String cardinality(SourceTable table, Column column) {
        if (table.isKey(List.of(column.name()))) {
            return "unique";
        }
        Optional<Long> distinct = column.profile().flatMap(ColumnProfile::distinctCount);
        if (distinct.isEmpty()) {
            return column.lakeType().base() == LakeType.Base.BOOLEAN ? "low" : "unknown";
        }
        long values = distinct.get();
        long rows = table.rowCount().orElse(0L);
        boolean complete = column.profile().flatMap(ColumnProfile::nullShare).orElse(1.0) == 0.0;
        if (rows > 1 && values >= rows && complete) {
            return "unique";
        }
        if (rows > 0 && values > rows * 0.5) {
            return "high";
        }
        return values <= LOW_CARDINALITY ? "low" : "medium";
    }

    static ObjectNode relationship(SourceRelationship relationship) {
        ObjectNode node = Json.object()
                .put("type", relationship.type().text())
                .put("from", relationship.fromText())
                .put("to", relationship.toText());
        relationship.role().ifPresent(role -> node.put("role", role));
        return node.put("declared", relationship.declared())
                .put("confidence", relationship.confidence())
                .put("evidence", relationship.evidence());
    }

    /** One line for the brain: name, rows, class, columns with their keys. */
    static String line(SchemaUnderstanding understanding, SourceTable table, boolean columns) {
        StringBuilder line = new StringBuilder(SafeText.name(table.name().text()));
        line.append(" (")
                .append(table.rowCount()
                        .map(rows -> String.format(Locale.ROOT, "%,d rows", rows))
                        .orElse("rows unknown"))
                .append(", ")
                .append(understanding.classOf(table.name()).kind().candidate())
                .append(')');
        TableMeaning meaning = TableMeaning.of(understanding, table);
        if (columns && understanding.classOf(table.name()).kind() == TableClass.Kind.FACT) {
            line.append(", ").append(MeaningAnswers.text(meaning));
        }
        if (columns) {
            List<SourceRelationship> outgoing = understanding.outgoing(table.name());
            line.append(": ");
            String separator = "";
            for (Column column : table.columns()) {
                line.append(separator)
                        .append(SafeText.name(column.name()))
                        .append(' ')
                        .append(column.type());
                line.append(table.isPrimaryKeyColumn(column.name()) ? " PK" : "");
                outgoing.stream()
                        .filter(r -> r.fromColumns().contains(column.name()))
                        .findFirst()
                        .ifPresent(r -> line.append(" -> ").append(SafeText.name(r.to().text())));
                separator = ", ";
            }
        }
        return line.toString();
    }

    static String line(SourceRelationship relationship) {
        return SafeText.name(relationship.fromText()) + " -> " + SafeText.name(relationship.toText()) + " ("
                + relationship.type().text()
                + (relationship.declared() ? ", declared" : ", inferred, confidence " + relationship.confidence())
                + ")";
    }

    static ObjectNode view(SourceView view) {
        ObjectNode node = Json.object().put("name", view.name().text()).put("materialized", view.materialized());
        strings(node.putArray("columns"), view.columns());
        view.comment().ifPresent(comment -> node.put("comment", SafeText.comment(comment)));
        return node;
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
