package io.lakewright.assistant.planner;

import io.lakewright.core.naming.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of a clause that stand where a table stands, or look like a name, and name nothing that is known. */
final class UnknownNames {

    private static final Set<String> TABLE = Set.of("table", "tables");
    private static final Set<String> NAMED = Set.of("called", "named");

    private final Lexicon lexicon;
    private final Catalogue catalogue;
    private final Utterance clause;
    private final List<Mention> mentions;

    UnknownNames(Lexicon lexicon, Catalogue catalogue, Utterance clause, List<Mention> mentions) {
        this.lexicon = lexicon;
        this.catalogue = catalogue;
        this.clause = clause;
        this.mentions = mentions;
    }

    /** A word used as a table, as in "use table customer_loyalty", that is none. */
    Optional<String> table() {
        List<String> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (TABLE.contains(tokens.get(i))) {
                int next = i + 1 < tokens.size() && NAMED.contains(tokens.get(i + 1)) ? i + 2 : i + 1;
                String after = next < tokens.size() ? tokens.get(next) : "";
                String before = i > 0 ? tokens.get(i - 1) : "";
                Optional<String> unknown =
                        Stream.of(after, before).filter(this::foreign).findFirst();
                if (unknown.isPresent()) {
                    return unknown;
                }
            }
        }
        return Optional.empty();
    }

    /** The same, or any word spelled like an identifier that is neither a table nor a column. */
    Optional<String> name(String given) {
        return table().or(() -> clause.tokens().stream()
                .filter(t -> (t.contains("_") || t.contains(".")) && !t.equals(given) && foreign(t))
                .filter(t -> catalogue.tables().stream()
                        .noneMatch(table -> table.column(t).isPresent()))
                .findFirst());
    }

    /** Whether a word is neither English of ours nor linked to something nor part of the workspace's name. */
    boolean foreign(String word) {
        int at = clause.tokens().indexOf(word);
        boolean linked = at >= 0 && mentions.stream().anyMatch(m -> m.covers(at));
        boolean workspace = NameForms.meet(NameForms.ofName(catalogue.workspace()), NameForms.ofName(word))
                || catalogue.tables().stream().anyMatch(t -> t.schema().equalsIgnoreCase(word));
        boolean partOfName = workspaceNamed()
                && String.join("", Names.words(catalogue.workspace())).contains(word);
        return word.length() > 1
                && !partOfName
                && !linked
                && !workspace
                && !lexicon.plain(word)
                && lexicon.process(word).isEmpty();
    }

    /** "convert tpc h into a star" names the workspace, and so all of it. */
    boolean workspaceNamed() {
        String name = String.join("", Names.words(catalogue.workspace()));
        return name.length() > 2 && clause.text().replace(" ", "").contains(name);
    }
}
