package io.lakewright.optimizer.clustering;

import io.lakewright.core.Copies;
import io.lakewright.optimizer.advice.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns a table should be clustered by, and what is known for the answer.
 *
 * @param filters share of queries that filter by a column, 0 to 1
 * @param requested keys that somebody wants
 * @param types column types as text
 * @param positions ordinal of a column in the table, from 1
 * @param correlated pairs of requested keys whose values go together, each as two column names
 * @param stands whether the table already holds rows
 * @param oldKeys today's clustering keys
 * @param partitions today's partition columns
 * @param zOrdered whether its files are Z-ordered today
 * @param kind what the object is
 * @param statement a statement about to run, empty when none
 * @param automaticNow whether it is {@code CLUSTER BY AUTO} today
 */
public record ClusteringQuestion(
        TableFacts table,
        Map<String, Double> filters,
        List<String> requested,
        Map<String, String> types,
        Map<String, Integer> positions,
        List<List<String>> correlated,
        boolean stands,
        List<String> oldKeys,
        List<String> partitions,
        boolean zOrdered,
        Kind kind,
        String statement,
        boolean automaticNow) {

    /** What kind of object is clustered. */
    public enum Kind {
        TABLE,
        STREAMING_TABLE,
        MATERIALIZED_VIEW
    }

    public ClusteringQuestion {
        filters = Copies.map(filters);
        requested = Copies.list(requested);
        types = Copies.map(types);
        positions = Copies.map(positions);
        correlated = Copies.list(correlated).stream().map(List::copyOf).toList();
        oldKeys = Copies.list(oldKeys);
        partitions = Copies.list(partitions);
    }

    /** The base type of a column in upper case, without precision or element. */
    public Optional<String> baseType(String column) {
        return types.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(entry -> entry.getValue().strip().toUpperCase(Locale.ROOT).split("[\\s(<]", 2)[0])
                .findFirst();
    }

    /** Whether Delta refuses the column as a key for its type (databricks.md L-09). */
    public boolean isRefusedType(String column) {
        return baseType(column)
                .map(type -> switch (type) {
                    case "BOOLEAN", "BINARY", "VARIANT", "ARRAY", "MAP", "STRUCT", "INTERVAL", "OBJECT" -> true;
                    default -> false;
                })
                .orElse(false);
    }

    /** Whether skipping statistics of the column are doubtful (databricks.md L-10, S-01). */
    public boolean lacksStatistics(String column) {
        boolean beyond = positions.entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(column) && entry.getValue() > 32);
        return beyond && !(table.isManaged() && table.isOptimized());
    }

    public boolean isSmall() {
        return table.bytes()
                .map(size -> size < ClusteringChoice.smallest(table))
                .orElse(false);
    }

    /** Whether {@code CLUSTER BY AUTO} can be used; empty when it depends on what was not said (databricks.md L-02, L-03). */
    public Optional<Boolean> automaticPossible() {
        if (table.isUnmanaged()
                || table.isIceberg()
                || table.predictiveOptimization().map(on -> !on).orElse(false)
                || table.isOlderThan(15, 4)) {
            return Optional.of(false);
        }
        return table.isManaged() && table.isOptimized() ? Optional.of(true) : Optional.empty();
    }
}
