package io.lakewright.analyzer.understand;

import java.util.List;

/**
 * Keys of one table, best first.
 *
 * @param primary candidates for the row identity
 * @param business candidates for what people call a row by; the last one may be a surrogate of the source
 * @param recommendedBusinessKey columns of the best business key; empty only for a table without any key
 * @param warnings what a modeller should know or confirm
 */
public record KeyAdvice(
        List<Candidate> primary, List<Candidate> business, List<String> recommendedBusinessKey, List<String> warnings) {

    /**
     * A key that could be used.
     *
     * @param score 0 to 1
     * @param basis {@code declared}, {@code data} or {@code name}
     */
    public record Candidate(List<String> columns, String reason, double score, String basis) {
        public Candidate {
            columns = List.copyOf(columns);
        }
    }

    public KeyAdvice {
        primary = List.copyOf(primary);
        business = List.copyOf(business);
        recommendedBusinessKey = List.copyOf(recommendedBusinessKey);
        warnings = List.copyOf(warnings);
    }
}
