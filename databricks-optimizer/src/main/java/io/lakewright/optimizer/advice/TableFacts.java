package io.lakewright.optimizer.advice;

import io.lakewright.core.Copies;
import io.lakewright.optimizer.Amounts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller said about one table. Nothing in it is guessed: what was not said is empty.
 *
 * @param name one to three levels, or empty when the question is about no table in particular
 * @param sizeBytes compressed bytes, where said
 * @param rows where said
 * @param managed whether Unity Catalog manages it
 * @param predictiveOptimization whether predictive optimization runs on it
 * @param format {@code delta} or {@code iceberg}, where said
 * @param style of the model it belongs to, such as {@code data_vault}
 * @param externalReaders engines outside Databricks that read it
 */
public record TableFacts(
        String name,
        Optional<Double> sizeBytes,
        Optional<Double> rows,
        Optional<Boolean> managed,
        Optional<Boolean> predictiveOptimization,
        Optional<RuntimeVersion> runtime,
        Optional<String> format,
        Optional<String> style,
        List<String> externalReaders) {

    /** Compressed bytes a row when only rows are known (databricks.md X-01, a middle of its range). */
    public static final int ASSUMED_BYTES_PER_ROW = 100;

    public TableFacts {
        sizeBytes = Copies.optional(sizeBytes);
        rows = Copies.optional(rows);
        managed = Copies.optional(managed);
        predictiveOptimization = Copies.optional(predictiveOptimization);
        runtime = Copies.optional(runtime);
        format = Copies.optional(format);
        style = Copies.optional(style);
        externalReaders = Copies.list(externalReaders);
    }

    /** The size that was said, or what the rows amount to under X-01. */
    public Optional<Double> bytes() {
        return sizeBytes.or(() -> rows.map(count -> count * ASSUMED_BYTES_PER_ROW));
    }

    /** Assumptions that stand behind {@link #bytes()}. */
    public List<String> assumptions() {
        if (sizeBytes.isPresent()) {
            return List.of();
        }
        return bytes().map(size -> List.of(
                        "X-01: " + Amounts.rows(rows.orElse(0.0).longValue()) + " at about " + ASSUMED_BYTES_PER_ROW
                                + " compressed bytes each are about " + Amounts.bytes(size) + "."))
                .orElse(List.of("Neither size nor row count was given; say size_bytes for a firmer answer."));
    }

    /** The size in words, with its origin. */
    public String sizeText() {
        return bytes().map(size -> (sizeBytes.isPresent() ? "" : "about ") + Amounts.bytes(size))
                .orElse("an unknown size");
    }

    /** How a sentence calls it. */
    public String label() {
        return name.isEmpty() ? "this table" : name;
    }

    public boolean isManaged() {
        return managed.orElse(false);
    }

    public boolean isUnmanaged() {
        return managed.isPresent() && !managed.get();
    }

    public boolean isOptimized() {
        return predictiveOptimization.orElse(false);
    }

    public boolean isVault() {
        return style.map(text -> text.toLowerCase(Locale.ROOT).contains("vault"))
                .orElse(false);
    }

    public boolean isIceberg() {
        return format.map(text -> text.toLowerCase(Locale.ROOT).contains("iceberg"))
                .orElse(false);
    }

    /** Whether the runtime is known to be older than a version. */
    public boolean isOlderThan(int major, int minor) {
        return runtime.map(version -> version.isBefore(major, minor)).orElse(false);
    }

    /** Whether the runtime is known to be at least a version. */
    public boolean isAtLeast(int major, int minor) {
        return runtime.map(version -> !version.isBefore(major, minor)).orElse(false);
    }
}
