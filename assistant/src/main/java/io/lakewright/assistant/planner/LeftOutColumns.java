package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "A customer dimension without the email" asks for two things: the dimension, and then the column taken out of it. What
 * is left out may also be a table; those the design leaves out itself.
 */
final class LeftOutColumns {

    private static final Pattern WITHOUT = Pattern.compile(
            "(?: ,)? (?:but )?(?:without|excluding|exclude|omit|omitting|except(?: for)?|leave out|leaving out|not including"
                    + "|but not|skip|skipping|minus)(?: the| any| its| their)? ");
    private static final Pattern NEXT = Pattern.compile(" , | and | or ");
    private static final Pattern TRAILING =
            Pattern.compile("(?: (?:columns?|fields?|attributes?|please|thanks|too))+$");

    private final TableLinker linker;
    private final Catalogue catalogue;

    LeftOutColumns(TableLinker linker, Catalogue catalogue) {
        this.linker = linker;
        this.catalogue = catalogue;
    }

    /** The clause without them, then one to drop them; the clause alone when they are not all columns of its tables. */
    List<Utterance> split(Utterance clause) {
        Matcher matcher = WITHOUT.matcher(clause.text());
        if (!matcher.find()) {
            return List.of(clause);
        }
        Utterance wish = words(clause.text().substring(0, matcher.start()), clause.question());
        Set<String> columns = columnsOf(wish);
        List<String> names = new ArrayList<>();
        for (String part : NEXT.split(clause.text().substring(matcher.end()))) {
            String name = TRAILING.matcher(part.strip().replaceFirst("^(?:the|any|its|their) ", ""))
                    .replaceFirst("");
            if (!NameForms.meet(NameForms.ofName(name.replace(' ', '_')), columns)) {
                return List.of(clause);
            }
            names.add(name);
        }
        return List.of(wish, words("drop the columns " + String.join(" and ", names), false));
    }

    private Set<String> columnsOf(Utterance wish) {
        Set<String> columns = new LinkedHashSet<>();
        for (Mention mention : linker.link(wish)) {
            mention.ids().stream()
                    .flatMap(id -> catalogue.table(id).stream())
                    .flatMap(table -> table.columns().stream())
                    .forEach(column -> columns.addAll(NameForms.ofName(column.name())));
        }
        return columns;
    }

    private static Utterance words(String text, boolean question) {
        return new Utterance(text, List.of(text.split(" ")), question);
    }
}
