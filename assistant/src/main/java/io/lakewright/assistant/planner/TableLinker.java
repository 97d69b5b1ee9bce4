package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links words to the tables of this workspace and of the model: exact names in any spelling first, then synonyms,
 * parts of names, misspellings. What fits several tables keeps them all; nothing is guessed here.
 */
final class TableLinker {

    private static final int LONGEST = 5;
    private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "my", "our", "their", "this", "that");
    private static final Set<String> STRUCTURES =
            Set.of("dimension", "dimensions", "dim", "fact", "facts", "hub", "hubs", "satellite", "satellites", "star");
    private static final Set<String> PARTS = Set.of("with", "including", "from", "and", ",");

    private final Lexicon lexicon;
    private final Catalogue catalogue;
    private final List<String> modelTables;
    private final SimilarTableNames similar;

    TableLinker(Lexicon lexicon, Catalogue catalogue, List<String> modelTables) {
        this.lexicon = lexicon;
        this.catalogue = catalogue;
        this.modelTables = List.copyOf(modelTables);
        this.similar = new SimilarTableNames(lexicon, catalogue);
    }

    /** The mentions in order; they do not overlap. */
    List<Mention> link(Utterance words) {
        boolean[] masked = masked(words);
        List<Mention> found = new ArrayList<>();
        for (int length = LONGEST; length >= 1; length--) {
            for (int start = 0; start + length <= words.tokens().size(); start++) {
                int from = start;
                int to = start + length;
                if (free(found, masked, from, to)) {
                    exact(words, from, to).ifPresent(found::add);
                }
            }
        }
        plainNames(words, found, masked);
        for (int length = 3; length >= 1; length--) {
            for (int start = 0; start + length <= words.tokens().size(); start++) {
                int from = start;
                int to = start + length;
                if (free(found, masked, from, to)) {
                    loose(words, from, to).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }

    private boolean[] masked(Utterance words) {
        boolean[] masked = new boolean[words.tokens().size()];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = words.tokens().get(i).equals(",");
        }
        for (String phrase : lexicon.masks()) {
            List<String> parts = List.of(phrase.split(" "));
            for (int i = 0; i + parts.size() <= masked.length; i++) {
                if (words.tokens().subList(i, i + parts.size()).equals(parts)) {
                    Arrays.fill(masked, i, i + parts.size(), true);
                }
            }
        }
        return masked;
    }

    private static boolean free(List<Mention> found, boolean[] masked, int from, int to) {
        for (int i = from; i < to; i++) {
            int position = i;
            if (masked[i] || found.stream().anyMatch(m -> m.covers(position))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Mention> exact(Utterance words, int from, int to) {
        List<String> span = words.tokens().subList(from, to);
        if (to - from == 1 && span.getFirst().contains(".")) {
            return catalogue.tables().stream()
                    .filter(t -> t.id().equalsIgnoreCase(span.getFirst()))
                    .findFirst()
                    .map(t -> mention(words, from, to, Mention.Kind.SOURCE, List.of(t.id()), true));
        }
        Set<String> forms = NameForms.of(flat(span));
        List<String> models = modelTables.stream()
                .filter(name -> NameForms.meet(NameForms.ofName(name), forms))
                .toList();
        if (!models.isEmpty()) {
            return Optional.of(mention(words, from, to, Mention.Kind.MODEL, models, true));
        }
        if (to - from == 1 && lexicon.plain(span.getFirst())) {
            return Optional.empty();
        }
        return sources(words, from, to, forms);
    }

    private Optional<Mention> sources(Utterance words, int from, int to, Set<String> forms) {
        String joined = String.join("", flat(words.tokens().subList(from, to)));
        List<String> ids = catalogue.tables().stream()
                .filter(t -> NameForms.meet(t.forms(), forms))
                .map(Catalogue.Table::id)
                .toList();
        List<String> literal = ids.stream()
                .filter(id -> catalogue.table(id).orElseThrow().name().equalsIgnoreCase(joined))
                .toList();
        List<String> best = literal.size() == 1 ? literal : ids;
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(mention(words, from, to, Mention.Kind.SOURCE, best, true));
    }

    // A table may be called "orders" or "record": such words count where they stand like a table name.
    private void plainNames(Utterance words, List<Mention> found, boolean[] masked) {
        for (int i = 0; i < words.tokens().size(); i++) {
            int at = i;
            if (lexicon.plain(words.tokens().get(i)) && free(found, masked, i, i + 1) && stands(words, found, at)) {
                sources(
                                words,
                                i,
                                i + 1,
                                NameForms.of(flat(List.of(words.tokens().get(i)))))
                        .ifPresent(found::add);
            }
        }
    }

    private static boolean stands(Utterance words, List<Mention> found, int at) {
        String next = at + 1 < words.tokens().size() ? words.tokens().get(at + 1) : "";
        String before = at > 0 ? words.tokens().get(at - 1) : "";
        int beyond = joins(next) ? at + 2 : at + 1;
        int behind = joins(before) ? at - 2 : at - 1;
        return next.equals("table")
                || next.equals("tables")
                || before.equals("table")
                || before.equals("tables")
                || namesStructure(words.tokens(), at)
                || found.stream()
                        .anyMatch(m -> m.kind() == Mention.Kind.SOURCE
                                && (m.covers(beyond) && joins(next) || m.covers(behind) && joins(before)));
    }

    // "a track dimension", "the dimension for track", "dimension track with album": without the article, "track
    // dimension changes" is an order.
    private static boolean namesStructure(List<String> tokens, int at) {
        boolean before = at > 0
                && at + 1 < tokens.size()
                && DETERMINERS.contains(tokens.get(at - 1))
                && STRUCTURES.contains(tokens.get(at + 1));
        boolean after = at > 1
                && (tokens.get(at - 1).equals("for") || tokens.get(at - 1).equals("of"))
                && STRUCTURES.contains(tokens.get(at - 2));
        boolean beside = at > 0
                && STRUCTURES.contains(tokens.get(at - 1))
                && (at + 1 == tokens.size() || PARTS.contains(tokens.get(at + 1)));
        return before || after || beside;
    }

    private static boolean joins(String word) {
        return word.equals("and") || word.equals(",");
    }

    private Optional<Mention> loose(Utterance words, int from, int to) {
        List<String> span = words.tokens().subList(from, to);
        if (span.stream().anyMatch(lexicon::plain) || span.stream().anyMatch(w -> w.contains("."))) {
            return Optional.empty();
        }
        boolean single = to - from == 1;
        String word = span.getFirst();
        if (single) {
            List<String> decorated = similar.decorated(flat(span));
            List<String> same = decorated.isEmpty() ? similar.bySynonym(word) : decorated;
            if (!lexicon.process(word).isEmpty()) {
                return Optional.of(mention(words, from, to, Mention.Kind.PROCESS, same, false));
            }
            if (!same.isEmpty()) {
                return Optional.of(mention(words, from, to, Mention.Kind.SOURCE, same, false));
            }
        }
        List<String> parts = similar.byPart(flat(span));
        if (!parts.isEmpty()) {
            return Optional.of(mention(words, from, to, Mention.Kind.SOURCE, parts, false));
        }
        List<String> close = single && !lexicon.known(word) ? similar.byEdits(word) : List.of();
        return close.isEmpty()
                ? Optional.empty()
                : Optional.of(mention(words, from, to, Mention.Kind.SOURCE, close, false));
    }

    private static List<String> flat(List<String> span) {
        return span.stream()
                .flatMap(token -> List.of(token.split("[_.]+")).stream())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Mention mention(
            Utterance words, int from, int to, Mention.Kind kind, List<String> ids, boolean exact) {
        return new Mention(
                from, to, kind, ids, exact, String.join(" ", words.tokens().subList(from, to)));
    }
}
