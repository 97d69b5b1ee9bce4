package io.lakewright.optimizer.clustering;

import io.lakewright.optimizer.advice.TableFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The keys that the rules leave: the requested ones, else the most filtered; without refused types and the weaker of two
 * that go together; one or two below 10 TB and never more than four (databricks.md L-05, L-06, L-07, L-09, L-29).
 */
public final class ClusteringChoice {

    static final double TEN_TERABYTES = 10e12;
    private static final int MOST = 4;
    private static final int MOST_BELOW_TEN_TERABYTES = 2;
    private static final double WORTH_A_KEY = 0.1;

    private ClusteringChoice() {}

    /** The size below which one key has no effect: the threshold of clustering on write (databricks.md L-21, L-28). */
    public static double smallest(TableFacts table) {
        return table.isUnmanaged() ? 256e6 : 64e6;
    }

    /** No key when the table is too small, or nothing eligible was named. */
    public static List<String> keys(ClusteringQuestion question) {
        List<String> eligible = new ArrayList<>(wanted(question).stream()
                .filter(column -> !question.isRefusedType(column))
                .toList());
        for (List<String> pair : question.correlated()) {
            if (containsIgnoringCase(eligible, pair.getFirst()) && containsIgnoringCase(eligible, pair.getLast())) {
                String weaker = share(question, pair.getLast()) > share(question, pair.getFirst())
                        ? pair.getFirst()
                        : pair.getLast();
                eligible.removeIf(weaker::equalsIgnoreCase);
            }
        }
        return eligible.stream().limit(most(question.table())).toList();
    }

    static int most(TableFacts table) {
        boolean large = table.bytes().map(size -> size >= TEN_TERABYTES).orElse(false);
        return large ? MOST : MOST_BELOW_TEN_TERABYTES;
    }

    /** Requested keys, the most filtered first; else the most filtered columns; else what the layout of today names. */
    private static List<String> wanted(ClusteringQuestion question) {
        if (!question.requested().isEmpty()) {
            return distinct(question.requested().stream()
                    .sorted(Comparator.comparingDouble((String key) -> -share(question, key)))
                    .toList());
        }
        if (!question.filters().isEmpty()) {
            return question.filters().entrySet().stream()
                    .filter(entry -> entry.getValue() >= WORTH_A_KEY)
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }
        List<String> today = new ArrayList<>(question.partitions());
        if (question.zOrdered()) {
            today.addAll(question.oldKeys());
        }
        return distinct(today);
    }

    private static double share(ClusteringQuestion question, String column) {
        return question.filters().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static List<String> distinct(List<String> columns) {
        Set<String> seen = new LinkedHashSet<>();
        return columns.stream()
                .filter(column -> seen.add(column.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean containsIgnoringCase(List<String> columns, String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
