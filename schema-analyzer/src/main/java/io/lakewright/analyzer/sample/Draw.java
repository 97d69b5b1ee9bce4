package io.lakewright.analyzer.sample;

import java.util.List;

/**
 * Draws that look random and never change: each is a hash of table, row and field, so a row can be made without the rows
 * before it.
 */
final class Draw {

    private static final long SEED = 20_260_101L;

    private final long table;

    Draw(String table) {
        this.table = mix(SEED + table.hashCode());
    }

    /** A number from 0 to below the bound. */
    int below(int bound, int row, int field) {
        return (int) Math.floorMod(hash(row, field), (long) bound);
    }

    /** A share from 0 to below 1. */
    double share(int row, int field) {
        return (hash(row, field) >>> 11) * 0x1.0p-53;
    }

    /** Whether a thing of the given probability happens. */
    boolean happens(double probability, int row, int field) {
        return share(row, field) < probability;
    }

    <T> T of(List<T> values, int row, int field) {
        return values.get(below(values.size(), row, field));
    }

    /** A number from 0 to below the bound; small ones come more often, as few products make most sales. */
    int skewed(int bound, int row, int field) {
        double share = share(row, field);
        return (int) (bound * share * share);
    }

    private long hash(int row, int field) {
        return mix(table ^ mix(row * 1_000_003L + field));
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
