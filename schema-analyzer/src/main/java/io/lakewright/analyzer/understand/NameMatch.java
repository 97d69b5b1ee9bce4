package io.lakewright.analyzer.understand;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How well the name of a column says that it points to a key.
 *
 * @param score 0 to 1
 * @param words the evidence in words
 */
record NameMatch(double score, String words) {

    private static final Set<String> PARENT_WORDS =
            Set.of("parent", "reportsto", "manager", "supervisor", "predecessor", "replaces", "mentor", "boss");
    private static final int SHORTEST_NAME = 3;

    /**
     * @param child subject of the referencing table
     * @param column its column, flat and without the table's prefix
     * @param parent subject of the referenced table
     * @param key its key, flat and without prefix
     * @param self whether both are the same table
     * @param ownKey whether the column is the child's own primary key
     * @param primary whether the key is the parent's primary key, not another unique one
     * @param words those of the column, without the table's prefix
     * @param parentWords those of the referenced table
     * @param identifier whether column and key are numbers or UUIDs of one type, which hold little else than references
     * @param people whether people of whom the column's name speaks stand in the referenced table
     * @param peopleElsewhere whether they stand in another one
     */
    record Question(
            String child,
            String column,
            String parent,
            String key,
            boolean self,
            boolean ownKey,
            boolean primary,
            List<String> words,
            List<String> parentWords,
            boolean identifier,
            boolean people,
            boolean peopleElsewhere) {}

    static Optional<NameMatch> of(Question q) {
        String stem = NameParts.stem(q.column());
        boolean ends = !stem.equals(q.column());
        if (!q.self() && stem.equals(q.child())) {
            // Named after its own table, it identifies rows here and points nowhere, unless it shares its key.
            return q.ownKey() ? sharedKey(q, false) : Optional.empty();
        }
        boolean keyNamesParent = q.key().length() > SHORTEST_NAME && mentions(q.key(), q.parent());
        if (q.self()) {
            return selfReference(q, stem, ends);
        }
        if (q.ownKey()) {
            return sharedKey(q, keyNamesParent);
        }
        if (q.column().equals(q.key()) && q.key().length() > SHORTEST_NAME) {
            if (keyNamesParent) {
                return match(1.0, "the column has the name of the key");
            }
            boolean named = q.child().startsWith(q.parent()) || q.child().endsWith(q.parent());
            if (named && q.parent().length() > SHORTEST_NAME) {
                return match(1.02, "the column has the name of the key, and the table is named after its target");
            }
            return q.primary() ? match(0.7, "the column has the name of the key") : Optional.empty();
        }
        if (ends && (stem.equals(q.parent()) || singularOf(stem).equals(q.parent()))) {
            return match(0.97, "the column is named after the table");
        }
        if (q.key().length() > SHORTEST_NAME + 1 && keyNamesParent && q.column().endsWith(q.key())) {
            return match(0.9, "the column ends with the name of the key, behind a role");
        }
        if (ends && stem.endsWith(q.parent()) && q.parent().length() >= SHORTEST_NAME) {
            return match(0.88, "the column ends with the name of the table, behind a role");
        }
        if (ends && q.parent().endsWith(stem) && stem.length() > SHORTEST_NAME) {
            return match(0.75, "the table's name ends with that of the column");
        }
        if (ends
                && q.parent().startsWith(stem)
                && stem.length() > SHORTEST_NAME
                && q.key().startsWith(stem)) {
            return match(0.75, "the column has the shortened name of the table");
        }
        boolean calendar = q.parent().endsWith("date") || q.parent().endsWith("calendar");
        return calendar && NameParts.stem(q.column()).endsWith("date")
                ? match(0.8, "the column names a date and the table is a calendar")
                : RoleMatch.of(q);
    }

    private static Optional<NameMatch> sharedKey(Question q, boolean keyNamesParent) {
        boolean shared = q.column().equals(q.key()) && q.key().length() > SHORTEST_NAME;
        return shared && keyNamesParent && !mentions(q.column(), q.child())
                ? match(0.85, "the key has the name of the key of " + q.parent())
                : Optional.empty();
    }

    private static Optional<NameMatch> selfReference(Question q, String stem, boolean ends) {
        if (q.ownKey()) {
            return Optional.empty();
        }
        boolean parentWord = PARENT_WORDS.contains(stem) || PARENT_WORDS.contains(q.column());
        if (parentWord && !q.peopleElsewhere()) {
            return match(0.85, "the name says that a row has a superior of its own kind");
        }
        if (ends && stem.length() > q.parent().length() && stem.endsWith(q.parent())) {
            return match(0.86, "the column ends with the name of its own table, behind a role");
        }
        return ends || q.identifier() ? RoleMatch.ofSelf(q) : Optional.empty();
    }

    /** Whether a key's name holds the table's name or a shortened form of it: suppkey of supplier, nationkey of nation. */
    static boolean mentions(String key, String subject) {
        String stem = NameParts.stem(key);
        return key.contains(subject)
                || stem.length() >= SHORTEST_NAME && (subject.startsWith(stem) || subject.endsWith(stem));
    }

    static String singularOf(String flat) {
        return flat.endsWith("s") && flat.length() > SHORTEST_NAME ? flat.substring(0, flat.length() - 1) : flat;
    }

    static Optional<NameMatch> match(double score, String words) {
        return Optional.of(new NameMatch(score, words));
    }
}
