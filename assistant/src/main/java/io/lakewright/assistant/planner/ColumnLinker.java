package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import io.lakewright.core.naming.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the column that a few words mean among candidates; what fits equally well is all returned. */
final class ColumnLinker {

    private final Lexicon lexicon;

    ColumnLinker(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The best matches: the name in any spelling, else names that hold all the words, else misspellings.
     *
     * @param name the column name of a candidate
     * @param owner words that may stand before the column, such as the table's
     */
    <T> List<T> link(String words, Collection<T> candidates, Function<T, String> name, Function<T, String> owner) {
        List<String> wanted = Names.words(words);
        Set<String> forms = NameForms.of(wanted);
        List<T> exact = matching(candidates, c -> NameForms.meet(columnForms(name.apply(c)), forms));
        if (!exact.isEmpty() || wanted.isEmpty()) {
            return exact;
        }
        List<T> owned = matching(candidates, c -> {
            List<String> whole = new ArrayList<>(Names.words(owner.apply(c)));
            whole.addAll(Names.words(name.apply(c)));
            return NameForms.meet(NameForms.of(whole), forms);
        });
        if (!owned.isEmpty()) {
            return owned;
        }
        List<T> partly = matching(candidates, c -> holds(name.apply(c), owner.apply(c), wanted));
        if (!partly.isEmpty()) {
            return partly;
        }
        String joined = String.join("", wanted);
        int tolerance = NameForms.tolerance(joined);
        return matching(
                candidates,
                c -> columnForms(name.apply(c)).stream().anyMatch(f -> NearNames.areWithin(joined, f, tolerance)));
    }

    private static <T> List<T> matching(Collection<T> candidates, Predicate<T> test) {
        return candidates.stream().filter(test).toList();
    }

    // "c_name" is known as "name" as well: single letters in front are the mark of the table.
    private static Set<String> columnForms(String name) {
        List<String> words = Names.words(name);
        Set<String> forms = new LinkedHashSet<>(NameForms.of(words));
        if (words.size() > 1 && words.getFirst().length() <= 2) {
            forms.addAll(NameForms.of(words.subList(1, words.size())));
        }
        return forms;
    }

    private boolean holds(String name, String owner, List<String> wanted) {
        String joined = String.join("", Names.words(name));
        Set<String> parts = new LinkedHashSet<>();
        Names.words(name).forEach(w -> parts.add(NameForms.singular(w)));
        Set<String> own = new LinkedHashSet<>();
        Names.words(owner).forEach(w -> own.add(NameForms.singular(w)));
        boolean hit = false;
        for (String word : wanted) {
            String singular = NameForms.singular(word);
            boolean inName = parts.contains(singular)
                    || lexicon.synonyms(word).stream().anyMatch(parts::contains)
                    || singular.length() >= 4 && joined.endsWith(singular);
            boolean inOwner = own.contains(singular)
                    || singular.length() >= 4 && own.stream().anyMatch(o -> o.endsWith(singular));
            if (!inName && !inOwner) {
                return false;
            }
            hit = hit || inName;
        }
        return hit;
    }
}
