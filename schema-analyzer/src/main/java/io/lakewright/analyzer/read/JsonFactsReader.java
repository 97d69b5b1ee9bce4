package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.PostgresTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads schema facts: {@code {name, description, origin, tables: [{schema, name, row_count, columns: [{name, type,
 * nullable, identity?}], primary_key, unique, foreign_keys: [{columns, references_table, references_columns}]}]}}.
 *
 * <p>{@code comment}, {@code generated}, {@code labels}, {@code profile}, {@code extraction} and {@code views}, which {@link JsonFactsWriter}
 * adds, are read too; other properties are tolerated. A wrong form is refused with the place in the document.
 */
public final class JsonFactsReader {

    private static final long MAXIMUM_BYTES = 20L * 1024 * 1024;

    private final SchemaDraft draft = new SchemaDraft();

    private JsonFactsReader() {}

    /** @throws ProblemException LW-1501 to LW-1505 */
    public static SchemaReading read(Path file) {
        String text = SourceFiles.text(file, MAXIMUM_BYTES);
        JsonNode document;
        try {
            document = Json.read(text);
        } catch (ProblemException e) {
            throw Problem.invalid(
                            "LW-1504",
                            "The file \"" + file + "\" is not JSON: "
                                    + e.problem().message(),
                            "Correct the file and try again.")
                    .exception();
        }
        return read(document, SourceFiles.name(file));
    }

    /**
     * @param fallbackName name of the source when the document gives none
     * @throws ProblemException LW-1504 with the place when a required property is missing or has another form
     */
    public static SchemaReading read(JsonNode document, String fallbackName) {
        return new JsonFactsReader().schema(document, fallbackName);
    }

    private SchemaReading schema(JsonNode document, String fallbackName) {
        if (!document.isObject()) {
            throw wrong("the document", "an object with the property \"tables\"");
        }
        JsonNode tables = array(document, "tables", "the document", true);
        for (int i = 0; i < tables.size(); i++) {
            table(tables.get(i), "tables[" + i + "]");
        }
        JsonNode views = array(document, "views", "the document", false);
        for (int i = 0; i < views.size(); i++) {
            draft.add(view(views.get(i), "views[" + i + "]"));
        }
        if (draft.isEmpty()) {
            throw Problem.invalid(
                            "LW-1505",
                            "The source \"" + fallbackName + "\" has no tables.",
                            "Give a source with at least one table.")
                    .exception();
        }
        SchemaReading reading = draft.build(
                optionalText(document, "name").orElse(fallbackName),
                optionalText(document, "description").orElse(""),
                optionalText(document, "origin").orElse("schema facts"));
        return flag(document, "completed", false, "the document")
                ? new SchemaReading(reading.schema().asCompleted(), reading.warnings())
                : reading;
    }

    private void table(JsonNode node, String place) {
        String name = text(node, "name", place);
        TableDraft table =
                new TableDraft(new TableName(optionalText(node, "schema").orElse("public"), name), place);
        JsonNode columns = array(node, "columns", place, true);
        for (int i = 0; i < columns.size(); i++) {
            ColumnDraft column = column(columns.get(i), place + ".columns[" + i + "]");
            if (!table.add(column)) {
                throw wrong(place + ".columns[" + i + "]", "a column name that the table does not have yet");
            }
        }
        table.primaryKey = names(node, "primary_key", place);
        table.keyEvidence = optionalText(node, "key_evidence");
        JsonNode unique = array(node, "unique", place, false);
        for (int i = 0; i < unique.size(); i++) {
            table.unique.add(strings(unique.get(i), place + ".unique[" + i + "]"));
        }
        JsonNode foreignKeys = array(node, "foreign_keys", place, false);
        for (int i = 0; i < foreignKeys.size(); i++) {
            table.references.add(reference(foreignKeys.get(i), place + ".foreign_keys[" + i + "]"));
        }
        table.rowCount = number(node, "row_count", place).map(Double::longValue);
        table.comment = optionalText(node, "comment");
        JsonNode extraction = node.get("extraction");
        if (extraction != null && extraction.isObject()) {
            table.extraction = Optional.of(FactsExtraction.read(extraction, table, place + ".extraction"));
        }
        if (!draft.add(table)) {
            throw wrong(place, "a table name that the document does not have yet, not " + table.name + " again");
        }
    }

    private static SourceView view(JsonNode node, String place) {
        return new SourceView(
                new TableName(optionalText(node, "schema").orElse("public"), text(node, "name", place)),
                names(node, "columns", place),
                flag(node, "materialized", false, place),
                optionalText(node, "comment"));
    }

    private static ColumnDraft column(JsonNode node, String place) {
        String type = text(node, "type", place);
        ColumnDraft column = new ColumnDraft(
                text(node, "name", place),
                type,
                optionalText(node, "lake_type").map(LakeType::parse).orElseGet(() -> PostgresTypes.toLakeType(type)));
        column.nullable = flag(node, "nullable", true, place);
        column.identity = flag(node, "identity", false, place);
        column.generated = flag(node, "generated", false, place);
        column.comment = optionalText(node, "comment");
        column.labels = names(node, "labels", place);
        JsonNode profile = node.get("profile");
        if (profile != null && profile.isObject()) {
            column.profile = Optional.of(profile(profile, place + ".profile"));
        }
        return column;
    }

    private static ColumnProfile profile(JsonNode node, String place) {
        String basis = text(node, "basis", place).toUpperCase(Locale.ROOT);
        for (ColumnProfile.Basis known : ColumnProfile.Basis.values()) {
            if (known.name().equals(basis)) {
                return new ColumnProfile(
                        known,
                        number(node, "null_share", place),
                        number(node, "distinct_count", place).map(Double::longValue),
                        optionalText(node, "min"),
                        optionalText(node, "max"));
            }
        }
        throw wrong(place + ".basis", "catalog_statistics, sample or exact");
    }

    private static TableDraft.Reference reference(JsonNode node, String place) {
        TableName target = TableName.parse(text(node, "references_table", place));
        return new TableDraft.Reference(
                names(node, "columns", place),
                target,
                names(node, "references_columns", place),
                place,
                number(node, "confidence", place)
                        .map(share -> Math.min(1, share))
                        .orElse(1.0),
                optionalText(node, "evidence"));
    }

    private static JsonNode array(JsonNode node, String property, String place, boolean required) {
        JsonNode value = node.get(property);
        if (value == null || value.isNull()) {
            if (required) {
                throw wrong(place + "." + property, "a list, but it is missing");
            }
            return Json.array();
        }
        if (!value.isArray()) {
            throw wrong(place + "." + property, "a list");
        }
        return value;
    }

    private static List<String> names(JsonNode node, String property, String place) {
        return strings(array(node, property, place, false), place + "." + property);
    }

    private static List<String> strings(JsonNode values, String place) {
        if (!values.isArray()) {
            throw wrong(place, "a list of column names");
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isString()) {
                throw wrong(place, "a list of column names");
            }
            strings.add(value.asString());
        }
        return strings;
    }

    private static String text(JsonNode node, String property, String place) {
        JsonNode value = node.get(property);
        if (value == null || !value.isString() || value.asString().isBlank()) {
            throw wrong(place + "." + property, "a text that is not empty");
        }
        return value.asString();
    }

    static Optional<String> optionalText(JsonNode node, String property) {
        JsonNode value = node.get(property);
        return value != null && value.isString() && !value.asString().isBlank()
                ? Optional.of(value.asString())
                : Optional.empty();
    }

    private static boolean flag(JsonNode node, String property, boolean otherwise, String place) {
        @Nullable JsonNode value = node.get(property);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(place + "." + property, "true or false");
        }
        return value.asBoolean();
    }

    private static Optional<Double> number(JsonNode node, String property, String place) {
        @Nullable JsonNode value = node.get(property);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.asDouble() < 0) {
            throw wrong(place + "." + property, "a number of at least 0, or null");
        }
        return Optional.of(value.asDouble());
    }

    static ProblemException wrong(String place, String expected) {
        return new Problem.InvalidRequest(
                        "LW-1504",
                        "The schema facts have another form at " + place + ": it must be " + expected + ".",
                        "Write the schema as {\"name\": ..., \"tables\": [{\"schema\", \"name\", \"columns\": [{\"name\", \"type\", \"nullable\"}], \"primary_key\": [...]}]}.",
                        Map.of("place", place))
                .exception();
    }
}
