package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import io.lakewright.core.naming.NearNames;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Table names to choose from, for "did you mean". */
record NearTables(Catalogue catalogue) {

    /** The three names nearest to a word that is no table, none when nothing is near. */
    List<String> of(String word) {
        String plain = word.replace("_", "");
        Set<String> parts = new LinkedHashSet<>();
        for (String part : Names.words(word)) {
            if (part.length() >= 3) {
                parts.add(NameForms.singular(part));
            }
        }
        record Near(String id, double score) {}
        return catalogue.tables().stream()
                .map(t -> new Near(t.id(), nearness(t, plain, parts)))
                .filter(n -> n.score() > 0.55)
                .sorted(Comparator.comparingDouble(Near::score).reversed().thenComparing(Near::id))
                .limit(3)
                .map(Near::id)
                .toList();
    }

    private static double nearness(Catalogue.Table table, String plain, Set<String> parts) {
        double best = 0;
        for (String form : table.forms()) {
            int longest = Math.max(form.length(), plain.length());
            best = Math.max(best, 1 - NearNames.distance(plain, form) / (double) longest);
            for (String part : parts) {
                boolean shared = form.equals(part)
                        || form.length() > part.length() && (form.startsWith(part) || form.endsWith(part));
                best = shared ? Math.max(best, 0.6 + 0.35 * part.length() / longest) : best;
            }
        }
        return best;
    }
}
