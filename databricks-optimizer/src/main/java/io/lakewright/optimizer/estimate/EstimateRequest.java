package io.lakewright.optimizer.estimate;

import io.lakewright.core.Copies;
import io.lakewright.core.model.DataModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What shall be estimated.
 *
 * @param model whose loads are estimated
 * @param workload in words, such as {@code 1000 changes a day}
 * @param hours that a warehouse runs
 * @param tableBytes compressed size of the table that a query reads
 * @param query in words; empty when there is none
 * @param history measured work of comparable queries
 * @param claim somebody's claim of a speed-up, to be judged
 */
public record EstimateRequest(
        Optional<DataModel> model,
        String workload,
        Compute compute,
        Optional<Double> hours,
        Optional<Double> tableBytes,
        List<String> clustering,
        List<String> partitioning,
        Optional<String> query,
        List<String> filtered,
        Optional<Double> selectivity,
        Optional<History> history,
        String claim,
        Optional<Double> storageBytes,
        Optional<Double> months) {

    /** Measured work: what was read, over how many seconds of tasks. */
    public record History(double readBytes, double taskSeconds) {}

    public EstimateRequest {
        model = Copies.optional(model);
        hours = Copies.optional(hours);
        tableBytes = Copies.optional(tableBytes);
        clustering = Copies.list(clustering);
        partitioning = Copies.list(partitioning);
        query = Copies.optional(query);
        filtered = Copies.list(filtered);
        selectivity = Copies.optional(selectivity);
        history = Copies.optional(history);
        storageBytes = Copies.optional(storageBytes);
        months = Copies.optional(months);
    }

    /** Whether the query says that it reads everything, or names no filter. */
    public boolean isUnfiltered() {
        String words = query.orElse("").toLowerCase(Locale.ROOT);
        return words.matches(
                        "(?s).*\\b(unfiltered|no filter|without (a )?filter|full scan|whole table|entire table|all rows)\\b.*")
                || filtered.isEmpty();
    }
}
