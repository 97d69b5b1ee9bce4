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

    /** How many edits a misspelling of a word of that length may have. */
    static int tolerance(String word) {
        return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    }
}
