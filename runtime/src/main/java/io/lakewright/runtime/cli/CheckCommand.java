package io.lakewright.runtime.cli;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.document.Json;
import io.lakewright.generator.rules.ModelRules;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The findings of a model file. */
@Command(name = "check", description = "Checks a model file against the modelling and Databricks rules.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    final ModelOption model = new ModelOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    String format = "text";

    @Override
    public Integer call() {
        List<Finding> findings = ModelRules.check(model.read());
        if (format.equals("json")) {
            System.out.print(Json.pretty(findings));
        } else {
            findings.forEach(finding -> System.out.println(finding.severity() + " " + finding.rule() + " "
                    + finding.table().orElse("") + ": " + finding.message()));
            System.out.println(findings.isEmpty() ? "No findings." : findings.size() + " findings.");
        }
        boolean blocked = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return blocked ? Exit.CHECKS_FAILED : Exit.DONE;
    }
}
