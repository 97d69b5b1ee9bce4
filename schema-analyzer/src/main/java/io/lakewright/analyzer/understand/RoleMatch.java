package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.NameMatch.Question;
import io.lakewright.core.naming.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of a column say where neither the name of the key nor that of the table stands in it as it is: a column
 * called like a table, a kind or state of its own table, a part that people play, a table's name with a role behind it or
 * shortened. Weaker than what {@link NameMatch} finds first, and only between columns that can hold nothing else.
 */
final class RoleMatch {

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ABBREVIATION = 4;
    private static final Set<String> GENERIC_KEYS = Set.of("id", "uuid", "guid", "key", "pk", "sk", "oid");
    private static final Set<String> PREPOSITIONS = Set.of("on", "in", "per", "of", "by", "to", "from", "at", "for");
    private static final Set<String> MASTER_WORDS = Set.of("master", "mst", "header", "hdr", "name");
    private static final Set<String> LIST_WORDS =
            Set.of("type", "kind", "status", "category", "class", "group", "code", "list", "lookup");
    private static final Set<String> PEOPLE_WORDS = Set.of(
            "author",
            "owner",
            "creator",
            "editor",
            "modifier",
            "assignee",
            "reporter",
            "approver",
            "reviewer",
            "requester",
            "requestor",
            "moderator",
            "coordinator",
            "salesman",
            "operator",
            "technician",
            "inspector",
            "clerk",
            "cashier",
            "rep",
            "representative",
            "manager",
            "supervisor",
            "uid",
            "by");

    private RoleMatch() {}

    static Optional<NameMatch> of(Question q) {
        if (!q.identifier()) {
            return Optional.empty();
        }
        List<String> words = withoutEnding(q.words());
        boolean ends = words.size() < q.words().size();
        boolean generic =
                GENERIC_KEYS.contains(q.key()) || NameParts.stem(q.key()).equals(q.parent());
        if (q.people() && playsPerson(words)) {
            return NameMatch.match(0.78, "the column names a part that people play");
        }
        if (words.isEmpty() || !generic) {
            return Optional.empty();
        }
        return ends ? shortened(q, words).or(() -> ofOwnKind(q, words)) : calledLike(q, words);
    }

    /** A row that has another one of its own table: {@code comment_parent}, {@code location_id} of a stock_location. */
    static Optional<NameMatch> ofSelf(Question q) {
        List<String> words = withoutEnding(q.words());
        if (!q.identifier() || words.isEmpty()) {
            return Optional.empty();
        }
        boolean superior = words.size() > 1 && words.getLast().equals("parent");
        String rest = String.join("", words.subList(0, words.size() - 1));
        if (superior && (q.parent().endsWith(rest) || rest.startsWith(q.parent()))) {
            return NameMatch.match(0.85, "the name says that a row has a superior of its own kind");
        }
        if (q.people() && playsPerson(words)) {
            return NameMatch.match(0.78, "the column names a part that people play");
        }
        if (!GENERIC_KEYS.contains(q.key())) {
            return Optional.empty();
        }
        List<String> own = q.parentWords();
        boolean ends = words.size() < q.words().size();
        boolean last = own.size() > 1 && words.getFirst().equals(own.getLast());
        return ends && last && words.size() <= 2
                ? NameMatch.match(0.62, "the column has the last word of its own table's name")
                : Optional.empty();
    }

    /** Whether the words name somebody: {@code author}, {@code created_by}, {@code assigned_to}. */
    static boolean playsPerson(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        boolean assigned = words.size() > 1 && words.getLast().equals("to") && words.contains("assigned");
        return assigned || PEOPLE_WORDS.contains(words.getLast());
    }

    /** {@code artist} of a credit, {@code begin_area} of an artist, {@code type} of an artist in a table artist_type. */
    private static Optional<NameMatch> calledLike(Question q, List<String> words) {
        if (!Names.singular(words.getLast()).equals(words.getLast())) {
            // Votes and comments that are a number are a count of them.
            return Optional.empty();
        }
        String flat = String.join("", words);
        if (isCalled(flat, q.parent())) {
            return NameMatch.match(0.85, "the column is called like the table");
        }
        for (int from = 1; from < words.size(); from++) {
            // Units on order and items per box are amounts.
            boolean role = !PREPOSITIONS.contains(words.get(from - 1));
            if (role && isCalled(String.join("", words.subList(from, words.size())), q.parent())) {
                return NameMatch.match(0.8, "the column is called like the table, behind a role");
            }
        }
        return ofOwnKind(q, words);
    }

    /** {@code status_id} of an issue in a table issue_statuses. */
    private static Optional<NameMatch> ofOwnKind(Question q, List<String> words) {
        String flat = String.join("", words);
        if (q.self() || flat.length() < SHORTEST_NAME) {
            return Optional.empty();
        }
        String last = Names.singular(words.getLast()).replace("_", "");
        if (isCalled(q.child() + flat, q.parent())) {
            return NameMatch.match(0.92, "the table is named after this one and the column");
        }
        if (isCalled(q.child() + last, q.parent())) {
            return NameMatch.match(0.82, "the table is named after this one and the end of the column");
        }
        boolean around = q.parent().startsWith(q.child())
                && q.parent().length() > q.child().length() + flat.length()
                && q.parent().endsWith(flat);
        return around ? NameMatch.match(0.72, "the table is named after this one and the column") : Optional.empty();
    }

    /** The table's name with a role behind it, its beginning, or a beginning of its last word. */
    private static Optional<NameMatch> shortened(Question q, List<String> words) {
        for (int to = words.size() - 1; to > 0; to--) {
            String first = String.join("", words.subList(0, to));
            boolean named = first.length() >= SHORTEST_NAME
                    && (isCalled(first, q.parent())
                            || first.length() > SHORTEST_NAME
                                    && q.parentWords().getLast().equals(first));
            if (named) {
                return NameMatch.match(0.7, "the column begins with the name of the table, before a role");
            }
        }
        String flat = String.join("", words);
        List<String> parent = q.parentWords();
        String before = String.join("", parent.subList(0, parent.size() - 1));
        boolean begins = before.equals(flat);
        boolean role = words.size() > 1
                && before.length() >= SHORTEST_ABBREVIATION
                && before.equals(words.getLast())
                && LIST_WORDS.contains(parent.getLast());
        if (role) {
            return NameMatch.match(0.64, "the table lists what the column names, behind a role");
        }
        if (begins && MASTER_WORDS.contains(parent.getLast())) {
            return NameMatch.match(0.68, "the table holds what the column names");
        }
        if (begins && LIST_WORDS.contains(parent.getLast())) {
            return NameMatch.match(0.66, "the table lists what the column names");
        }
        boolean abbreviated = flat.length() >= SHORTEST_ABBREVIATION
                && parent.getLast().startsWith(flat)
                && parent.getLast().length() > flat.length();
        return abbreviated ? NameMatch.match(0.66, "the column shortens the name of the table") : Optional.empty();
    }

    private static boolean isCalled(String flat, String parent) {
        return flat.length() >= SHORTEST_NAME
                && (flat.equals(parent)
                        || NameMatch.singularOf(flat).equals(parent)
                        || flat.equals(NameMatch.singularOf(parent)));
    }

    /** The words without one that every key may end with. */
    static List<String> withoutEnding(List<String> words) {
        return !words.isEmpty() && GENERIC_KEYS.contains(words.getLast()) ? words.subList(0, words.size() - 1) : words;
    }
}
