package io.lakewright.optimizer.server;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The columns that query patterns filter by. Of objects their columns are taken as said; in prose only names that are
 * known, stand behind a filtering word, or have an underscore count, because any other word may be just a word.
 */
final class QueryColumns {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern FILTERED = Pattern.compile(
            "\\b(?:where|filter(?:s|ed|ing)?\\s+(?:by|on)|lookups?\\s+(?:by|on)|predicates?\\s+on)\\s+(?:[A-Za-z]\\w*\\.)?([A-Za-z]\\w*)\\s*(?:=|<|>|\\bin\\b|\\bbetween\\b|\\blike\\b|\\band\\b|$|,)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_COLUMNS = Set.of(
            "date",
            "dates",
            "time",
            "day",
            "range",
            "key",
            "keys",
            "id",
            "ids",
            "it",
            "them",
            "the",
            "a",
            "and",
            "or",
            "everything",
            "nothing",
            "point");

    private QueryColumns() {}

    static Map<String, Double> of(List<JsonNode> patterns, Set<String> known, String table) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JsonNode pattern : patterns) {
            Set<String> columns = pattern.isObject() ? told(pattern) : read(pattern.asString(""), known, table);
            columns.forEach(column -> counts.merge(column, 1, Integer::sum));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        counts.forEach((column, count) -> shares.put(column, (double) count / patterns.size()));
        return shares;
    }

    private static Set<String> told(JsonNode pattern) {
        Set<String> columns = new LinkedHashSet<>();
        for (String key : List.of("filters", "filter", "columns", "column", "where", "predicates")) {
            JsonNode value = pattern.path(key);
            if (!value.isMissingNode()) {
                Told.texts(Optional.of(value)).stream()
                        .filter(text -> WORD.matcher(text).matches())
                        .forEach(columns::add);
            }
        }
        return columns;
    }

    private static Set<String> read(String text, Set<String> known, String table) {
        Set<String> columns = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            boolean isKnown = known.stream().anyMatch(word::equalsIgnoreCase);
            boolean isTable = table.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
            boolean looksLikeColumn = word.contains("_")
                    && !word.matches(
                            "(?i)(dim|fact|hub|link|sat|stg|bridge|pit)_.*|.*_(type|lookup|query|scan|pattern)");
            if (isKnown || (looksLikeColumn && !isTable)) {
                columns.add(word);
            }
        }
        Matcher filtered = FILTERED.matcher(text);
        while (filtered.find()) {
            String column = filtered.group(1);
            if (!NO_COLUMNS.contains(column.toLowerCase(Locale.ROOT))
                    && columns.stream().noneMatch(column::equalsIgnoreCase)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
