package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import io.lakewright.core.naming.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the tables that words may mean which are none of their names: other words, parts of names, misspellings. */
final class SimilarTableNames {

    private static final int SHORTEST_PART = 3;

    private final Lexicon lexicon;
    private final Catalogue catalogue;
    private final Set<String> dictionary = new LinkedHashSet<>();

    SimilarTableNames(Lexicon lexicon, Catalogue catalogue) {
        this.lexicon = lexicon;
        this.catalogue = catalogue;
        for (Catalogue.Table table : catalogue.tables()) {
            dictionary.addAll(table.forms());
            dictionary.addAll(Names.words(table.name()));
            table.columns().forEach(c -> dictionary.addAll(Names.words(c.name())));
        }
    }

    /** Tables named by a word of the same meaning. */
    List<String> bySynonym(String word) {
        Set<String> forms = lexicon.synonyms(word).stream()
                .flatMap(s -> NameForms.of(List.of(s)).stream())
                .collect(Collectors.toSet());
        return catalogue.tables().stream()
                .filter(t -> NameForms.meet(t.forms(), forms))
                .map(Catalogue.Table::id)
                .toList();
    }

    /** Tables whose name adds to these words only what says nothing about the content: "orders_export" holds orders. */
    List<String> decorated(List<String> span) {
        Set<String> forms = NameForms.of(span);
        return catalogue.tables().stream()
                .filter(t -> t.forms().stream().anyMatch(form -> forms.stream().anyMatch(f -> isDecorated(form, f))))
                .map(Catalogue.Table::id)
                .toList();
    }

    private boolean isDecorated(String form, String part) {
        return part.length() >= SHORTEST_PART
                && form.startsWith(part)
                && lexicon.decoration(NameForms.singular(form.substring(part.length())));
    }

    /** Tables whose name ends in these words; failing that begins with them, if they are several. */
    List<String> byPart(List<String> span) {
        Set<String> forms = NameForms.of(span);
        List<String> tail = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (Catalogue.Table table : catalogue.tables()) {
            for (String form : table.forms()) {
                if (forms.stream().anyMatch(f -> rest(form, f, true))) {
                    tail.add(table.id());
                } else if (span.size() > 1 && forms.stream().anyMatch(f -> rest(form, f, false))) {
                    head.add(table.id());
                }
            }
        }
        return (tail.isEmpty() ? head : tail).stream().distinct().toList();
    }

    private boolean rest(String form, String part, boolean atEnd) {
        if (part.length() < SHORTEST_PART || form.length() <= part.length()) {
            return false;
        }
        return atEnd
                ? form.endsWith(part) && words(form.substring(0, form.length() - part.length()))
                : form.startsWith(part) && words(form.substring(part.length()));
    }

    // "productcategory" ends in the word "category" because "product" is a word; "productsub" is none.
    private boolean words(String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (int end = text.length(); end >= 3; end--) {
            String head = text.substring(0, end);
            if ((dictionary.contains(head) || lexicon.known(head)) && words(text.substring(end))) {
                return true;
            }
        }
        return false;
    }

    /** Tables of which the word is a misspelling, the nearest only. */
    List<String> byEdits(String word) {
        String plain = word.replace("_", "");
        int tolerance = NameForms.tolerance(plain);
        for (int edits = 1; edits <= tolerance; edits++) {
            int limit = edits;
            List<String> close = catalogue.tables().stream()
                    .filter(t -> t.forms().stream().anyMatch(f -> NearNames.areWithin(plain, f, limit)))
                    .map(Catalogue.Table::id)
                    .toList();
            if (!close.isEmpty()) {
                return close;
            }
        }
        return List.of();
    }
}
