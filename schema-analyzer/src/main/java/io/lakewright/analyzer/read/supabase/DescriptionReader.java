package io.lakewright.analyzer.read.supabase;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a description of PostgREST: each definition is a table or view, {@code format} is the type of PostgreSQL,
 * {@code required} lists what is never empty, and a note behind the comment of a column marks keys:
 * {@code <pk/>}, {@code <fk table='t' column='c'/>}.
 */
final class DescriptionReader {

    private static final Pattern REFERENCE = Pattern.compile("<fk table='([^']*)' column='([^']*)'/>");
    private static final Pattern NOTE = Pattern.compile("(?s)\\s*Note:\\n.*");
    private static final int MAXIMUM_TABLES = 5_000;

    private final SchemaDraft draft = new SchemaDraft();

    private DescriptionReader() {}

    /**
     * @param schemas schemas to ask for; empty means the one that the project gives first
     * @throws io.lakewright.core.ProblemException LW-1561 to LW-1565, LW-1566 when there is no table
     */
    static SchemaReading read(ProjectAddress address, RestDescription description, List<String> schemas) {
        DescriptionReader reader = new DescriptionReader();
        if (schemas.isEmpty()) {
            reader.tables("public", description.of(Optional.empty()));
        }
        schemas.forEach(schema -> reader.tables(schema, description.of(Optional.of(schema))));
        if (reader.draft.isEmpty()) {
            throw Problem.upstream(
                            "LW-1566",
                            "The Supabase project " + address.base() + " offers no tables to this key.",
                            "Check that the key is a service key and that the schema is offered by the Data API.")
                    .exception();
        }
        reader.draft.warn(
                "Read through the REST interface: row counts and figures of columns need the PostgreSQL address of the project, and views are listed as tables.");
        return reader.draft.build(address.project(), "", address.base());
    }

    private void tables(String schema, JsonNode description) {
        JsonNode definitions = description.get("definitions");
        if (definitions == null || !definitions.isObject()) {
            return;
        }
        if (definitions.size() > MAXIMUM_TABLES) {
            throw new Problem.LimitExceeded(
                            "LW-1565",
                            "The schema \"" + schema + "\" has more than " + MAXIMUM_TABLES + " tables.",
                            "Name fewer schemas with --schema.",
                            Map.of())
                    .exception();
        }
        definitions.properties().forEach(entry -> {
            if (!entry.getKey().isBlank() && entry.getValue().isObject()) {
                table(new TableName(schema, entry.getKey()), entry.getValue());
            }
        });
    }

    private void table(TableName name, JsonNode node) {
        TableDraft table = new TableDraft(name, "Table " + name);
        table.comment = text(node, "description");
        Set<String> required = new HashSet<>();
        Optional.ofNullable(node.get("required"))
                .filter(JsonNode::isArray)
                .ifPresent(names -> names.forEach(column -> required.add(column.asString(""))));
        List<String> primaryKey = new ArrayList<>();
        Optional.ofNullable(node.get("properties"))
                .filter(JsonNode::isObject)
                .ifPresent(columns -> columns.properties().forEach(entry -> {
                    String column = entry.getKey();
                    if (!column.isBlank() && column(table, column, entry.getValue(), required)) {
                        primaryKey.add(column);
                    }
                }));
        table.primaryKey = primaryKey;
        draft.add(table);
    }

    /** Adds a column and its reference; true when it belongs to the primary key. */
    private static boolean column(TableDraft table, String name, JsonNode node, Set<String> required) {
        ColumnDraft column = new ColumnDraft(name, type(node));
        column.nullable = !required.contains(name);
        column.identity = text(node, "default")
                .filter(value -> value.startsWith("nextval("))
                .isPresent();
        String description = text(node, "description").orElse("");
        column.comment = Optional.of(NOTE.matcher(description).replaceFirst("")).filter(comment -> !comment.isBlank());
        table.add(column);
        // Only the note is the service's own: what stands before it is a comment that anybody may have written.
        int note = description.lastIndexOf("Note:\n");
        String marks = note < 0 ? "" : description.substring(note);
        Matcher reference = REFERENCE.matcher(marks);
        while (reference.find()) {
            if (!reference.group(1).isBlank() && !reference.group(2).isBlank()) {
                table.references.add(new TableDraft.Reference(
                        List.of(name),
                        new TableName(table.name.schema(), reference.group(1)),
                        List.of(reference.group(2)),
                        table.place));
            }
        }
        return marks.contains("<pk/>");
    }

    private static String type(JsonNode node) {
        String format = text(node, "format").or(() -> text(node, "type")).orElse("text");
        @Nullable JsonNode length = node.get("maxLength");
        boolean sized = length != null && length.isIntegralNumber() && format.startsWith("character");
        return sized ? format + "(" + length.asLong() + ")" : format;
    }

    private static Optional<String> text(JsonNode node, String property) {
        @Nullable JsonNode value = node.get(property);
        return value != null && value.isString() && !value.asString().isBlank()
                ? Optional.of(value.asString())
                : Optional.empty();
    }
}
