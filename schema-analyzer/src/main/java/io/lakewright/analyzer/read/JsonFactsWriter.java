package io.lakewright.analyzer.read;

import io.lakewright.core.document.Json;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableExtraction;
import io.lakewright.core.type.PostgresTypes;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a schema as schema facts, the form of {@link JsonFactsReader}, with comments, generated columns and profiles
 * and inferred keys beside the plain facts. Reading it back gives an equal schema.
 */
public final class JsonFactsWriter {

    private JsonFactsWriter() {}

    public static ObjectNode write(SourceSchema schema) {
        ObjectNode document = Json.object();
        document.put("name", schema.name());
        document.put("description", schema.description());
        document.put("origin", schema.origin());
        if (schema.completed()) {
            document.put("completed", true);
        }
        ArrayNode tables = document.putArray("tables");
        schema.tables().forEach(table -> write(table, tables.addObject()));
        if (!schema.views().isEmpty()) {
            ArrayNode views = document.putArray("views");
            schema.views().forEach(view -> write(view, views.addObject()));
        }
        return document;
    }

    private static void write(SourceView view, ObjectNode node) {
        node.put("schema", view.name().schema()).put("name", view.name().table());
        strings(node.putArray("columns"), view.columns());
        if (view.materialized()) {
            node.put("materialized", true);
        }
        view.comment().ifPresent(comment -> node.put("comment", comment));
    }

    private static void write(SourceTable table, ObjectNode node) {
        node.put("schema", table.name().schema());
        node.put("name", table.name().table());
        if (table.rowCount().isPresent()) {
            node.put("row_count", table.rowCount().get());
        } else {
            node.putNull("row_count");
        }
        table.comment().ifPresent(comment -> node.put("comment", comment));
        table.extraction().ifPresent(extraction -> write(extraction, node.putObject("extraction")));
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> write(column, columns.addObject()));
        strings(node.putArray("primary_key"), table.primaryKey());
        table.keyEvidence().ifPresent(words -> node.put("key_evidence", words));
        ArrayNode unique = node.putArray("unique");
        table.unique().forEach(key -> strings(unique.addArray(), key));
        ArrayNode foreignKeys = node.putArray("foreign_keys");
        table.foreignKeys().forEach(foreignKey -> write(foreignKey, foreignKeys.addObject()));
    }

    private static void write(TableExtraction extraction, ObjectNode node) {
        node.put("mode", extraction.mode().name().toLowerCase(Locale.ROOT));
        extraction.watermark().ifPresent(column -> node.put("watermark", column));
        node.put("deletes", extraction.deletes().name().toLowerCase(Locale.ROOT));
        extraction.deleteColumn().ifPresent(column -> node.put("delete_column", column));
    }

    private static void write(ForeignKey foreignKey, ObjectNode entry) {
        strings(entry.putArray("columns"), foreignKey.columns());
        entry.put("references_table", foreignKey.references().text());
        strings(entry.putArray("references_columns"), foreignKey.referencedColumns());
        if (!foreignKey.declared()) {
            entry.put("confidence", foreignKey.confidence());
            foreignKey.evidence().ifPresent(words -> entry.put("evidence", words));
        }
    }

    private static void write(Column column, ObjectNode node) {
        node.put("name", column.name());
        node.put("type", column.type());
        if (!column.lakeType().equals(PostgresTypes.toLakeType(column.type()))) {
            node.put("lake_type", column.lakeType().text());
        }
        node.put("nullable", column.nullable());
        if (column.identity()) {
            node.put("identity", true);
        }
        if (column.generated()) {
            node.put("generated", true);
        }
        if (!column.labels().isEmpty()) {
            strings(node.putArray("labels"), column.labels());
        }
        column.comment().ifPresent(comment -> node.put("comment", comment));
        column.profile().ifPresent(profile -> write(profile, node.putObject("profile")));
    }

    private static void write(ColumnProfile profile, ObjectNode node) {
        node.put("basis", profile.basis().name().toLowerCase(Locale.ROOT));
        profile.nullShare().ifPresent(share -> node.put("null_share", share));
        profile.distinctCount().ifPresent(count -> node.put("distinct_count", count));
        profile.minimum().ifPresent(value -> node.put("min", value));
        profile.maximum().ifPresent(value -> node.put("max", value));
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
