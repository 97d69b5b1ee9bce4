package io.lakewright.proof.receipt;

import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.proof.receipt.Receipt.Held;
import io.lakewright.proof.receipt.Receipt.InvariantLine;
import io.lakewright.proof.receipt.Receipt.Outcome;
import io.lakewright.proof.receipt.Receipt.SourceLine;
import io.lakewright.proof.receipt.Receipt.StatementLine;
import io.lakewright.proof.receipt.Receipt.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what happens during one proof. Used by one thread. */
public final class ReceiptBuilder {

    private final Clock clock;
    private final Instant started;
    private final List<StatementLine> statements = new ArrayList<>();
    private final List<InvariantLine> invariants = new ArrayList<>();
    private final Map<String, List<String>> histories = new LinkedHashMap<>();
    private List<SourceLine> sources = List.of();
    private Map<String, String> versions = Map.of();
    private Optional<String> broken = Optional.empty();

    public ReceiptBuilder(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    public void engine(Map<String, String> engineVersions) {
        versions = engineVersions;
    }

    public void statement(StatementLine line) {
        statements.add(line);
    }

    public void invariant(String id, String table, boolean held, String detail) {
        invariants.add(new InvariantLine(id, table, held ? Held.HELD : Held.BROKEN, detail));
    }

    /** Says that the rows of a table went through a hazard. */
    public void covered(String table, String hazard) {
        histories.computeIfAbsent(table, name -> new ArrayList<>()).add(hazard);
    }

    /** Says which rows the source tables were filled with. */
    public void sources(List<SourceLine> lines) {
        sources = lines;
    }

    /** Something outside the scripts failed, such as filling the source tables: the proof cannot go on. */
    public void broken(String reason) {
        broken = Optional.of(reason);
    }

    /** The receipt of a proof that ran to its end, or to the first statement that failed. */
    public Receipt finished() {
        boolean failed = broken.isPresent()
                || statements.isEmpty()
                || statements.stream().anyMatch(line -> line.outcome() == Outcome.FAILED)
                || invariants.isEmpty()
                || invariants.stream().anyMatch(line -> line.outcome() == Held.BROKEN);
        return receipt(failed ? Status.FAILED : Status.PROVED, broken.or(this::firstFailure));
    }

    /** The receipt of a proof that the engine did not let finish; what did run stays on it. */
    public Receipt notRun(String reason) {
        return receipt(Status.NOT_RUN, Optional.of(reason));
    }

    private Optional<String> firstFailure() {
        return statements.stream()
                .filter(line -> line.outcome() == Outcome.FAILED)
                .map(line -> line.script() + ": " + line.error().orElse("failed"))
                .findFirst()
                .or(() -> invariants.stream()
                        .filter(line -> line.outcome() == Held.BROKEN)
                        .map(line -> line.id() + " on " + line.table() + ": " + line.detail())
                        .findFirst());
    }

    private Receipt receipt(Status status, Optional<String> reason) {
        String engine = versions.isEmpty() ? "" : "Apache Spark with Delta Lake";
        long ms = Duration.between(started, clock.instant()).toMillis();
        return new Receipt(
                status,
                engine,
                versions,
                started.toString(),
                ms,
                sources,
                statements,
                invariants,
                histories,
                reason,
                digest());
    }

    private String digest() {
        List<String> lines = new ArrayList<>();
        for (StatementLine line : statements) {
            lines.add(String.join(
                    " ",
                    line.script(),
                    line.step(),
                    line.sqlHash(),
                    line.executedSqlHash().orElse("-"),
                    line.outcome().name()));
        }
        invariants.forEach(line -> lines.add(line.id() + " " + line.table() + " " + line.outcome()));
        return ModelDocuments.digest(Json.compact(lines));
    }
}
