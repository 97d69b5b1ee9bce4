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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs printed scripts and writes every statement down. */
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

    /**
     * Runs waves of scripts; scripts of a wave, and all tests, run side by side. False when a statement failed; tests go
     * on after a failure, after another script the next wave does not begin.
     */
    boolean run(List<List<Script>> waves, String step, String timestamp) {
        boolean good = true;
        for (List<Script> wave : waves) {
            List<List<Receipt.StatementLine>> lines = SideBySide.each(
                    wave,
                    script -> script.type() == ScriptType.TEST
                            ? SideBySide.each(script.statements(), statement -> run(script, statement, step, timestamp))
                            : untilFailure(script, step, timestamp));
            lines.forEach(script -> script.forEach(receipt::statement));
            boolean passed = lines.stream().flatMap(List::stream).noneMatch(ScriptRunner::failed);
            good &= passed;
            if (!passed && wave.getFirst().type() != ScriptType.TEST) {
                return false;
            }
        }
        return good;
    }

    private List<Receipt.StatementLine> untilFailure(Script script, String step, String timestamp) {
        List<Receipt.StatementLine> lines = new ArrayList<>();
        for (Statement statement : script.statements()) {
            lines.add(run(script, statement, step, timestamp));
            if (failed(lines.getLast())) {
                break;
            }
        }
        return lines;
    }

    private static boolean failed(Receipt.StatementLine line) {
        return line.outcome() == Receipt.Outcome.FAILED;
    }

    private Receipt.StatementLine run(Script script, Statement statement, String step, String timestamp) {
        Stripped stripped = statement.forOpenSource();
        if (stripped.text().isEmpty()) {
            Optional<Long> noRows = Optional.empty();
            return line(
                    script, statement, step, stripped, Receipt.Outcome.CHECKED_BY_RULE, 0, noRows, Optional.empty());
        }
        StatementResult result = session.execute(new io.lakewright.engine.Statement(
                stripped.text().get(), Map.of("batch_timestamp", timestamp), LIMIT, MOST_VIOLATIONS));
        Optional<String> error = result.failure().map(SqlFailure::text).or(() -> violations(script, statement, result));
        return line(
                script,
                statement,
                step,
                stripped,
                error.isPresent() ? Receipt.Outcome.FAILED : Receipt.Outcome.EXECUTED,
                result.ms(),
                rows(script, result),
                error);
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

    private static Receipt.StatementLine line(
            Script script,
            Statement statement,
            String step,
            Stripped stripped,
            Receipt.Outcome outcome,
            long ms,
            Optional<Long> rows,
            Optional<String> error) {
        return new Receipt.StatementLine(
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
                error);
    }
}
