package io.lakewright.analyzer.server;

import io.lakewright.analyzer.meaning.ModellingQuestion;
import io.lakewright.analyzer.meaning.TableMeaning;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a table means, in the form that answers have; what there is nothing to say of is left out. */
final class MeaningAnswers {

    private MeaningAnswers() {}

    static void add(ObjectNode suggestion, TableMeaning meaning) {
        if (!meaning.grain().columns().isEmpty()) {
            ObjectNode grain =
                    suggestion.putObject("grain").put("words", meaning.grain().words());
            TableAnswers.strings(grain.putArray("columns"), meaning.grain().columns());
        }
        if (!meaning.eventDates().isEmpty()) {
            TableAnswers.strings(suggestion.putArray("event_dates"), meaning.eventDates());
        }
        if (!meaning.measures().isEmpty()) {
            ArrayNode measures = suggestion.putArray("measures");
            meaning.measures().forEach(measure -> {
                ObjectNode node =
                        measures.addObject().put("column", measure.column()).put("additivity", additivity(measure));
                measure.kind().because().ifPresent(because -> node.put("because", because));
            });
        }
        if (!meaning.degenerate().isEmpty()) {
            TableAnswers.strings(suggestion.putArray("degenerate"), meaning.degenerate());
        }
        meaning.question().ifPresent(question -> {
            ObjectNode node = suggestion.putObject("question").put("text", question.text());
            TableAnswers.strings(node.putArray("options"), question.options());
        });
    }

    /** The grain, the measures and the question in one line. */
    static String text(TableMeaning meaning) {
        String grain = meaning.grain().words().isEmpty()
                ? "no key is known"
                : SafeText.name(meaning.grain().words());
        String measures = meaning.measures().isEmpty()
                ? ""
                : "; measures "
                        + meaning.measures().stream()
                                .map(measure -> SafeText.name(measure.column()) + " " + additivity(measure))
                                .collect(Collectors.joining(", "));
        return grain
                + measures
                + meaning.question()
                        .map(ModellingQuestion::text)
                        .map(text -> "; to ask: " + SafeText.sentence(text))
                        .orElse("");
    }

    private static String additivity(TableMeaning.Measure measure) {
        return measure.kind().additivity().name().toLowerCase(Locale.ROOT);
    }
}
