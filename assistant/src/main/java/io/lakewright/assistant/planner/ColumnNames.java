package io.lakewright.assistant.planner;

import io.lakewright.core.naming.NearNames;
import java.util.Comparator;
import java.util.List;

/** Column names to choose from, for "did you mean". */
record ColumnNames(List<String> names) {

    /** At most three names that are near the words, the nearest first. */
    List<String> nearest(String words) {
        String plain = words.replaceAll("[ _]", "");
        return names.stream()
                .distinct()
                .filter(n -> near(plain, n) > 0.5)
                .sorted(Comparator.comparingDouble((String n) -> near(plain, n)).reversed())
                .limit(3)
                .toList();
    }

    private static double near(String plain, String name) {
        double best = 0;
        for (String form : NameForms.ofName(name)) {
            int longest = Math.max(1, Math.max(form.length(), plain.length()));
            best = Math.max(best, 1 - NearNames.distance(plain, form) / (double) longest);
            best = plain.length() > 3 && form.contains(plain) ? Math.max(best, 0.7) : best;
        }
        return best;
    }
}
