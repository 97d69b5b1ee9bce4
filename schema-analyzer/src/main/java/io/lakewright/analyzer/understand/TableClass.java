package io.lakewright.analyzer.understand;

import java.util.List;
import java.util.Locale;

/**
 * What a source table is for a model.
 *
 * @param score 0 to 1, how strongly the table looks like an event or measurement (modeling.md 4.3 step 5)
 * @param reason why this kind was chosen, with the figures it rests on
 * @param alternatives kinds that come close, best first; a caller may ask when there are any
 */
public record TableClass(Kind kind, double score, String reason, List<Kind> alternatives) {

    /** The kinds of tables that answers name, each with {@code _candidate}. */
    public enum Kind {
        FACT,
        DIMENSION,
        BRIDGE,
        REFERENCE,
        HISTORY,
        TECHNICAL,
        SUBTYPE;

        /** The form used in answers, such as {@code fact_candidate}. */
        public String candidate() {
            return name().toLowerCase(Locale.ROOT) + "_candidate";
        }
    }

    public TableClass {
        alternatives = List.copyOf(alternatives);
    }

    /** Whether the table is a short list of codes or names, whether or not it is a level of a dimension too. */
    public boolean isCodeList() {
        return kind == Kind.REFERENCE || alternatives.contains(Kind.REFERENCE);
    }
}
