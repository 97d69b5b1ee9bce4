package io.lakewright.analyzer.understand;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    static final String DECLARED = "declared";

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

    /**
     * The same advice after looking at rows: candidates that the source does not declare are dropped where rows repeat
     * them, with a warning, and confirmed where none does.
     */
    public KeyAdvice verified(List<KeyCheck> checks) {
        Set<String> noted = new LinkedHashSet<>(warnings);
        List<Candidate> heldPrimary = held(primary, checks, noted);
        List<Candidate> heldBusiness = held(business, checks, noted);
        return new KeyAdvice(
                heldPrimary,
                heldBusiness,
                heldBusiness.isEmpty() ? List.of() : heldBusiness.getFirst().columns(),
                List.copyOf(noted));
    }

    private static List<Candidate> held(List<Candidate> candidates, List<KeyCheck> checks, Set<String> noted) {
        List<Candidate> held = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<KeyCheck> check = checks.stream()
                    .filter(found -> found.columns().equals(candidate.columns()) && found.rows() > 0)
                    .findFirst();
            if (candidate.basis().equals(DECLARED) || check.isEmpty()) {
                held.add(candidate);
            } else if (check.get().isUnique()) {
                held.add(new Candidate(
                        candidate.columns(),
                        candidate.reason() + "; " + check.get().words(),
                        candidate.score(),
                        "data"));
            } else {
                noted.add(String.join(", ", candidate.columns()) + " is no key: "
                        + check.get().words() + ".");
            }
        }
        return held;
    }
}
