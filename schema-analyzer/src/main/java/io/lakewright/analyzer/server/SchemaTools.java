package io.lakewright.analyzer.server;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.existing.ExistingModel;
import io.lakewright.analyzer.existing.ExistingPatterns;
import io.lakewright.analyzer.understand.KeyAdvice;
import io.lakewright.analyzer.understand.SchemaPatterns;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.TableSearch;
import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.mcp.ToolAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the calls about relationships, keys, patterns and values. */
final class SchemaTools {

    private final Subjects subjects;

    SchemaTools(Subjects subjects) {
        this.subjects = subjects;
    }

    ToolAnswer findRelationships(SchemaAnalyzerServer.FindRelationships input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        SchemaUnderstanding understanding = subject.understanding();
        TableName source = subject.table(input.sourceTable()).name();
        List<SourceRelationship> found;
        List<SourceRelationship> path = List.of();
        if (input.targetTable().isPresent()) {
            TableName target = subject.table(input.targetTable().get()).name();
            found = understanding.between(source, target);
            path = understanding.path(source, target);
        } else {
            found = understanding.relationships().stream()
                    .filter(r -> r.from().equals(source) || r.to().equals(source))
                    .toList();
        }
        ObjectNode answer = Json.object();
        ArrayNode relationships = answer.putArray("relationships");
        int left = AnswerRoom.fill(relationships, found, TableAnswers::relationship);
        if (left > 0) {
            answer.put("omitted", left);
        }
        ArrayNode hops = answer.putArray("path");
        path.forEach(r -> hops.add(TableAnswers.relationship(r)));
        String direct = found.isEmpty()
                ? "No direct relationship."
                : found.size() + " direct.\n" + lines(found.subList(0, found.size() - left));
        String way = found.isEmpty() && !path.isEmpty() ? "\nPath over " + path.size() + " joins:\n" + lines(path) : "";
        return ToolAnswer.of(direct + way, answer);
    }

    private static String lines(List<SourceRelationship> relationships) {
        return relationships.stream().map(TableAnswers::line).collect(Collectors.joining("\n"));
    }

    ToolAnswer suggestKeys(SchemaAnalyzerServer.OneTable input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        SourceTable table = subject.table(input.tableName());
        KeyAdvice advice = TableProfile.verified(table, subject.understanding().keys(table), subject.rows());
        ObjectNode answer = Json.object().put("table", table.name().text());
        candidates(answer.putArray("primary"), advice.primary());
        candidates(answer.putArray("business"), advice.business());
        ArrayNode foreign = answer.putArray("foreign");
        subject.understanding().outgoing(table.name()).forEach(r -> {
            ObjectNode node = foreign.addObject();
            TableAnswers.strings(node.putArray("columns"), r.fromColumns());
            node.put("references", r.toText())
                    .put("reason", r.evidence())
                    .put("confidence", r.confidence())
                    .put("declared", r.declared());
        });
        TableAnswers.strings(answer.putArray("recommended_business_key"), advice.recommendedBusinessKey());
        TableAnswers.strings(answer.putArray("warnings"), advice.warnings());
        String recommended = advice.business().isEmpty()
                ? "No business key found."
                : "Business key: " + SafeText.name(String.join(",", advice.recommendedBusinessKey())) + " ("
                        + advice.business().getFirst().reason() + ").";
        return ToolAnswer.of(
                SafeText.name(table.name().text()) + ": " + recommended + " " + String.join(" ", advice.warnings()),
                answer);
    }

    private static void candidates(ArrayNode array, List<KeyAdvice.Candidate> candidates) {
        candidates.forEach(candidate -> {
            ObjectNode node = array.addObject();
            TableAnswers.strings(node.putArray("columns"), candidate.columns());
            node.put("reason", candidate.reason())
                    .put("score", candidate.score())
                    .put("basis", candidate.basis());
        });
    }

    ToolAnswer detectPatterns(SchemaAnalyzerServer.DetectPatterns input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        SchemaUnderstanding understanding = subject.understanding();
        List<TableName> wanted = input.tables().orElse(List.of()).stream()
                .map(name -> subject.table(name).name())
                .toList();
        Optional<DataModel> existing = ExistingModel.read(understanding);
        List<SchemaPatterns.Pattern> warehouse = ExistingPatterns.of(understanding.schema(), existing);
        Optional<DataModel> shown =
                wanted.isEmpty() ? existing : existing.map(model -> ExistingModel.part(model, wanted));
        SchemaPatterns found = understanding.patterns();
        return ToolAnswer.of(
                PatternAnswers.text(found, warehouse, existing), PatternAnswers.answer(found, warehouse, shown));
    }

    ToolAnswer searchTables(SchemaAnalyzerServer.SearchTables input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        List<TableSearch.Hit> hits = TableSearch.search(subject.schema(), input.query(), input.limit());
        ObjectNode answer = Json.object();
        ArrayNode tables = answer.putArray("tables");
        hits.forEach(hit -> {
            ObjectNode node = tables.addObject()
                    .put("qualified_name", hit.table().name().text())
                    .put("score", hit.score());
            hit.table()
                    .rowCount()
                    .ifPresentOrElse(rows -> node.put("row_count", rows), () -> node.putNull("row_count"));
            node.put("why", hit.why());
        });
        String text = hits.isEmpty()
                ? "No table fits."
                : hits.stream()
                        .map(hit -> TableAnswers.line(subject.understanding(), hit.table(), false) + ": " + hit.why())
                        .collect(Collectors.joining("\n"));
        return ToolAnswer.of(text, answer);
    }

    ToolAnswer listSources() {
        ObjectNode answer = Json.object();
        ArrayNode sources = answer.putArray("sources");
        for (String id : subjects.ids()) {
            Subjects.Subject subject = subjects.subject(Optional.of(id), Optional.empty());
            SourceSchema schema = subject.schema();
            sources.addObject()
                    .put("workspace_id", id)
                    .put("name", schema.name())
                    .put("description", schema.description())
                    .put("origin", schema.origin())
                    .put("tables", schema.tables().size())
                    .put(
                            "relationships",
                            subject.understanding().relationships().size())
                    .put(
                            "has_rows",
                            schema.tables().stream()
                                    .findFirst()
                                    .flatMap(table -> subject.rows().read(table.name(), 1))
                                    .isPresent());
        }
        String text = subjects.ids().isEmpty()
                ? "No workspace."
                : "Workspaces: " + subjects.ids().stream().map(SafeText::name).collect(Collectors.joining(", "));
        return ToolAnswer.of(text, answer);
    }

    ToolAnswer profileTable(SchemaAnalyzerServer.ProfileTable input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        SourceTable table = subject.table(input.tableName());
        TableProfile profile =
                TableProfile.of(table, subject.understanding().keys(table), subject.rows(), input.depth());
        return ToolAnswer.of(ProfileText.of(table, profile, input.depth()), ProfileAnswers.answer(table, profile));
    }
}
