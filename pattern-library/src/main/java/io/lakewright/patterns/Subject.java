package io.lakewright.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is known of the table for which a pattern is wanted, read from the analyzer's metadata or any part of it.
 *
 * @param measures numeric columns that are no keys
 * @param eventDates columns of a temporal type that are not about bookkeeping
 */
record Subject(
        String name,
        String tableClass,
        Optional<Long> rows,
        int references,
        int measures,
        int eventDates,
        int descriptions,
        boolean hasKey,
        boolean hasValidity,
        String useCase) {

    private static final List<String> AUDIT_WORDS =
            List.of("created", "updated", "modified", "changed", "inserted", "loaded");

    static Subject of(JsonNode metadata, String useCase) {
        JsonNode table =
                metadata.path("tables").isArray() ? metadata.path("tables").path(0) : metadata;
        int references = 0;
        int measures = 0;
        int dates = 0;
        int texts = 0;
        boolean from = false;
        boolean to = false;
        for (JsonNode column : table.path("columns").values()) {
            String columnName = column.path("name").asString("").toLowerCase(Locale.ROOT);
            String type = column.path("type").asString("").toLowerCase(Locale.ROOT);
            boolean key = column.path("is_primary_key").asBoolean(false);
            if (column.path("is_foreign_key").asBoolean(false)) {
                references++;
            } else if (!key && isNumeric(type)) {
                measures++;
            } else if (type.contains("date") || type.contains("time")) {
                dates += AUDIT_WORDS.stream().noneMatch(columnName::contains) ? 1 : 0;
            } else if (!key) {
                texts++;
            }
            from |= columnName.matches(".*(valid_?from|effective|start_?date).*");
            to |= columnName.matches(".*(valid_?to|expir|end_?date).*");
        }
        String tableClass =
                table.path("modeling_suggestions").path("type").asString("").replace("_candidate", "");
        JsonNode count = table.path("row_count");
        return new Subject(
                table.path("name").asString("the table"),
                tableClass,
                count.isNumber() ? Optional.of(count.asLong()) : Optional.empty(),
                references,
                measures,
                dates,
                texts,
                !table.path("primary_key").isEmpty()
                        || table.path("columns")
                                .valueStream()
                                .anyMatch(c -> c.path("is_primary_key").asBoolean(false)),
                from && to,
                useCase.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumeric(String type) {
        return type.matches("(small|big)?int.*|integer|numeric.*|decimal.*|real|double.*|float.*|money|number.*");
    }

    boolean speaksOf(String... words) {
        return Arrays.stream(words).anyMatch(useCase::contains);
    }
}
