package io.lakewright.generator.rules;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Rule;
import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks models against every modelling rule that needs no data.
 *
 * <p>Rules: names must resolve first (R01 to R08); then the general rules (G), names (N), dimensional (K) and Data
 * Vault rules (D) of modeling.md 5.3. The score is 100, less 10 for every rule broken with an error and 3 for every
 * one broken with a warning, however many tables break it.
 */
public final class ModelRules {

    private static final int WHOLE = 100;
    private static final int ERROR_COST = 10;
    private static final int WARNING_COST = 3;

    private static final List<ModelRule> ALL = Stream.of(
                    ResolutionRules.all(),
                    NameRules.all(),
                    GeneralRules.all(),
                    ReferenceRules.all(),
                    LayoutRules.all(),
                    FactRules.all(),
                    DimensionRules.all(),
                    VaultRules.all(),
                    VaultHashRules.all())
            .flatMap(List::stream)
            .toList();

    private ModelRules() {}

    /**
     * The whole answer about a model.
     *
     * @param valid whether no finding is an error
     * @param score 0 to 100
     */
    public record Validation(boolean valid, List<Finding> findings, int score) {
        public Validation {
            findings = List.copyOf(findings);
        }
    }

    /** Every rule, in the order in which they are checked. */
    public static List<Rule<DataModel>> all() {
        return List.copyOf(ALL);
    }

    /** What the rules have to say, errors first, else in rule order. */
    public static List<Finding> check(DataModel model) {
        List<Finding> found =
                ALL.stream().flatMap(rule -> rule.check(model).stream()).toList();
        return Stream.of(Severity.values())
                .flatMap(severity -> found.stream().filter(f -> f.severity() == severity))
                .toList();
    }

    public static Validation validate(DataModel model) {
        List<Finding> findings = check(model);
        boolean valid = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        return new Validation(valid, findings, score(findings));
    }

    /** 100 for a model about which only information is told. */
    public static int score(List<Finding> findings) {
        long cost = ERROR_COST * broken(findings, Severity.ERROR) + WARNING_COST * broken(findings, Severity.WARNING);
        return (int) Math.max(0, WHOLE - cost);
    }

    private static long broken(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(f -> f.severity() == severity)
                .map(Finding::rule)
                .distinct()
                .count();
    }
}
