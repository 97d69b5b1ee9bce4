package io.lakewright.analyzer.read;

import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.TableExtraction;
import io.lakewright.core.schema.TableExtraction.Deletes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads {@code extraction} of a table in schema facts: {@code {mode, watermark?, deletes?, delete_column?}}. */
final class FactsExtraction {

    private FactsExtraction() {}

    static TableExtraction read(JsonNode node, TableDraft table, String place) {
        ExtractionMode mode = one(ExtractionMode.class, node, "mode", place)
                .orElseThrow(() -> JsonFactsReader.wrong(place + ".mode", "full, delta or cdc"));
        Optional<String> mark = column(node, "delete_column", table, place);
        Deletes deletes = one(Deletes.class, node, "deletes", place)
                .orElse(mark.isPresent() ? Deletes.MARKED : TableExtraction.usually(mode));
        if (deletes == Deletes.MARKED && mark.isEmpty()) {
            throw JsonFactsReader.wrong(place + ".delete_column", "the column that marks deleted rows");
        }
        return new TableExtraction(mode, column(node, "watermark", table, place), deletes, mark);
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> kind, JsonNode node, String property, String place) {
        Optional<String> written = JsonFactsReader.optionalText(node, property);
        Optional<E> found = written.flatMap(text -> Arrays.stream(kind.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst());
        if (written.isPresent() && found.isEmpty()) {
            throw JsonFactsReader.wrong(
                    place + "." + property,
                    Arrays.stream(kind.getEnumConstants())
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static Optional<String> column(JsonNode node, String property, TableDraft table, String place) {
        return JsonFactsReader.optionalText(node, property)
                .map(name -> table.column(name)
                        .map(column -> column.name)
                        .orElseThrow(() -> JsonFactsReader.wrong(place + "." + property, "a column of " + table.name)));
    }
}
