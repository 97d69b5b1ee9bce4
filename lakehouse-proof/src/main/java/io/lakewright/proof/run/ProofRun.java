package io.lakewright.proof.run;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import io.lakewright.engine.EngineSession;
import io.lakewright.proof.oracle.Expectation;
import io.lakewright.proof.oracle.Hazard;
import io.lakewright.proof.receipt.ReceiptBuilder;
import io.lakewright.proof.rows.Batches;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptType;
import io.lakewright.sql.ScriptWaves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One proof from an empty lakehouse to the last invariant: create, load, load again, load a changed delivery, load it
 * again. Ends early when a script fails, since everything after it would fail too.
 */
public final class ProofRun {

    private static final String FIRST = "2026-01-05 03:00:00";
    private static final String CHANGED = "2026-01-06 03:00:00";

    private final DataModel model;
    private final List<Script> scripts;
    private final Batches batches;
    private final ReceiptBuilder receipt;
    private final Lakehouse lakehouse;
    private final ScriptRunner runner;

    public ProofRun(
            EngineSession session, DataModel model, List<Script> scripts, Batches batches, ReceiptBuilder receipt) {
        this.model = model;
        this.scripts = scripts;
        this.batches = batches;
        this.receipt = receipt;
        this.lakehouse = new Lakehouse(session, model);
        this.runner = new ScriptRunner(session, receipt);
    }

    /** Everything that happened stands on the receipt afterwards. */
    public void run() {
        try {
            lakehouse.createSchemas();
            lakehouse.createLandings();
            boolean created =
                    runner.run(of(ScriptType.DDL), "create", FIRST) && runner.run(of(ScriptType.DML), "seed", FIRST);
            if (created) {
                loads();
            }
        } catch (SetUpFailure e) {
            receipt.broken(String.valueOf(e.getMessage()));
        }
    }

    private void loads() {
        Map<String, Long> seeded = lakehouse.counts();
        Map<String, Expectation> expected = new LinkedHashMap<>();
        model.tables().forEach(table -> expected.put(table.id(), new Expectation(table)));
        Delivery first = new Delivery(FIRST, batches.first());
        Delivery changed = new Delivery(CHANGED, batches.second());
        boolean loaded = load(first, "first load", seeded, expected) && load(changed, "changed load", seeded, expected);
        if (loaded && runner.run(of(ScriptType.TEST), "tests", CHANGED)) {
            coverage(expected);
        }
    }

    /** Loads twice; tests the last delivery, whose state holds the versions of all before it. */
    private boolean load(Delivery delivery, String step, Map<String, Long> seeded, Map<String, Expectation> expected) {
        lakehouse.deliver(delivery);
        if (!runner.run(of(ScriptType.ETL), step, delivery.timestamp())) {
            return false;
        }
        expected.values().forEach(expectation -> expectation.deliver(delivery.tables()));
        Map<String, Lakehouse.State> before = lakehouse.states();
        model.tables().forEach(table -> judge(table, step, seeded, before, expected));
        if (!runner.run(of(ScriptType.ETL), step + ", second run", delivery.timestamp())) {
            return false;
        }
        Map<String, Lakehouse.State> after = lakehouse.states();
        for (TableSpec table : model.tables()) {
            boolean same = state(before, table).equals(state(after, table));
            receipt.invariant(
                    "INV-RERUN",
                    table.name(),
                    same,
                    same
                            ? "the second run of the " + step + " changed nothing"
                            : "rows or values changed when the " + step + " ran again");
        }
        return true;
    }

    private static Lakehouse.State state(Map<String, Lakehouse.State> states, TableSpec table) {
        return states.getOrDefault(table.id(), new Lakehouse.State(0, ""));
    }

    private void judge(
            TableSpec table,
            String step,
            Map<String, Long> seeded,
            Map<String, Lakehouse.State> loaded,
            Map<String, Expectation> expected) {
        long rows = state(loaded, table).rows();
        long gained = rows - (table.loads().isEmpty() || isGenerated(table) ? 0 : seeded.getOrDefault(table.id(), 0L));
        receipt.invariant("INV-LOADED", table.name(), gained > 0, gained + " rows after the " + step);
        Optional<Long> wanted = Optional.ofNullable(expected.get(table.id())).flatMap(Expectation::rowsGained);
        wanted.ifPresent(count -> receipt.invariant(
                "INV-ORACLE",
                table.name(),
                count == gained,
                "after the " + step + ": " + gained + " rows, worked out from the source: " + count));
    }

    private static boolean isGenerated(TableSpec table) {
        return table instanceof TableSpec.DateDimension;
    }

    /** Loads that read tables of the model are outside the oracle: of them only the repeated run is known. */
    private void coverage(Map<String, Expectation> expected) {
        for (TableSpec table : model.tables()) {
            if (!isGenerated(table)) {
                receipt.covered(table.name(), Hazard.REPEATED_RUN.label());
                Optional.ofNullable(expected.get(table.id()))
                        .ifPresent(rows -> rows.met().forEach(hazard -> receipt.covered(table.name(), hazard.label())));
            }
        }
    }

    private List<List<Script>> of(ScriptType type) {
        List<Script> ofType =
                scripts.stream().filter(script -> script.type() == type).toList();
        return type == ScriptType.TEST ? List.of(ofType) : ScriptWaves.of(model, ofType);
    }
}
