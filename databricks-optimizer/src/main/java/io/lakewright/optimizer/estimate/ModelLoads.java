package io.lakewright.optimizer.estimate;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.TableSpec;
import io.lakewright.optimizer.Amounts;
import io.lakewright.optimizer.TableSize;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The work of loading a model once from nothing, and daily (databricks.md ).
 *
 * <p>Rows that nobody counted are assumed, and said to be.
 */
final class ModelLoads {

    /** Rows of a source that nobody counted. */
    static final long ASSUMED_ROWS = 100_000;

    private static final double STATEMENT_SECONDS = 1.5;
    private static final double START_SECONDS = 10;
    private static final double DEFAULT_CHANGE = 0.01;
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern CHANGES = Pattern.compile(
            "(\\d+(?:[.,]\\d+)*)\\s*(k|m|thousand|million)?\\s*(?:new |changed |updated )?(?:rows?|changes?|records?|orders?|updates?|events?)",
            Pattern.CASE_INSENSITIVE);

    private final DataModel model;
    private final String workload;
    private final List<String> uncounted = new ArrayList<>();
    private double initialBytes;
    private double changedBytes;
    private double rows;
    private int statements;
    private int steps;

    private ModelLoads(DataModel model, String workload) {
        this.model = model;
        this.workload = workload;
    }

    static ModelLoads of(DataModel model, String workload) {
        ModelLoads loads = new ModelLoads(model, workload);
        loads.measure();
        return loads;
    }

    private void measure() {
        for (TableSpec table : model.tables()) {
            TableSize size = TableSize.of(model, table);
            rows += tableRows(table, size);
        }
        double change = changeShare();
        for (TableSpec table : model.tables()) {
            TableSize size = TableSize.of(model, table);
            double bytes = tableRows(table, size) * size.bytesPerRow();
            initialBytes += bytes;
            changedBytes += bytes * touched(table, change);
            statements += Math.max(1, table.loads().size());
            steps = Math.max(
                    steps, table.loads().stream().mapToInt(Load::order).max().orElse(1));
            if (size.rows().isEmpty() && !(table instanceof TableSpec.DateDimension)) {
                uncounted.add(table.name());
            }
        }
    }

    private static double tableRows(TableSpec table, TableSize size) {
        return switch (table) {
            case TableSpec.DateDimension dates ->
                ChronoUnit.DAYS.between(
                                dates.calendar().start(), dates.calendar().end())
                        + 1.0;
            case TableSpec.Dimension it -> size.rows().orElse(ASSUMED_ROWS);
            case TableSpec.Fact it -> size.rows().orElse(ASSUMED_ROWS);
            case TableSpec.Hub it -> size.rows().orElse(ASSUMED_ROWS);
            case TableSpec.Link it -> size.rows().orElse(ASSUMED_ROWS);
            case TableSpec.Satellite it -> size.rows().orElse(ASSUMED_ROWS);
        };
    }

    /** The share of a table's bytes that a daily load rewrites or reads again (X-07: files that a MERGE touches). */
    private static double touched(TableSpec table, double change) {
        return switch (table) {
            case TableSpec.DateDimension it -> 0;
            case TableSpec.Dimension it -> Math.min(1, 30 * change);
            case TableSpec.Fact it -> Math.min(1, 10 * change);
            case TableSpec.Hub it -> Math.min(1, 10 * change);
            case TableSpec.Link it -> Math.min(1, 10 * change);
            case TableSpec.Satellite it -> Math.min(1, 10 * change);
        };
    }

    /** The share of rows that change in a day: what the workload says, or one in a hundred. */
    private double changeShare() {
        Matcher share = SHARE.matcher(workload);
        if (share.find()) {
            return Math.min(1, Double.parseDouble(share.group(1)) / 100);
        }
        Matcher changes = CHANGES.matcher(workload);
        if (changes.find() && rows > 0) {
            String unit = changes.group(2) == null ? "" : changes.group(2).toLowerCase(Locale.ROOT);
            double factor = unit.startsWith("k") || unit.startsWith("t") ? 1e3 : unit.startsWith("m") ? 1e6 : 1;
            double count = Double.parseDouble(changes.group(1).replace(",", "")) * factor;
            return Math.min(1, count / rows);
        }
        return DEFAULT_CHANGE;
    }

    Band storageBytes() {
        return new Band(initialBytes * 0.6, initialBytes, initialBytes * 1.6).times(width());
    }

    double expectedBytes() {
        return initialBytes;
    }

    Band initialSeconds(WarehouseSize size, int clusters) {
        return overhead().plus(writing(initialBytes, size, clusters));
    }

    Band incrementalSeconds(WarehouseSize size, int clusters) {
        return overhead().plus(writing(changedBytes, size, clusters));
    }

    /** A start, and a fixed part of each statement; steps of the load order follow each other. */
    private Band overhead() {
        double expected = START_SECONDS + STATEMENT_SECONDS * statements;
        return new Band(expected * 0.3, expected, expected * 4);
    }

    private Band writing(double bytes, WarehouseSize size, int clusters) {
        double workers = (double) size.workers() * clusters;
        double expected = bytes / (workers * 60e6);
        return Band.unmeasured(expected).times(width());
    }

    /** Whether the fixed part outweighs the rows. */
    boolean isOverheadBound(WarehouseSize size, int clusters) {
        return overhead().expected() > writing(initialBytes, size, clusters).expected();
    }

    private Band width() {
        return uncounted.isEmpty() ? new Band(1, 1, 1) : new Band(0.1, 1, 10);
    }

    List<String> uncounted() {
        return List.copyOf(uncounted);
    }

    List<String> assumptions() {
        List<String> lines = new ArrayList<>();
        lines.add("X-01: bytes a row follow from column types at a compression of 0.4 (hash keys 0.9), together about "
                + Amounts.bytes(initialBytes) + ".");
        if (!uncounted.isEmpty()) {
            lines.add("Nobody counted the source rows of " + shortList(uncounted) + ": " + Amounts.rows(ASSUMED_ROWS)
                    + " each are assumed, a tenth to ten times as many in the band.");
        }
        lines.add("X-07: a worker writes 60 MB/s compressed (30 to 120).");
        String spread = Math.abs(changeShare() - DEFAULT_CHANGE) < 1e-12
                        && !SHARE.matcher(workload).find()
                ? "1% of rows change a day"
                : Amounts.percent(changeShare()) + " of rows change a day, as the workload says";
        lines.add("A: " + spread
                + "; a MERGE touches 30 times that share of a dimension and 10 times of other tables, because"
                + " it rewrites files, not rows.");
        lines.add("A: a run needs " + Math.round(START_SECONDS) + " s to start and " + STATEMENT_SECONDS
                + " s for each of " + statements + " loads in " + Math.max(1, steps) + (steps > 1 ? " steps" : " step")
                + ", whatever their size.");
        return lines;
    }

    private static String shortList(List<String> names) {
        return names.size() <= 4
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more tables";
    }
}
