package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * References that only the values show, such as {@code payer_id} of guests, for columns that are named like a key. Values that are keys elsewhere prove little
 * where keys count up from 1: how likely they would all be keys by chance is the share of the numbers around them that are keys,
 * to the power of the number of values. Texts are compared with primary keys only.
 */
final class ReferencesByValue {

    private static final int FEWEST_TEXTS = 5;
    private static final int SHORTEST_TEXT = 2;
    private static final double CHANCE = 1e-3;
    private static final double CONFIDENCE = 0.7;
    private static final int FIRST_LOOK = 20;

    private final List<ReferenceTarget> keys;
    private final KeyValues values;

    ReferencesByValue(List<ReferenceTarget> keys, KeyValues values) {
        this.keys = keys.stream().filter(ReferenceTarget::primary).toList();
        this.values = values;
    }

    /** The key with the fewest rows among those that the values cannot hit by chance. */
    Optional<ForeignKey> of(SourceTable child, Column column, Set<List<String>> found) {
        if (child.isKey(List.of(column.name()))) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(target -> !target.table().name().equals(child.name())
                        || !target.key().name().equals(column.name()))
                .filter(target -> InferredReferences.typeScore(column, target.key()) > 0)
                .filter(target -> isNoChance(column, target, found))
                .filter(target -> holdsAll(target, found))
                .min(Comparator.<ReferenceTarget>comparingLong(
                                target -> target.table().rowCount().orElse(Long.MAX_VALUE))
                        .thenComparingInt(ReferenceTarget::position))
                .map(target -> ForeignKey.inferred(
                        List.of(column.name()),
                        target.table().name(),
                        List.of(target.key().name()),
                        CONFIDENCE,
                        "all " + found.size() + " different values of a sample are keys of "
                                + target.table().name() + ", which is no chance"));
    }

    private boolean isNoChance(Column column, ReferenceTarget target, Set<List<String>> found) {
        if (column.lakeType().base() == LakeType.Base.STRING) {
            return found.size() >= FEWEST_TEXTS
                    && found.stream().allMatch(value -> value.getFirst().length() >= SHORTEST_TEXT);
        }
        return values.density(target.table(), target.key().name(), found)
                .filter(share -> Math.pow(share, found.size()) < CHANCE)
                .isPresent();
    }

    private boolean holdsAll(ReferenceTarget target, Set<List<String>> found) {
        List<String> key = List.of(target.key().name());
        Set<List<String>> few = found.stream().limit(FIRST_LOOK).collect(java.util.stream.Collectors.toSet());
        return holds(target, key, few) && holds(target, key, found);
    }

    private boolean holds(ReferenceTarget target, List<String> key, Set<List<String>> some) {
        return values.found(target.table(), key, some)
                .filter(share -> share == 1)
                .isPresent();
    }
}
