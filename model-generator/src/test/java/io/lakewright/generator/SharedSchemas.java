package io.lakewright.generator;

import io.lakewright.core.document.Json;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.PostgresTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Public schemas that lie beside the repository; none when the folder is absent. */
public final class SharedSchemas {

    private static final Path FOLDER = Path.of("../../shared/schemas");
    private static final Path FROM_WORKTREE = Path.of("../../../shared/schemas");

    private SharedSchemas() {}

    public static List<SourceSchema> all() throws IOException {
        Path folder = Files.isDirectory(FOLDER) ? FOLDER : FROM_WORKTREE;
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            return found.stream().map(SharedSchemas::read).toList();
        }
    }

    private static SourceSchema read(Path file) {
        try {
            JsonNode node = Json.read(Files.readString(file));
            return new SourceSchema(
                    node.path("name").asString(),
                    node.path("description").asString(""),
                    node.path("origin").asString(""),
                    node.path("tables").valueStream().map(SharedSchemas::table).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SourceTable table(JsonNode node) {
        return new SourceTable(
                new TableName(
                        node.path("schema").asString("public"),
                        node.path("name").asString()),
                node.path("columns").valueStream().map(SharedSchemas::column).toList(),
                texts(node.path("primary_key")),
                node.path("unique").valueStream().map(SharedSchemas::texts).toList(),
                node.path("foreign_keys")
                        .valueStream()
                        .map(key -> ForeignKey.declared(
                                texts(key.path("columns")),
                                TableName.parse(key.path("references_table").asString()),
                                texts(key.path("references_columns"))))
                        .toList(),
                node.path("row_count").isNumber()
                        ? Optional.of(node.path("row_count").asLong())
                        : Optional.empty(),
                Optional.empty());
    }

    private static Column column(JsonNode node) {
        String type = node.path("type").asString();
        return new Column(
                node.path("name").asString(),
                type,
                PostgresTypes.toLakeType(type),
                node.path("nullable").asBoolean(true),
                node.path("identity").asBoolean(false),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(n -> n.asString()).toList();
    }
}
