package io.lakewright.generator.design;

import io.lakewright.core.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the names that somebody may have meant. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** At most three of the names, the nearest first; those that share nothing are left out. */
    public static List<String> of(String written, Collection<String> names) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT))
                        <= Math.max(2, Math.max(wanted.length(), name.length()) / 2))
                .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** The problem of a name that does not exist, with its near matches. */
    public static Problem notFound(String code, String message, String written, Collection<String> names) {
        List<String> nearest = of(written, names);
        String next = nearest.isEmpty()
                ? "Choose one of the " + names.size() + " names that exist."
                : "Did you mean " + String.join(" or ", nearest) + "?";
        return new Problem.NotFound(code, message, next, Map.of("nearest", String.join(", ", nearest)));
    }

    private static int distance(String left, String right) {
        if (left.contains(right) || right.contains(left)) {
            return 1 + Math.abs(left.length() - right.length()) / 4;
        }
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] now = new int[right.length() + 1];
            now[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[right.length()];
    }
}
