package io.lakewright.proof;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineSession;
import io.lakewright.proof.receipt.Receipt;
import io.lakewright.proof.receipt.Receipt.RowOrigin;
import io.lakewright.proof.receipt.Receipt.SourceLine;
import io.lakewright.proof.receipt.ReceiptBuilder;
import io.lakewright.proof.rows.Batches;
import io.lakewright.proof.run.ProofRun;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptPrinter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Proves models on an engine.
 *
 * <p>Rules: PROOF-1 the receipt says PROVED only when everything that can run ran, on rows, and every invariant held.
 * PROOF-2 an engine that is missing, dies or hangs gives NOT_RUN with the reason, never more. PROOF-3 what runs is the
 * printed Databricks text after numbered strip rules. Safe for concurrent use.
 */
public final class ModelProof {

    private static final long SEED = 20_260_101L;

    private final Engine engine;
    private final Clock clock;

    public ModelProof(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    public ModelProof(Engine engine) {
        this(engine, Clock.systemUTC());
    }

    /**
     * Runs the proof and waits for its end.
     *
     * @param given rows of the source tables; tables without any get seeded ones
     */
    public Receipt prove(DataModel model, SourceRows given) {
        ReceiptBuilder receipt = new ReceiptBuilder(clock);
        try {
            List<Script> scripts = ScriptPrinter.print(model, Dialect.DATABRICKS);
            Batches batches = Batches.of(model.source(), given, SEED);
            List<String> catalogs = model.targets().values().stream()
                    .map(Target::catalog)
                    .distinct()
                    .toList();
            try (EngineSession session = engine.session(catalogs)) {
                receipt.engine(engine.status().versions());
                receipt.sources(sources(batches));
                new ProofRun(session, model, scripts, batches, receipt).run();
            }
            return receipt.finished();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.UpstreamFailed) {
                return receipt.notRun(e.problem().message());
            }
            throw e;
        }
    }

    private static List<SourceLine> sources(Batches batches) {
        List<SourceLine> lines = new ArrayList<>();
        batches.first().forEach((name, rows) -> {
            int count = rows.rows().size();
            int next = Objects.requireNonNull(batches.second().get(name)).rows().size();
            Optional<Integer> given = Optional.ofNullable(batches.given().get(name));
            lines.add(new SourceLine(
                    name.toString(),
                    given.isPresent() ? RowOrigin.GIVEN : RowOrigin.SEEDED,
                    count,
                    given.map(known -> count - known).orElse(0),
                    next));
        });
        return lines;
    }
}
