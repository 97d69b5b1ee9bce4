package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.optimizer.Amounts;

/** How long the loads of a model take, the first ones and those of a day. */
final class LoadEstimate {

    private final EstimateRequest request;
    private final EstimateDraft draft;

    LoadEstimate(EstimateRequest request, EstimateDraft draft) {
        this.request = request;
        this.draft = draft;
    }

    void write(DataModel model) {
        ModelLoads loads = ModelLoads.of(model, request.workload());
        WarehouseSize size = request.compute().size().orElseGet(() -> suitable(loads.expectedBytes()));
        int clusters = request.compute().clusters();
        if (request.compute().size().isEmpty()) {
            draft.assume("A: a " + size.label() + " warehouse (" + size.workers()
                    + (size.workers() == 1 ? " worker" : " workers") + ") runs the loads; name yours.");
        }
        loads.assumptions().forEach(draft::assume);
        Band initial = loads.initialSeconds(size, clusters);
        Band daily = loads.incrementalSeconds(size, clusters);
        draft.numbers().set("initial_load_seconds", initial.tree());
        draft.numbers().set("incremental_load_seconds", daily.tree());
        draft.numbers().set("seconds", daily.tree());
        draft.numbers().set("storage_bytes", loads.storageBytes().tree());
        new RunCost(request, draft).write(daily, size);
        if (draft.numbers().has("usd")) {
            draft.numbers().set("usd_per_run", draft.numbers().get("usd"));
        }
        draft.say("The first load takes about " + Amounts.duration(initial.expected()) + " (between "
                + Amounts.duration(initial.low()) + " and " + Amounts.duration(initial.high())
                + "), a daily load about "
                + Amounts.duration(daily.expected()) + " (between " + Amounts.duration(daily.low()) + " and "
                + Amounts.duration(daily.high()) + ").");
        draft.find(
                Severity.INFO,
                "EST_BAND",
                "X-06",
                "Every number is a band from low to high, because throughput is assumed.");
        if (loads.uncounted().isEmpty() && loads.isOverheadBound(size, clusters)) {
            draft.say("At " + Amounts.bytes(loads.expectedBytes())
                    + " the fixed overhead of a job start and of each statement dominates; rows hardly count.");
        }
        if (!loads.uncounted().isEmpty()) {
            draft.missing("Row counts of the sources of " + loads.uncounted().size()
                    + " tables are unknown: the numbers stand on an assumed count until they are told.");
        }
    }

    private static WarehouseSize suitable(double bytes) {
        return bytes < 10e9 ? WarehouseSize.XX_SMALL : bytes < 1e12 ? WarehouseSize.SMALL : WarehouseSize.MEDIUM;
    }
}
