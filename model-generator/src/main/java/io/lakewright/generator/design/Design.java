package io.lakewright.generator.design;

import io.lakewright.core.Copies;
import io.lakewright.core.model.DataModel;
import java.util.List;

/**
 * A model and what is to be said about how it came to be.
 *
 * @param joined the relationships that were used, each {@code schema.table.column -> schema.table.column}
 * @param assumptions what was taken for granted, as sentences
 * @param questions what only the user can decide, the weightiest first
 * @param deviations where common advice was not followed, and why
 */
public record Design(
        DataModel model,
        List<String> joined,
        List<String> assumptions,
        List<Question> questions,
        List<Deviation> deviations) {
    public Design {
        joined = Copies.list(joined);
        assumptions = Copies.list(assumptions);
        questions = Copies.list(questions);
        deviations = Copies.list(deviations);
    }

    /** The same design around another state of its model. */
    public Design withModel(DataModel newModel) {
        return new Design(newModel, joined, assumptions, questions, deviations);
    }
}
