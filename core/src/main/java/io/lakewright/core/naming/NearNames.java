package io.lakewright.core.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How near two names are, and the known names that a mistyped one may stand for. Pure. */
public final class NearNames {

    // A name of more characters is no typing mistake, and must not cost a quadratic table.
    private static final int LONGEST = 128;
    private static final double NEAR = 0.5;

    private NearNames() {}

    private record Scored(String name, double similarity) {}

    /**
     * The known names that are near to what was written, best first, at most {@code most}. Near is what keeps half of
     * its letters, or holds the other name; case does not count.
     */
    public static List<String> of(String written, Collection<String> known, int most) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .map(name -> new Scored(name, similarity(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.similarity() >= NEAR)
                .sorted(Comparator.comparingDouble(Scored::similarity)
                        .reversed()
                        .thenComparing(Scored::name))
                .limit(most)
                .map(Scored::name)
                .toList();
    }

    /** 0 to 1, 1 for equal names: the share of letters that stay, or more when one name holds the other. */
    public static double similarity(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || one.length() > LONGEST || other.length() > LONGEST) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        double edits = 1 - (double) distance(one, other) / longer;
        boolean contained = shorter >= 3 && (one.contains(other) || other.contains(one));
        return Math.max(edits, contained ? 0.6 + 0.35 * shorter / longer : 0);
    }

    /** Whether at most so many edits lie between the names. */
    public static boolean areWithin(String one, String other, int edits) {
        return Math.abs(one.length() - other.length()) <= edits && distance(one, other) <= edits;
    }

    /**
     * Edits between two names, a swap of neighbours counting as one (optimal string alignment). Names of more than
     * {@value #LONGEST} characters have nothing in common.
     */
    public static int distance(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return Math.max(one.length(), other.length());
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + changed);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
