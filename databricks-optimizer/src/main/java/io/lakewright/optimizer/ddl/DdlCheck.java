package io.lakewright.optimizer.ddl;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.document.Json;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.advice.FactRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what Databricks would refuse in statements, or would take without effect, by the rules of databricks.md. It knows
 * those rules, not the whole grammar: a statement without finding may still fail to parse.
 */
public final class DdlCheck {

    private static final int LONGEST = 200_000;

    private DdlCheck() {}

    /** @throws ProblemException LW-1601 when there is no statement, or too long a one */
    public static Advice check(String ddl, DdlContext context) {
        List<DdlStatement> statements = ddl.length() > LONGEST ? List.of() : DdlReader.read(ddl);
        if (statements.isEmpty()) {
            throw Problem.invalid(
                            "LW-1601",
                            ddl.isBlank()
                                    ? "There is no statement to check."
                                    : "The statement is too long to be checked.",
                            "Send one or a few statements of DDL.")
                    .exception();
        }
        List<Finding> findings = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        for (DdlStatement statement : statements) {
            Placed placed = new Placed(statement, context);
            List<Finding> found = new ArrayList<>(FactRule.all(LayoutRules.ALL, placed, statement.table()));
            found.addAll(FactRule.all(PropertyRules.ALL, placed, statement.table()));
            found.addAll(FactRule.all(ColumnRules.ALL, placed, statement.table()));
            found.addAll(FactRule.all(NameRules.ALL, placed, statement.table()));
            found.addAll(FactRule.all(KeyRules.ALL, placed, statement.table()));
            findings.addAll(found);
            sql.addAll(corrected(placed, found));
        }
        boolean valid = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new Advice(
                headline(valid, findings), findings, sql, List.of(), List.of(), Json.object(), Optional.of(valid));
    }

    private static List<String> corrected(Placed placed, List<Finding> found) {
        try {
            return Correction.of(placed, found);
        } catch (ProblemException unprintable) {
            // A name that cannot be printed is a finding already; there is no corrected form of it.
            return List.of();
        }
    }

    private static String headline(boolean valid, List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No rule objects to this statement.";
        }
        return valid ? "Databricks would take this; note:" : "Databricks would refuse this:";
    }
}
