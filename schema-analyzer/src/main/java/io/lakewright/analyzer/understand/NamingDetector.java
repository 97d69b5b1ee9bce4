package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the form that most names of a schema have; {@code mixed} where fewer than two thirds agree. */
final class NamingDetector {

    private NamingDetector() {}

    static SchemaPatterns.Naming detect(SourceSchema schema) {
        List<String> tables =
                schema.tables().stream().map(table -> table.name().table()).toList();
        Stream<String> columns = schema.tables().stream()
                .flatMap(table -> table.columns().stream().map(Column::name));
        return new SchemaPatterns.Naming(
                most(tables.stream(), NamingDetector::letterCase),
                most(columns, NamingDetector::letterCase),
                most(tables.stream(), NamingDetector::number),
                most(schema.tables().stream().filter(table -> table.primaryKey().size() == 1), NamingDetector::keyForm),
                schema.tables().stream()
                                        .filter(table ->
                                                !NameParts.columnPrefix(table).isEmpty())
                                        .count()
                                * 3
                        >= schema.tables().size() * 2L);
    }

    private static <T> String most(Stream<T> names, Function<T, String> form) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int[] total = {0};
        names.forEach(name -> {
            counts.merge(form.apply(name), 1, Integer::sum);
            total[0]++;
        });
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
                .filter(entry -> entry.getValue() * 3 >= total[0] * 2)
                .map(Map.Entry::getKey)
                .orElse("mixed");
    }

    private static String letterCase(String name) {
        if (name.matches("[a-z][a-z0-9]*")) {
            return "lowercase";
        }
        if (name.matches("[a-z][a-z0-9_]*")) {
            return "snake_case";
        }
        if (name.matches("[A-Z][A-Z0-9_]*")) {
            return "UPPER_CASE";
        }
        if (name.matches("[A-Z][A-Za-z0-9]*")) {
            return "PascalCase";
        }
        return name.matches("[a-z][A-Za-z0-9]*") ? "camelCase" : "quoted";
    }

    private static String number(String name) {
        return Names.singular(name).equals(Names.snake(name)) ? "singular" : "plural";
    }

    private static String keyForm(SourceTable table) {
        String key = NameParts.flat(table.primaryKey().getFirst());
        String subject = NameParts.subject(table.name().table());
        if (key.equals("id")) {
            return "id";
        }
        if (key.startsWith(subject)) {
            String separator = table.primaryKey().getFirst().contains("_") ? "_" : "";
            return "<table>" + separator + key.substring(subject.length());
        }
        return "other";
    }
}
