package io.lakewright.proof.run;

import io.lakewright.core.document.ModelDocuments;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.SqlFailure;
import io.lakewright.engine.StatementResult;
import io.lakewright.proof.receipt.Receipt;
import io.lakewright.proof.receipt.ReceiptBuilder;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptType;
import io.lakewright.sql.Statement;
import io.lakewright.sql.Stripped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs printed scripts statement by statement and writes each down. */
final class ScriptRunner {

    // Generous, because a shared machine can be slow; a statement that hangs is still ended.
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int MOST_VIOLATIONS = 100;
    private static final int SHOWN_VIOLATIONS = 3;

    private final EngineSession session;
    private final ReceiptBuilder receipt;

    ScriptRunner(EngineSession session, ReceiptBuilder receipt) {
        this.session = session;
        this.receipt = receipt;
    }

    /** False when a statement failed; tests go on after a failure, other scripts do not. */
    boolean run(List<Script> scripts, String step, String timestamp) {
        boolean good = true;
        for (Script script : scripts) {
            for (Statement statement : script.statements()) {
                boolean passed = run(script, statement, step, timestamp);
                good &= passed;
                if (!passed && script.type() != ScriptType.TEST) {
                    return false;
                }
            }
        }
        return good;
    }

    private boolean run(Script script, Statement statement, String step, String timestamp) {
        Stripped stripped = statement.forOpenSource();
        if (stripped.text().isEmpty()) {
            write(
                    script,
                    statement,
                    step,
                    stripped,
                    Receipt.Outcome.CHECKED_BY_RULE,
                    0,
                    Optional.empty(),
                    Optional.empty());
            return true;
        }
        StatementResult result = session.execute(new io.lakewright.engine.Statement(
                stripped.text().get(), Map.of("batch_timestamp", timestamp), LIMIT, MOST_VIOLATIONS));
        Optional<String> error = result.failure().map(SqlFailure::text).or(() -> violations(script, statement, result));
        write(
                script,
                statement,
                step,
                stripped,
                error.isPresent() ? Receipt.Outcome.FAILED : Receipt.Outcome.EXECUTED,
                result.ms(),
                rows(script, result),
                error);
        return error.isEmpty();
    }

    /** A test passes when it returns nothing. */
    private static Optional<String> violations(Script script, Statement statement, StatementResult result) {
        if (script.type() != ScriptType.TEST || result.rows().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(statement.purpose() + ": " + result.rows().size() + " violations, such as "
                + result.rows().stream().limit(SHOWN_VIOLATIONS).toList());
    }

    private static Optional<Long> rows(Script script, StatementResult result) {
        if (script.type() == ScriptType.TEST) {
            return Optional.of((long) result.rows().size());
        }
        return result.affectedRows().isPresent()
                ? Optional.of(result.affectedRows().getAsLong())
                : Optional.empty();
    }

    private void write(
            Script script,
            Statement statement,
            String step,
            Stripped stripped,
            Receipt.Outcome outcome,
            long ms,
            Optional<Long> rows,
            Optional<String> error) {
        receipt.statement(new Receipt.StatementLine(
                script.name(),
                step,
                statement.purpose(),
                ModelDocuments.digest(statement.text()),
                stripped.text().map(ModelDocuments::digest),
                stripped.applied().stream()
                        .map(rule -> new Receipt.StripLine(rule.id(), rule.reason()))
                        .toList(),
                outcome,
                ms,
                rows,
                error));
    }
}
