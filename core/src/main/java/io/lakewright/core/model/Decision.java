package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;

/**
 * Why something in the model is as it is.
 *
 * @param rule id of the rule in the fact base
 * @param evidence facts of this schema, as sentences
 * @param alternatives what else would have been possible
 */
public record Decision(String rule, String choice, String because, List<String> evidence, List<String> alternatives) {
    public Decision {
        evidence = Copies.list(evidence);
        alternatives = Copies.list(alternatives);
    }
}
