package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Severity;
import io.lakewright.optimizer.Amounts;
import java.util.List;
import java.util.Optional;

/** How long a query on one table takes: the share that it reads, and the time that reading takes. */
final class QueryEstimate {

    private static final double SCAN_BYTES_PER_WORKER = 250e6;
    private static final double WORK_PER_SCAN = 2;
    private static final int CORES = 8;

    private final EstimateRequest request;
    private final EstimateDraft draft;

    QueryEstimate(EstimateRequest request, EstimateDraft draft) {
        this.request = request;
        this.draft = draft;
    }

    void write() {
        if (request.tableBytes().isEmpty()) {
            draft.missing(
                    "The size of the table that the query reads is missing (table_bytes): no time can be given without it.");
            return;
        }
        Scan scan = new Scan(
                request.tableBytes().get(),
                request.clustering(),
                request.partitioning(),
                request.isUnfiltered() ? List.of() : request.filtered(),
                request.selectivity());
        Band fraction = scan.fraction();
        boolean layout = !request.clustering().isEmpty()
                || !request.partitioning().isEmpty()
                || !request.claim().isBlank();
        boolean nothingToSkip = request.isUnfiltered() || scan.files() <= 1;
        if (!scan.skips() && (layout || nothingToSkip)) {
            draft.find(Severity.INFO, "EST_NO_GAIN", "X-05", noGain(scan));
        }
        WarehouseSize size = request.compute().size().orElse(WarehouseSize.SMALL);
        if (request.compute().size().isEmpty()) {
            draft.assume("A: a Small warehouse (" + size.workers() + " workers) runs the query; name yours.");
        }
        scan.assumptions().forEach(draft::assume);
        Band seconds = seconds(scan, size);
        draft.numbers().set("scan_fraction", fraction.tree());
        draft.numbers().set("files", fraction.times(scan.files()).tree());
        draft.numbers().set("seconds", seconds.tree());
        new RunCost(request, draft).write(seconds, size);
        draft.find(
                Severity.INFO,
                "EST_BAND",
                "X-06",
                "Reads about " + share(fraction) + " of " + Amounts.bytes(scan.bytes()) + " and takes about "
                        + range(seconds) + " on a " + size.label() + " warehouse.");
    }

    private static String share(Band fraction) {
        String expected = Amounts.percent(fraction.expected());
        return fraction.low() == fraction.high()
                ? expected
                : expected + " (between " + Amounts.percent(fraction.low()) + " and " + Amounts.percent(fraction.high())
                        + ")";
    }

    private static String range(Band seconds) {
        return Amounts.duration(seconds.expected()) + " (between " + Amounts.duration(seconds.low()) + " and "
                + Amounts.duration(seconds.high()) + ")";
    }

    private String noGain(Scan scan) {
        if (scan.files() <= 1) {
            return "The table fits one file: no layout lets a query skip anything, and the fixed overhead dominates.";
        }
        return request.isUnfiltered()
                ? "The query reads every row: without a filter on a clustering key no file can be skipped, so the layout gives"
                        + " this query nothing."
                : "The query does not filter by a column of the layout, so no file can be skipped.";
    }

    private Band seconds(Scan scan, WarehouseSize size) {
        double workers = (double) size.workers() * request.compute().clusters();
        Optional<EstimateRequest.History> history =
                request.history().filter(it -> it.readBytes() > 0 && it.taskSeconds() > 0);
        Band start = new Band(0.3, 1, 4);
        Band bytes = scan.fraction().times(scan.bytes());
        if (history.isPresent()) {
            double perWorker = CORES * history.get().readBytes() / history.get().taskSeconds();
            draft.find(
                    Severity.INFO,
                    "EST_CALIBRATED",
                    "X-06",
                    "Calibrated by measured work: " + Amounts.bytes(perWorker)
                            + " a second and worker in place of the assumed 250 MB.");
            Band time = Band.measured(bytes.expected() / (workers * perWorker));
            return start.plus(widened(time, bytes, workers * perWorker, 1));
        }
        draft.assume("X-02: a worker scans 250 MB/s compressed (100 to 800); no published figure exists.");
        draft.assume("X-03: joins and aggregates make it 2 times the scan (1.2 to 6).");
        draft.assume("A: about 1 s passes before the first byte is read.");
        double rate = workers * SCAN_BYTES_PER_WORKER / WORK_PER_SCAN;
        return start.plus(widened(Band.unmeasured(bytes.expected() / rate), bytes, rate, 1));
    }

    /** The band of the rate, as wide as the band of what is read demands at least. */
    private static Band widened(Band time, Band bytes, double rate, double factor) {
        return new Band(
                Math.min(time.low(), factor * bytes.low() / rate),
                time.expected(),
                Math.max(time.high(), factor * bytes.high() / rate));
    }
}
