package io.lakewright.optimizer.partitioning;

import io.lakewright.core.Copies;
import io.lakewright.optimizer.advice.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a table should be partitioned by a column, and what is known for the answer.
 *
 * @param candidate column or expression; empty when none is considered
 * @param type of the candidate, where said
 * @param distinct number of its distinct values, where said
 * @param filters columns by which queries filter
 * @param stable whether the filter by the candidate will never change
 * @param writers engines that write the table
 * @param history whether the candidate is the validity of a version (SCD type 2)
 * @param identity whether the candidate is an identity column
 * @param insertOnly whether rows are only ever added
 * @param partitionedBy today's partition columns
 * @param concurrentMerges whether several jobs change rows at once
 */
public record PartitioningQuestion(
        TableFacts table,
        String candidate,
        Optional<String> type,
        Optional<Double> distinct,
        List<String> filters,
        boolean stable,
        List<String> writers,
        boolean history,
        boolean identity,
        boolean insertOnly,
        List<String> partitionedBy,
        boolean concurrentMerges) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> FUNCTIONS = List.of(
            "date",
            "cast",
            "as",
            "year",
            "month",
            "day",
            "hour",
            "to_date",
            "trunc",
            "date_trunc",
            "date_format",
            "timestamp",
            "string",
            "int",
            "substring",
            "bucket",
            "hash",
            "days",
            "months",
            "years",
            "hours",
            "truncate",
            "bigint",
            "lower",
            "upper",
            "left",
            "pmod",
            "abs");

    public PartitioningQuestion {
        type = Copies.optional(type);
        distinct = Copies.optional(distinct);
        filters = Copies.list(filters);
        writers = Copies.list(writers);
        partitionedBy = Copies.list(partitionedBy);
    }

    public boolean isExpression() {
        return candidate.contains("(") || candidate.matches(".*[+*/%|<>=].*");
    }

    /** The column that the candidate is, or is computed from. */
    public Optional<String> column() {
        if (!isExpression()) {
            return candidate.isBlank() ? Optional.empty() : Optional.of(candidate.strip());
        }
        String unquoted = candidate.replaceAll("'[^']*'", " ");
        Matcher words = WORD.matcher(unquoted);
        while (words.find()) {
            if (!FUNCTIONS.contains(words.group().toLowerCase(Locale.ROOT))) {
                return Optional.of(words.group());
            }
        }
        return Optional.empty();
    }

    public String baseType() {
        return type.map(text -> text.strip().toUpperCase(Locale.ROOT).split("[\\s(<]", 2)[0])
                .orElse("");
    }

    /** Expected bytes of one partition, when size and distinct values are known. */
    public Optional<Double> bytesPerPartition() {
        return distinct.filter(count -> count > 0)
                .flatMap(count -> table.bytes().map(size -> size / count));
    }

    /** Whether engines other than Databricks write the table. */
    public boolean hasForeignWriters() {
        return writers.stream()
                .anyMatch(writer -> !writer.toLowerCase(Locale.ROOT).contains("databricks"));
    }
}
