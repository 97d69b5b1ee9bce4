package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.SchemaPatterns.Convention;
import io.lakewright.analyzer.understand.SchemaPatterns.Naming;
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

    private static final String ONE_WORD = "lowercase";
    private static final int LEAST_PREFIXED = 3;

    private NamingDetector() {}

    static Naming detect(SourceSchema schema, List<SourceRelationship> relationships) {
        List<String> tables =
                schema.tables().stream().map(table -> table.name().table()).toList();
        Stream<String> columns = schema.tables().stream()
                .flatMap(table -> table.columns().stream().map(Column::name));
        return new Naming(
                most(wordsInCase(counts(tables.stream(), NamingDetector::letterCase))),
                most(wordsInCase(counts(columns, NamingDetector::letterCase))),
                most(counts(tables.stream(), NamingDetector::number)),
                most(counts(
                        schema.tables().stream()
                                .filter(table -> table.primaryKey().size() == 1),
                        NamingDetector::keyForm)),
                most(counts(
                        relationships.stream()
                                .filter(reference -> reference.fromColumns().size() == 1),
                        reference -> ending(reference.fromColumns().getFirst()))),
                prefixes(tables),
                columnPrefixes(schema));
    }

    private static boolean columnPrefixes(SourceSchema schema) {
        long prefixed = schema.tables().stream()
                .filter(table -> !NameParts.columnPrefix(table).isEmpty())
                .count();
        return prefixed > 0 && prefixed * 3 >= schema.tables().size() * 2L;
    }

    private static <T> Map<String, Integer> counts(Stream<T> names, Function<T, String> form) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.merge(form.apply(name), 1, Integer::sum));
        return counts;
    }

    /** Names of one word fit snake_case and camelCase alike: they follow the form that longer names show, if many do. */
    private static Map<String, Integer> wordsInCase(Map<String, Integer> counts) {
        int words = counts.getOrDefault(ONE_WORD, 0);
        int snake = counts.getOrDefault("snake_case", 0);
        int camel = counts.getOrDefault("camelCase", 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (Math.max(snake, camel) * 5 < all) {
            return counts;
        }
        Map<String, Integer> joined = new LinkedHashMap<>(counts);
        joined.remove(ONE_WORD);
        joined.merge(snake >= camel ? "snake_case" : "camelCase", words, Integer::sum);
        return joined;
    }

    private static Convention most(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
                .map(entry -> new Convention(
                        entry.getValue() * 3 >= all * 2 ? entry.getKey() : "mixed",
                        Math.round(100.0 * entry.getValue() / all) / 100.0))
                .orElse(new Convention("unknown", 0));
    }

    /** First words that several tables share, the most frequent first, each with its share of all tables. */
    private static List<Convention> prefixes(List<String> tables) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String table : tables) {
            int cut = table.indexOf('_');
            if (cut > 0 && cut < table.length() - 1) {
                counts.merge(table.substring(0, cut + 1), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_PREFIXED && entry.getValue() * 10 >= tables.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry ->
                        new Convention(entry.getKey(), Math.round(100.0 * entry.getValue() / tables.size()) / 100.0))
                .toList();
    }

    private static String letterCase(String name) {
        if (name.matches("[a-z][a-z0-9]*")) {
            return ONE_WORD;
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
        String key = NameParts.bare(table.primaryKey().getFirst(), NameParts.columnPrefix(table));
        String subject = NameParts.subject(table.name().table());
        if (key.equals("id")) {
            return "id";
        }
        if (key.startsWith(subject)) {
            String separator = table.primaryKey().getFirst().contains("_") ? "_" : "";
            return "<table>" + separator + key.substring(subject.length());
        }
        String stem = NameParts.stem(key);
        return stem.length() < key.length() ? "<name>" + key.substring(stem.length()) : "other";
    }

    /** With what the name of a reference ends, such as {@code _id} or {@code Key}. */
    private static String ending(String column) {
        List<String> words = Names.words(column);
        String last = words.isEmpty() ? "" : words.getLast();
        String stem = NameParts.stem(last);
        if (stem.length() < last.length()) {
            return column.substring(column.length() - (last.length() - stem.length()));
        }
        if (words.size() < 2 || !NameParts.hasKeyEnding(last)) {
            return "no ending";
        }
        return (column.contains("_") ? "_" : "") + column.substring(column.length() - last.length());
    }
}
