package io.lakewright.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A pattern with the reasons for and against it, for one table.
 *
 * @param score 0 to 1
 * @param because what speaks for it
 * @param against what speaks against it
 */
public record Recommendation(Pattern pattern, double score, List<String> because, List<String> against) {

    private static final double CHOSEN = 0.5;

    public boolean isRecommended() {
        return score >= CHOSEN;
    }

    /** Every pattern of the catalogue with its score, best first (modeling.md 4.3, steps 6, 13 and 14). */
    static List<Recommendation> rank(PatternCatalogue catalogue, Subject subject) {
        return catalogue.patterns().stream()
                .map(pattern -> new Weighing(pattern, subject).weigh())
                .sorted(Comparator.comparingDouble((Recommendation r) -> -r.score())
                        .thenComparing(r -> r.pattern().id()))
                .toList();
    }

    private static final class Weighing {
        private final Pattern pattern;
        private final Subject subject;
        private final List<String> because = new ArrayList<>();
        private final List<String> against = new ArrayList<>();
        private double score;

        Weighing(Pattern pattern, Subject subject) {
            this.pattern = pattern;
            this.subject = subject;
        }

        Recommendation weigh() {
            style();
            switch (pattern.kind()) {
                case FACT -> fact();
                case DIMENSION -> dimension();
                case DATE_DIMENSION -> date();
                case HUB -> hub();
                case LINK -> link();
                case SATELLITE -> satellite();
            }
            return new Recommendation(pattern, Math.clamp(score, 0.0, 1.0), List.copyOf(because), List.copyOf(against));
        }

        private void style() {
            boolean vault = subject.speaksOf("vault", "audit", "many sources", "several sources", "raw history");
            boolean star =
                    subject.speaksOf("report", "dashboard", "star", "analys", "dimension", "kpi", "self-service");
            boolean isVault = pattern.category().equals("data_vault");
            if (isVault && vault) {
                add(0.4, "the use case speaks of a vault, of audit or of several sources");
            } else if (isVault && !star) {
                add(0.1, "a vault integrates sources, which the use case does not rule out");
            } else if (isVault) {
                minus(0.2, "the use case is about reporting, which a star serves directly");
            } else if (vault && !star) {
                minus(0.3, "the use case is about integration with history, which a vault serves");
            } else {
                add(0.2, "a star serves reporting");
            }
        }

        private void fact() {
            if (subject.tableClass().equals("fact")) {
                add(0.4, subject.name() + " looks like an event or measurement");
            }
            ifAny(subject.eventDates(), 0.2, subject.eventDates() + " event dates", "no event date");
            ifAny(subject.measures(), 0.15, subject.measures() + " numbers to add up", "no numbers to add up");
            ifAny(subject.references(), 0.1, subject.references() + " references to look up", "no references");
            if (subject.tableClass().equals("dimension") || subject.tableClass().equals("reference")) {
                minus(0.4, subject.name() + " describes things rather than events");
            }
        }

        private void dimension() {
            boolean describes = subject.tableClass().equals("dimension")
                    || subject.tableClass().equals("reference");
            if (describes) {
                add(0.3, subject.name() + " describes things that facts refer to");
            } else if (subject.tableClass().equals("fact")) {
                minus(0.4, subject.name() + " looks like an event or measurement");
            }
            ifAny(
                    subject.descriptions(),
                    0.1,
                    subject.descriptions() + " descriptive columns",
                    "no descriptive columns");
            boolean history = subject.speaksOf("histor", "type 2", "scd2", "as it was", "over time", "track", "audit");
            boolean overwrite = subject.speaksOf("type 1", "overwrite", "current only", "no history", "latest");
            boolean keepsVersions =
                    pattern.scdType().map(type -> type.number() == 2).orElse(false);
            if (keepsVersions) {
                if (overwrite) {
                    minus(0.2, "the use case asks for the newest state only");
                } else {
                    add(
                            history || subject.hasValidity() ? 0.3 : 0.15,
                            history
                                    ? "the use case asks for history"
                                    : subject.hasValidity()
                                            ? "the source itself keeps validity"
                                            : "history that is not kept cannot be had later");
                }
            } else if (overwrite) {
                add(0.3, "the use case asks for the newest state only");
            } else if (history) {
                minus(0.1, "the use case asks for history");
            }
        }

        private void date() {
            if (subject.eventDates() > 0 && subject.tableClass().equals("fact")) {
                add(0.3, subject.eventDates() + " event dates to group by");
            } else {
                against.add("no event date of a fact");
                score = Math.min(score, 0.2);
            }
        }

        private void hub() {
            if (subject.hasKey()) {
                add(0.2, subject.name() + " has a key of its own");
            } else {
                minus(0.2, subject.name() + " has no key");
            }
            if (subject.tableClass().equals("bridge")) {
                minus(0.3, "its key is made of references");
            }
        }

        private void link() {
            if (subject.references() >= 2) {
                add(0.25, subject.references() + " references in one unit of work");
            } else if (subject.references() == 1) {
                add(0.15, "one reference besides its own key");
            } else {
                minus(0.3, "no references");
            }
        }

        private void satellite() {
            int payload = subject.descriptions() + subject.measures() + subject.eventDates();
            ifAny(payload, 0.2, payload + " columns whose history is worth keeping", "no columns besides keys");
        }

        private void ifAny(int count, double weight, String reason, String missing) {
            if (count > 0) {
                add(weight, reason);
            } else {
                minus(weight / 2, missing);
            }
        }

        private void add(double weight, String reason) {
            score += weight;
            because.add(reason);
        }

        private void minus(double weight, String reason) {
            score -= weight;
            against.add(reason);
        }
    }
}
