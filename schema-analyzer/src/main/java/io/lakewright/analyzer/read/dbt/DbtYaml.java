package io.lakewright.analyzer.read.dbt;

import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.schema.TableName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a {@code schema.yml} or {@code _sources.yml} of a dbt project: the sources and models that it describes. */
public final class DbtYaml {

    private static final Pattern REF = Pattern.compile("\\s*ref\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)\\s*");
    private static final Pattern SOURCE =
            Pattern.compile("\\s*source\\(\\s*['\"]([^'\"]+)['\"]\\s*,\\s*['\"]([^'\"]+)['\"]\\s*\\)\\s*");
    private static final String MODELS = "models";

    private final DbtTables tables = new DbtTables("");

    private DbtYaml() {}

    /** Whether the document describes sources or models of dbt. */
    public static boolean isDbt(JsonNode document) {
        return document.path("sources").isArray() || document.path("models").isArray();
    }

    /** @throws io.lakewright.core.ProblemException LW-1523 when no table with columns is described */
    public static SchemaReading read(JsonNode document, String name, String origin) {
        return new DbtYaml().schema(document, name, origin);
    }

    private SchemaReading schema(JsonNode document, String name, String origin) {
        for (JsonNode source : document.path("sources").valueStream().toList()) {
            String sourceName = source.path("name").asString("");
            String schema = DbtTables.text(source, "schema").orElse(sourceName);
            for (JsonNode table : source.path("tables").valueStream().toList()) {
                add(sourceName + "." + table.path("name").asString(""), schema, table);
            }
        }
        for (JsonNode model : document.path("models").valueStream().toList()) {
            add(model.path("name").asString(""), MODELS, model);
        }
        tests(document);
        return tables.build(name, origin);
    }

    private void add(String id, String schema, JsonNode table) {
        String name = DbtTables.text(table, "identifier")
                .or(() -> DbtTables.text(table, "name"))
                .orElse("");
        if (!name.isEmpty() && !schema.isEmpty()) {
            tables.add(id, new TableName(schema, name), table, id);
        }
    }

    private void tests(JsonNode document) {
        for (JsonNode source : document.path("sources").valueStream().toList()) {
            source.path("tables")
                    .valueStream()
                    .forEach(table -> testsOf(
                            source.path("name").asString("") + "."
                                    + table.path("name").asString(""),
                            table));
        }
        document.path("models")
                .valueStream()
                .forEach(model -> testsOf(model.path("name").asString(""), model));
    }

    private void testsOf(String id, JsonNode table) {
        for (JsonNode column : table.path("columns").valueStream().toList()) {
            String name = column.path("name").asString("");
            Stream.concat(
                            column.path("tests").valueStream(),
                            column.path("data_tests").valueStream())
                    .forEach(test -> test(id, name, test));
        }
    }

    private void test(String id, String column, JsonNode test) {
        if (test.isString()) {
            tables.test(test.asString(), id, column);
            return;
        }
        test.properties().forEach(entry -> {
            JsonNode body = entry.getValue();
            JsonNode arguments = body.path("arguments").isObject() ? body.path("arguments") : body;
            if (entry.getKey().equals("relationships")) {
                target(arguments.path("to").asString(""))
                        .ifPresent(target -> tables.relationship(
                                id, column, target, arguments.path("field").asString("")));
            } else {
                tables.test(entry.getKey(), id, column);
            }
        });
    }

    private static Optional<String> target(String written) {
        Matcher source = SOURCE.matcher(written);
        if (source.matches()) {
            return Optional.of(source.group(1) + "." + source.group(2));
        }
        Matcher model = REF.matcher(written);
        return model.matches() ? Optional.of(model.group(1)) : Optional.empty();
    }
}
