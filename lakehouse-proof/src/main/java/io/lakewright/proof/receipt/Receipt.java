package io.lakewright.proof.receipt;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was checked of a model, how, and with which result (contracts section 3).
 *
 * @param status PROVED only when every load and test was executed on rows, every invariant held, and whatever was not
 *     executed is metadata with its rule
 * @param engine name of the engine, empty when none ran
 * @param started ISO-8601 instant
 * @param ms wall time of the whole proof
 * @param sources what the source tables were filled with
 * @param histories per table, the hazards that its rows went through
 * @param digest SHA-256 over the statements and outcomes, without times
 */
public record Receipt(
        Status status,
        String engine,
        Map<String, String> versions,
        String started,
        long ms,
        List<SourceLine> sources,
        List<StatementLine> statements,
        List<InvariantLine> invariants,
        Map<String, List<String>> histories,
        Optional<String> reason,
        String digest) {

    /** How far a model was checked. */
    public enum Status {
        NOT_RUN,
        CHECKED,
        PROVED,
        FAILED
    }

    /** Where the rows of a source table come from. */
    public enum RowOrigin {
        GIVEN,
        SEEDED
    }

    /**
     * What one source table was filled with.
     *
     * @param rows in the first delivery
     * @param added of these, made up beside given rows that leave a column without any value
     * @param nextRows in the changed delivery
     */
    public record SourceLine(String table, RowOrigin origin, int rows, int added, int nextRows) {}

    /** What became of one statement. */
    public enum Outcome {
        EXECUTED,
        CHECKED_BY_RULE,
        FAILED
    }

    /**
     * One statement of a script, at one step of the proof.
     *
     * @param step when it ran: {@code create}, {@code first load}, {@code second run}, {@code changed load}, ...
     * @param sqlHash digest of the printed Databricks text
     * @param executedSqlHash digest of what ran; equal when nothing was stripped, empty when nothing ran
     * @param rows rows added or changed, or returned by a test
     */
    public record StatementLine(
            String script,
            String step,
            String purpose,
            String sqlHash,
            Optional<String> executedSqlHash,
            List<StripLine> stripRules,
            Outcome outcome,
            long ms,
            Optional<Long> rows,
            Optional<String> error) {
        public StatementLine {
            stripRules = Copies.list(stripRules);
        }
    }

    /** A numbered rule by which open-source Delta's text differs from Databricks'. */
    public record StripLine(String id, String reason) {}

    /** One invariant on one table. */
    public record InvariantLine(String id, String table, Held outcome, String detail) {}

    /** Whether an invariant held. */
    public enum Held {
        HELD,
        BROKEN
    }

    public Receipt {
        versions = Copies.map(versions);
        sources = Copies.list(sources);
        statements = Copies.list(statements);
        invariants = Copies.list(invariants);
        histories = Copies.map(histories);
        reason = Copies.optional(reason);
    }
}
