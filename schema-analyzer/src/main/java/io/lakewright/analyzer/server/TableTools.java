package io.lakewright.analyzer.server;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.mcp.Page;
import io.lakewright.mcp.ToolAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the calls that describe tables, page by page. */
final class TableTools {

    private static final int TABLES_PER_PAGE = 50;
    private static final int LINES_WITH_COLUMNS = 20;
    private static final int NEAREST = 3;
    private static final int MOST_VIEWS = 50;

    private final Subjects subjects;

    TableTools(Subjects subjects) {
        this.subjects = subjects;
    }

    ToolAnswer analyzeSchema(SchemaAnalyzerServer.AnalyzeSchema input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        SchemaUnderstanding understanding = subject.understanding();
        Map<TableName, SourceTable> chosen = new LinkedHashMap<>();
        ArrayNode missing = Json.array();
        List<String> names = input.tables().orElse(List.of());
        if (names.isEmpty()) {
            subject.schema().tables().forEach(table -> chosen.put(table.name(), table));
        } else {
            choose(subject, names, chosen, missing);
        }
        Page<SourceTable> page = page(understanding, chosen, input.cursor(), true);
        ObjectNode answer = tables(understanding, page.items(), true);
        answer.set("missing", missing);
        answer.put("workspace", subject.workspace()).put("digest", digest(subject.schema()));
        answer.putObject("counts")
                .put("tables", subject.schema().tables().size())
                .put(
                        "columns",
                        subject.schema().tables().stream()
                                .mapToInt(table -> table.columns().size())
                                .sum())
                .put("views", subject.schema().views().size())
                .put("relationships", understanding.relationships().size())
                .put(
                        "inferred_relationships",
                        understanding.relationships().stream()
                                .filter(r -> !r.declared())
                                .count());
        if (names.isEmpty() && input.cursor().isEmpty()) {
            subject.schema().views().stream()
                    .limit(MOST_VIEWS)
                    .map(TableAnswers::view)
                    .forEach(answer.putArray("views")::add);
        }
        page.nextCursor().ifPresent(cursor -> answer.put("next_cursor", cursor));
        return ToolAnswer.of(text(understanding, page, missing), answer);
    }

    ToolAnswer getTableMetadata(SchemaAnalyzerServer.GetTableMetadata input) {
        Subjects.Subject subject = subjects.subject(input.workspaceId(), input.schema());
        Map<TableName, SourceTable> chosen = new LinkedHashMap<>();
        ArrayNode missing = Json.array();
        choose(subject, input.tableNames(), chosen, missing);
        Page<SourceTable> page = page(subject.understanding(), chosen, input.cursor(), input.includeStats());
        ObjectNode answer = tables(subject.understanding(), page.items(), input.includeStats());
        answer.set("missing", missing);
        page.nextCursor().ifPresent(cursor -> answer.put("next_cursor", cursor));
        return ToolAnswer.of(text(subject.understanding(), page, missing), answer);
    }

    /** As many tables as an answer has room for. */
    private static Page<SourceTable> page(
            SchemaUnderstanding understanding,
            Map<TableName, SourceTable> chosen,
            Optional<String> cursor,
            boolean stats) {
        return Page.fitting(
                List.copyOf(chosen.values()),
                cursor,
                TABLES_PER_PAGE,
                table -> tables(understanding, List.of(table), stats).toString().length(),
                AnswerRoom.CHARACTERS);
    }

    private static void choose(
            Subjects.Subject subject, List<String> names, Map<TableName, SourceTable> chosen, ArrayNode missing) {
        for (String name : names) {
            List<SourceTable> found = subject.understanding().names().tables(name);
            found.forEach(table -> chosen.put(table.name(), table));
            if (found.isEmpty()) {
                ObjectNode entry = missing.addObject().put("name", SafeText.value(name));
                TableAnswers.strings(
                        entry.putArray("nearest"),
                        subject.understanding().names().nearestNames(name, NEAREST));
            }
        }
    }

    private static ObjectNode tables(SchemaUnderstanding understanding, List<SourceTable> tables, boolean stats) {
        ObjectNode answer = Json.object();
        ArrayNode nodes = answer.putArray("tables");
        tables.forEach(table -> nodes.add(TableAnswers.table(understanding, table, stats)));
        Set<TableName> names = tables.stream().map(SourceTable::name).collect(Collectors.toSet());
        ArrayNode relationships = answer.putArray("relationships");
        understanding.relationships().stream()
                .filter(r -> names.contains(r.from()))
                .forEach(r -> relationships.add(TableAnswers.relationship(r)));
        return answer;
    }

    private static String text(SchemaUnderstanding understanding, Page<SourceTable> page, ArrayNode missing) {
        List<SourceTable> tables = page.items();
        StringBuilder text = new StringBuilder();
        text.append(tables.size());
        if (page.total() > tables.size()) {
            text.append(" of ").append(page.total());
        }
        text.append(page.total() == 1 ? " table.\n" : " tables.\n");
        boolean columns = tables.size() <= LINES_WITH_COLUMNS;
        tables.forEach(table ->
                text.append(TableAnswers.line(understanding, table, columns)).append('\n'));
        Set<TableName> names = tables.stream().map(SourceTable::name).collect(Collectors.toSet());
        understanding.relationships().stream()
                .filter(r -> names.contains(r.from()))
                .forEach(r -> text.append(TableAnswers.line(r)).append('\n'));
        missing.forEach(entry -> text.append("There is no table ")
                .append(SafeText.name(entry.path("name").asString("")))
                .append("; nearest: ")
                .append(entry.path("nearest")
                        .valueStream()
                        .map(name -> name.asString(""))
                        .collect(Collectors.joining(", ")))
                .append('\n'));
        page.nextCursor()
                .ifPresent(cursor ->
                        text.append("More with cursor ").append(cursor).append(".\n"));
        return text.toString();
    }

    private static String digest(SourceSchema schema) {
        try {
            byte[] text = Json.compact(JsonFactsWriter.write(schema)).getBytes(StandardCharsets.UTF_8);
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
