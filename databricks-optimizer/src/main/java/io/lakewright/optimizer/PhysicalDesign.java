package io.lakewright.optimizer;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The physical layout that a new model should start with.
 *
 * <p>Rules (databricks.md): L-01 liquid clustering instead of partitions; L-06 one or two keys below 10 TB; L-08 to
 * L-10 keys need a type with statistics and stand among the first 32 columns; L-28 below the write threshold of one
 * key nothing is promised; P-01 no partitions below 1 TB; T-01 and T-03 no change data feed without a consumer; DV-06
 * keys of vault tables.
 */
public final class PhysicalDesign {

    private static final int MOST_KEYS = 2;
    private static final int STATISTICS_COLUMNS = 32;
    private static final long ONE_KEY_THRESHOLD_BYTES = 64_000_000L;

    private PhysicalDesign() {}

    /**
     * Advice for one table.
     *
     * @param edits what to change in the model; empty when nothing is to be set
     */
    public record TableAdvice(String table, List<ModelEdit> edits, List<Decision> decisions) {}

    /** Advice for every table of a model, in its order. */
    public static List<TableAdvice> advise(DataModel model) {
        return model.tables().stream().map(table -> advise(model, table)).toList();
    }

    private static TableAdvice advise(DataModel model, TableSpec table) {
        List<String> keys = clusteringKeys(table);
        TableSize size = TableSize.of(model, table);
        return keys.isEmpty()
                ? new TableAdvice(table.id(), List.of(), List.of(noLayout(table)))
                : new TableAdvice(
                        table.id(),
                        List.of(new ModelEdit.SetClustering(table.id(), keys, false)),
                        List.of(clustered(table, keys, size), changeFeed(table)));
    }

    /** Whether a table is known to be so small that no clustering key lets a query skip anything yet (L-28). */
    public static boolean fitsOneFile(DataModel model, TableSpec table) {
        return TableSize.of(model, table)
                .bytes()
                .filter(bytes -> bytes < ONE_KEY_THRESHOLD_BYTES)
                .isPresent();
    }

    private static List<String> clusteringKeys(TableSpec table) {
        Stream<String> wanted = switch (table) {
            case TableSpec.Dimension dimension -> dimension.businessKey().stream();
            case TableSpec.DateDimension dates -> Stream.empty();
            case TableSpec.Fact fact -> factKeys(fact);
            case TableSpec.Hub hub -> hub.keys().primary().stream();
            case TableSpec.Link link -> firstOf(link, ColumnRole.FOREIGN_KEY, ColumnRole.HASH_KEY);
            case TableSpec.Satellite satellite -> satellite.keys().primary().stream();
        };
        return wanted.filter(name -> isEligible(table, name))
                .distinct()
                .limit(MOST_KEYS)
                .toList();
    }

    /** The date most queries filter by, then the dimension that stands first. */
    private static Stream<String> factKeys(TableSpec.Fact fact) {
        List<String> foreign = fact.keys().foreign().stream()
                .flatMap(key -> key.columns().stream())
                .toList();
        Stream<String> dates = foreign.stream().filter(name -> name.contains("date"));
        Stream<String> others = foreign.stream().filter(name -> !name.contains("date"));
        return Stream.concat(dates.limit(1), others.limit(1));
    }

    private static Stream<String> firstOf(TableSpec table, ColumnRole... roles) {
        List<String> primary = table.keys().primary();
        return table.columns().stream()
                .filter(column -> List.of(roles).contains(column.role()) && !primary.contains(column.name()))
                .map(ModelColumn::name)
                .limit(1);
    }

    private static boolean isEligible(TableSpec table, String name) {
        for (int i = 0; i < Math.min(STATISTICS_COLUMNS, table.columns().size()); i++) {
            ModelColumn column = table.columns().get(i);
            if (column.name().equalsIgnoreCase(name)) {
                return column.type().isClusterable();
            }
        }
        return false;
    }

    private static Decision clustered(TableSpec table, List<String> keys, TableSize size) {
        List<String> evidence = new ArrayList<>();
        size.rows().ifPresent(rows -> evidence.add("largest source: " + Amounts.rows(rows)));
        if (size.rows().isEmpty()) {
            evidence.add("nobody counted its sources, so nothing is said about its size");
        }
        size.bytes()
                .ifPresent(bytes -> evidence.add("expected size about " + Amounts.bytes(bytes) + " (assumption X-01)"));
        return new Decision(
                "L-01",
                "liquid clustering by " + String.join(", ", keys),
                "loads and lookups of " + table.name() + " select by these columns",
                evidence,
                List.of(
                        "CLUSTER BY AUTO where predictive optimization is on (L-02)",
                        "partitions, from 1 TB on at the earliest (P-01)"));
    }

    private static Decision changeFeed(TableSpec table) {
        return new Decision(
                "T-01",
                "no change data feed",
                "nothing named reads the changes of " + table.name() + "; it can be switched on when a consumer exists",
                List.of(),
                List.of("delta.enableChangeDataFeed = true"));
    }

    private static Decision noLayout(TableSpec table) {
        boolean calendar = table instanceof TableSpec.DateDimension;
        return new Decision(
                "L-28",
                "no clustering",
                calendar
                        ? table.name() + " is a calendar: its days fit one file, so no key lets a query skip anything"
                        : "no key of " + table.name()
                                + " can be clustered by: it has none, its type carries no statistics, or"
                                + " it stands behind the first " + STATISTICS_COLUMNS + " columns",
                List.of(),
                List.of("CLUSTER BY AUTO where predictive optimization is on (L-02)"));
    }
}
