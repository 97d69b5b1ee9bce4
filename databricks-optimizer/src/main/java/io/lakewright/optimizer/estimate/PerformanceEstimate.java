package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.optimizer.Amounts;
import io.lakewright.optimizer.advice.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Estimates by databricks.md section 4. Times and sizes are bands, never single numbers; what arithmetic gives (DBU of a
 * size over hours, list price times DBU) is a number with the date of its price. A claimed factor without baseline, size,
 * filter and band is refused.
 */
public final class PerformanceEstimate {

    private static final double SCAN_BYTES_PER_WORKER = 250e6;
    private static final double WORK_PER_SCAN = 2;
    private static final int CORES = 8;
    private static final double IDLE_SECONDS = 300;

    private final EstimateRequest request;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final ObjectNode numbers = Json.object();

    private PerformanceEstimate(EstimateRequest request) {
        this.request = request;
    }

    public static Advice answer(EstimateRequest request) {
        return new PerformanceEstimate(request).build();
    }

    /** The loads of a model on a warehouse that suits its size. */
    public static Advice of(DataModel model) {
        Compute compute = new Compute(
                Optional.empty(), Optional.empty(), 1, Optional.empty(), Optional.empty(), Optional.empty());
        return answer(new EstimateRequest(
                Optional.of(model),
                "",
                compute,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty()));
    }

    private Advice build() {
        boolean asked = false;
        if (!request.claim().isBlank()) {
            judgeClaim();
            asked = true;
        }
        if (request.model().isPresent()) {
            loads(request.model().get());
            asked = true;
        }
        if (request.query().isPresent()
                || request.tableBytes().isPresent()
                || request.history().isPresent()) {
            query();
            asked = true;
        }
        if (request.storageBytes().isPresent()) {
            storage(request.storageBytes().get());
            asked = true;
        }
        boolean priced =
                request.hours().isPresent() || (request.compute().warehouse().isPresent() && !asked);
        if (priced) {
            new WarehouseBill(request.compute(), request.hours(), findings, assumptions, sentences, numbers).write();
            asked = true;
        }
        if (!asked) {
            missing(
                    "Give a model, a query with table_bytes, or a warehouse with hours; there is nothing to estimate yet.");
        }
        if (!assumptions.isEmpty()) {
            add(
                    Severity.INFO,
                    "EST_ASSUMPTIONS",
                    "X-06",
                    "The numbers rest on the listed assumptions; each can be replaced by what you know.");
        }
        return new Advice(
                String.join(" ", sentences), findings, List.of(), List.of(), assumptions, numbers, Optional.empty());
    }

    private void judgeClaim() {
        String words = request.claim().toLowerCase(Locale.ROOT);
        boolean factor =
                words.matches("(?s).*(\\d|twice|double|half|faster|cheaper|speed|improv|always|never|instant).*");
        if (factor) {
            add(
                    Severity.WARNING,
                    "EST_CLAIM_UNSUPPORTED",
                    "E-12",
                    "The claimed gain is not supported: published gains of liquid clustering are for selective reads of large"
                            + " tables against older layouts, and a factor means nothing without baseline, table size, filter"
                            + " and band.");
        }
    }

    private void query() {
        if (request.tableBytes().isEmpty()) {
            missing(
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
            add(Severity.INFO, "EST_NO_GAIN", "X-05", noGain(scan));
        }
        WarehouseSize size = request.compute().size().orElse(WarehouseSize.SMALL);
        if (request.compute().size().isEmpty()) {
            assumptions.add("A: a Small warehouse (" + size.workers() + " workers) runs the query; name yours.");
        }
        assumptions.addAll(scan.assumptions());
        Band seconds = seconds(scan, size);
        numbers.set("scan_fraction", fraction.tree());
        numbers.set("files", fraction.times(scan.files()).tree());
        numbers.set("seconds", seconds.tree());
        cost(seconds, size);
        add(
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
            add(
                    Severity.INFO,
                    "EST_CALIBRATED",
                    "X-06",
                    "Calibrated by measured work: " + Amounts.bytes(perWorker)
                            + " a second and worker in place of the assumed 250 MB.");
            Band time = Band.measured(bytes.expected() / (workers * perWorker));
            return start.plus(widened(time, bytes, workers * perWorker, 1));
        }
        assumptions.add("X-02: a worker scans 250 MB/s compressed (100 to 800); no published figure exists.");
        assumptions.add("X-03: joins and aggregates make it 2 times the scan (1.2 to 6).");
        assumptions.add("A: about 1 s passes before the first byte is read.");
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

    private void loads(DataModel model) {
        ModelLoads loads = ModelLoads.of(model, request.workload());
        WarehouseSize size = request.compute().size().orElseGet(() -> suitable(loads.expectedBytes()));
        int clusters = request.compute().clusters();
        if (request.compute().size().isEmpty()) {
            assumptions.add("A: a " + size.label() + " warehouse (" + size.workers()
                    + (size.workers() == 1 ? " worker" : " workers") + ") runs the loads; name yours.");
        }
        assumptions.addAll(loads.assumptions());
        Band initial = loads.initialSeconds(size, clusters);
        Band daily = loads.incrementalSeconds(size, clusters);
        numbers.set("initial_load_seconds", initial.tree());
        numbers.set("incremental_load_seconds", daily.tree());
        numbers.set("seconds", daily.tree());
        numbers.set("storage_bytes", loads.storageBytes().tree());
        cost(daily, size);
        if (numbers.has("usd")) {
            numbers.set("usd_per_run", numbers.get("usd"));
        }
        sentences.add("The first load takes about " + Amounts.duration(initial.expected()) + " (between "
                + Amounts.duration(initial.low()) + " and " + Amounts.duration(initial.high())
                + "), a daily load about "
                + Amounts.duration(daily.expected()) + " (between " + Amounts.duration(daily.low()) + " and "
                + Amounts.duration(daily.high()) + ").");
        add(
                Severity.INFO,
                "EST_BAND",
                "X-06",
                "Every number is a band from low to high, because throughput is assumed.");
        if (loads.uncounted().isEmpty() && loads.isOverheadBound(size, clusters)) {
            sentences.add("At " + Amounts.bytes(loads.expectedBytes())
                    + " the fixed overhead of a job start and of each statement dominates; rows hardly count.");
        }
        if (!loads.uncounted().isEmpty()) {
            missing("Row counts of the sources of " + loads.uncounted().size()
                    + " tables are unknown: the numbers stand on an assumed count until they are told.");
        }
    }

    private static WarehouseSize suitable(double bytes) {
        return bytes < 10e9 ? WarehouseSize.XX_SMALL : bytes < 1e12 ? WarehouseSize.SMALL : WarehouseSize.MEDIUM;
    }

    /** DBU and USD of a run: its time, and what is billed until the warehouse stops. */
    private void cost(Band seconds, WarehouseSize size) {
        if (!request.compute().isWarehouse()) {
            missing("What a cluster of this type consumes in DBU an hour is not known; give a warehouse for a price.");
            return;
        }
        Band billed = new Band(seconds.low(), seconds.expected() + IDLE_SECONDS, seconds.high() + 2 * IDLE_SECONDS);
        Band dbu = billed.times(size.dbuPerHour() * request.compute().clusters() / 3600.0);
        assumptions.add(
                "E-07: idle time until the warehouse stops is billed: 5 min expected, none when it is shared, 10 min at"
                        + " most.");
        if (request.compute().paysMachines()) {
            assumptions.add("E-06: virtual machines of a pro or classic warehouse come on top of these USD.");
        }
        numbers.set("dbu", dbu.tree());
        new WarehouseBill(request.compute(), request.hours(), findings, assumptions, sentences, numbers)
                .price()
                .ifPresent(
                        price -> numbers.set("usd", dbu.times(price.usdPerDbu()).tree()));
    }

    private void storage(double bytes) {
        double months = request.months().orElse(1.0);
        Optional<Double> price = PriceList.standard().storage(request.compute().cloudName());
        if (price.isEmpty()) {
            return;
        }
        double usd = bytes / 1e9 * price.get() * months;
        numbers.put("usd_storage", Amounts.cents(usd));
        if (request.hours().isEmpty()) {
            numbers.put("usd", Amounts.cents(usd));
        }
        add(
                Severity.INFO,
                "EST_PRICE_DATED",
                "E-08",
                Amounts.bytes(bytes) + " for " + Amounts.plain(months) + " months at " + price.get()
                        + " USD per GB and month ("
                        + request.compute().cloudName() + ", 2026 list, first tier) is " + Amounts.usd(usd)
                        + "; old files until VACUUM and requests come on top.");
    }

    private void missing(String message) {
        add(Severity.WARNING, "EST_INSUFFICIENT_INPUT", "X-06", message);
    }

    private void add(Severity severity, String code, String rule, String message) {
        findings.add(Finding.of(severity, code, rule, message));
    }
}
