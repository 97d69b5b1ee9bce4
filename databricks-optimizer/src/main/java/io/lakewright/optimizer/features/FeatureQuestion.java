package io.lakewright.optimizer.features;

import io.lakewright.core.Copies;
import io.lakewright.optimizer.advice.TableFacts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which features of Delta a table should use, and what is known for the answer.
 *
 * @param load how rows arrive, such as {@code insert_only} or {@code MERGE}; empty when not said
 * @param consumers how many jobs read row changes, where said
 * @param updates whether rows are updated or deleted
 * @param downstream what reads the table, in words
 * @param key the key in words, such as {@code BIGINT IDENTITY} or {@code surrogate}
 * @param writers how many jobs write the table, where said
 * @param concurrentUpdates whether several jobs change rows at once
 * @param icebergReaders how Iceberg clients read it, empty when none do
 * @param columns names with their types as text, empty where the type was not said
 * @param change a change of a column's type
 * @param wish what somebody wants, in words
 */
public record FeatureQuestion(
        TableFacts table,
        String load,
        Optional<Double> consumers,
        Optional<Boolean> updates,
        String downstream,
        String key,
        Optional<Double> writers,
        boolean concurrentUpdates,
        Optional<Boolean> partitioned,
        String icebergReaders,
        Optional<Boolean> deletionVectors,
        Map<String, String> columns,
        Optional<TypeChange> change,
        String wish) {

    /** A column's type as it is and as it shall be. */
    public record TypeChange(String column, String from, String to) {}

    public FeatureQuestion {
        consumers = Copies.optional(consumers);
        updates = Copies.optional(updates);
        writers = Copies.optional(writers);
        partitioned = Copies.optional(partitioned);
        deletionVectors = Copies.optional(deletionVectors);
        columns = Copies.map(columns);
        change = Copies.optional(change);
    }

    /** Whether the wish, the downstream use or the load speaks of something; a regular expression in lower case. */
    public boolean speaksOf(String pattern) {
        String words = String.join(" ", wish, downstream, load)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return words.matches("(?s).*(?:" + pattern + ").*");
    }

    public boolean isInsertOnly() {
        String words = load.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        return words.contains("insert only") || words.contains("append") || words.equals("insert");
    }

    /** Whether rows that exist change. */
    public boolean changesRows() {
        String words = load.toLowerCase(Locale.ROOT);
        return updates.orElse(false)
                || concurrentUpdates
                || (words.matches("(?s).*(merge|update|delete|upsert|scd|cdc).*") && !isInsertOnly());
    }

    /** Whether somebody reads row changes; empty when nothing was said. */
    public Optional<Boolean> hasConsumers() {
        if (consumers.isPresent()) {
            return Optional.of(consumers.get() > 0);
        }
        boolean reads = speaksOf(
                "(?<!auto )\\bcdc\\b|change data feed|\\bcdf\\b|row changes|incremental(ly)? (reader|consumer|read|sync|load|etl)|"
                        + "change (feed|consumer|reader|log)|downstream (consumer|changes)|table changes|propagate");
        return reads ? Optional.of(true) : Optional.empty();
    }

    public boolean isIdentityKey() {
        return key.toLowerCase(Locale.ROOT).matches("(?s).*(identity|sequence|auto.?increment|serial).*");
    }

    public boolean isSurrogateKey() {
        return isIdentityKey() || key.toLowerCase(Locale.ROOT).contains("surrogate");
    }

    public boolean hasParallelWriters() {
        return writers.map(count -> count > 1).orElse(false);
    }

    public boolean isUniformVersionTwo() {
        String words = icebergReaders.toLowerCase(Locale.ROOT);
        return !words.isBlank() && !words.contains("v3") && !words.contains("compatibility");
    }
}
