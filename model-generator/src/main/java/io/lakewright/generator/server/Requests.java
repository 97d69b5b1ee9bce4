package io.lakewright.generator.server;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.vault.VaultRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what tools were asked into what builders take. */
final class Requests {

    private Requests() {}

    static DesignRequest dimensional(SourceSchema schema, Inputs.Dimensional input) {
        List<TableName> tables = WrittenTables.tables(schema, input.sourceTables());
        List<TableName> facts = WrittenTables.tables(schema, input.facts().orElse(List.of()));
        DesignRequest.Kind kind = input.kind()
                .map(k -> DesignRequest.Kind.valueOf(k.name()))
                .orElseGet(() -> facts.isEmpty() ? guess(schema, tables) : DesignRequest.Kind.STAR);
        return new DesignRequest(
                kind,
                tables,
                facts,
                WrittenTables.tables(schema, input.dimensions().orElse(List.of())),
                attributes(input.dimensionAttributes()),
                input.grain().map(Requests::grain),
                ScdType.ofNumber(input.scdType()),
                input.name().filter(name -> !name.isBlank()),
                targets(input.targets()),
                SurrogateKind.valueOf(input.surrogate().name()));
    }

    private static DesignRequest.Kind guess(SourceSchema schema, List<TableName> tables) {
        SchemaUnderstanding understanding = SchemaUnderstanding.of(schema);
        boolean event = tables.size() > 1
                && tables.stream().anyMatch(t -> understanding.classOf(t).kind() == TableClass.Kind.FACT);
        return event ? DesignRequest.Kind.STAR : DesignRequest.Kind.DIMENSION;
    }

    private static List<String> attributes(Optional<JsonNode> given) {
        List<String> attributes = new ArrayList<>();
        given.ifPresent(node -> {
            List<JsonNode> items = node.isArray() ? node.valueStream().toList() : List.of(node);
            items.forEach(item -> attributes.addAll(attribute(item)));
        });
        return attributes;
    }

    private static List<String> attribute(JsonNode item) {
        if (!item.isObject()) {
            return Arrays.stream(item.asString("").split(",", -1))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        }
        String table = item.path("table").asString("");
        String prefix = table.isEmpty() ? "" : table + ".";
        List<String> named = new ArrayList<>();
        for (String property : List.of("column", "name", "attribute")) {
            if (named.isEmpty() && item.path(property).isString()) {
                named.add(prefix + item.path(property).asString());
            }
        }
        for (String property : List.of("columns", "attributes")) {
            item.path(property).valueStream().forEach(c -> named.add(prefix + c.asString("")));
        }
        return named;
    }

    private static DesignRequest.WantedGrain grain(JsonNode node) {
        if (!node.isObject()) {
            return new DesignRequest.WantedGrain(node.asString("").strip(), List.of());
        }
        String words = node.path("words").asString(node.path("description").asString(""));
        List<String> columns =
                node.path("columns").valueStream().map(c -> c.asString("")).toList();
        return new DesignRequest.WantedGrain(words, columns);
    }

    static Map<Layer, Target> targets(Optional<JsonNode> given) {
        Map<Layer, Target> targets = new LinkedHashMap<>();
        given.ifPresent(node -> node.properties().forEach(entry -> {
            Layer layer = Arrays.stream(Layer.values())
                    .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                                    "LW-1854",
                                    "There is no layer " + entry.getKey() + ".",
                                    "Use bronze, silver, raw_vault, business_vault or gold.")
                            .exception());
            targets.put(layer, Json.convert(entry.getValue(), Target.class));
        }));
        return targets;
    }

    static VaultRequest vault(SourceSchema schema, Inputs.Vault input) {
        Map<TableName, List<String>> keys = new LinkedHashMap<>();
        input.businessKeys().ifPresent(node -> businessKeys(schema, node, keys));
        List<VaultRequest.Relation> relations = new ArrayList<>();
        input.relationships().ifPresent(node -> {
            List<JsonNode> items = node.isArray() ? node.valueStream().toList() : List.of(node);
            items.forEach(item -> relations.add(relation(schema, item)));
        });
        return new VaultRequest(
                WrittenTables.tables(schema, input.sourceTables()),
                keys,
                relations,
                targets(input.targets()),
                input.name().filter(name -> !name.isBlank()),
                WrittenTables.tables(schema, input.leaveOut().orElse(List.of())));
    }

    private static void businessKeys(SourceSchema schema, JsonNode node, Map<TableName, List<String>> keys) {
        if (!node.isObject()) {
            String[] parts = node.asString("").split("[.:=]", 2);
            if (parts.length != 2) {
                throw Problem.invalid(
                                "LW-1855", "A business key needs its table.", "Write {\"orders\": [\"order_no\"]}.")
                        .exception();
            }
            keys.put(WrittenTables.table(schema, parts[0].strip()), columns(parts[1]));
            return;
        }
        node.properties().forEach(entry -> {
            List<String> columns = entry.getValue().isArray()
                    ? entry.getValue().valueStream().map(c -> c.asString("")).toList()
                    : columns(entry.getValue().asString(""));
            keys.put(WrittenTables.table(schema, entry.getKey()), columns);
        });
    }

    private static VaultRequest.Relation relation(SourceSchema schema, JsonNode item) {
        String[] ends = item.isObject()
                ? new String[] {item.path("from").asString(""), item.path("to").asString("")}
                : item.asString("").split("->", 2);
        if (ends.length != 2 || ends[0].lastIndexOf('.') < 1 || ends[1].lastIndexOf('.') < 1) {
            throw Problem.invalid(
                            "LW-1856",
                            "A relationship leads from table.column to table.column.",
                            "Write {\"from\": \"orders.customer_no\", \"to\": \"customer.customer_no\"}.")
                    .exception();
        }
        String from = ends[0].strip();
        String to = ends[1].strip();
        return new VaultRequest.Relation(
                WrittenTables.table(schema, from.substring(0, from.lastIndexOf('.'))),
                ForeignKey.inferred(
                        columns(from.substring(from.lastIndexOf('.') + 1)),
                        WrittenTables.table(schema, to.substring(0, to.lastIndexOf('.'))),
                        columns(to.substring(to.lastIndexOf('.') + 1)),
                        1.0,
                        "given with the request"));
    }

    private static List<String> columns(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .toList();
    }
}
