package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The spellings under which a name is recognised: joined, singular at the end, singular in every word. */
final class NameForms {

    private NameForms() {}

    static Set<String> of(List<String> words) {
        Set<String> forms = new LinkedHashSet<>();
        if (words.isEmpty()) {
            return forms;
        }
        String joined = String.join("", words);
        forms.add(joined);
        forms.add(singular(joined));
        forms.add(String.join("", words.stream().map(NameForms::singular).toList()));
        if (joined.length() > 3 && joined.endsWith("s") && !joined.endsWith("ss")) {
            forms.add(joined.substring(0, joined.length() - 1));
        }
        return forms;
    }

    static Set<String> ofName(String name) {
        return of(Names.words(name));
    }

    static String singular(String word) {
        if (word.equals("people")) {
            return "person";
        }
        if (word.equals("children")) {
            return "child";
        }
        if (word.equals("diagnoses")) {
            return "diagnosis";
        }
        return word.isEmpty() || !Character.isLetter(word.charAt(0))
                ? word
                : Names.singular(word).replace("_", "");
    }

    static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    /** Edits between two words, a swap of neighbours counting as one; stops counting above the limit. */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
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
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    /** How many edits a misspelling of a word of that length may have. */
    static int tolerance(String word) {
        return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    }
}
