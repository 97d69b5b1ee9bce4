package io.lakewright.optimizer.estimate;

/** What one run on a warehouse costs, from its time and the size of the warehouse. */
final class RunCost {

    private static final double IDLE_SECONDS = 300;

    private final EstimateRequest request;
    private final EstimateDraft draft;

    RunCost(EstimateRequest request, EstimateDraft draft) {
        this.request = request;
        this.draft = draft;
    }

    /** DBU and USD of a run: its time, and what is billed until the warehouse stops. */
    void write(Band seconds, WarehouseSize size) {
        if (!request.compute().isWarehouse()) {
            draft.missing(
                    "What a cluster of this type consumes in DBU an hour is not known; give a warehouse for a price.");
            return;
        }
        Band billed = new Band(seconds.low(), seconds.expected() + IDLE_SECONDS, seconds.high() + 2 * IDLE_SECONDS);
        Band dbu = billed.times(size.dbuPerHour() * request.compute().clusters() / 3600.0);
        draft.assume(
                "E-07: idle time until the warehouse stops is billed: 5 min expected, none when it is shared, 10 min at"
                        + " most.");
        if (request.compute().paysMachines()) {
            draft.assume("E-06: virtual machines of a pro or classic warehouse come on top of these USD.");
        }
        draft.numbers().set("dbu", dbu.tree());
        new WarehouseBill(request.compute(), request.hours(), draft)
                .price()
                .ifPresent(price ->
                        draft.numbers().set("usd", dbu.times(price.usdPerDbu()).tree()));
    }
}
