package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Guesses references of columns that no declared foreign key covers. Evidence: the name of the column against the key and
 * the name of every table, equality of type, and, where figures are known, that there are not more different values than
 * the target has rows. Each column gets at most one target, the best one of the whole schema.
 */
final class InferredReferences {

    private static final double THRESHOLD = 0.62;

    /** A short text of limited length, as codes are. */
    private static final Pattern CODE_TYPE = Pattern.compile("(character varying|character|varchar|char)\\(\\d\\)");

    /** A column that may refer to something, as every target is asked about it. */
    private record Candidate(
            SourceTable child, Column column, String subject, String bare, List<String> words, boolean ownKey) {

        boolean isIdentifier() {
            return column.lakeType().isInteger()
                    || column.type().equals("uuid")
                    || CODE_TYPE.matcher(column.type()).matches();
        }
    }

    /** A key that a column may refer to. */
    record Scored(ReferenceTarget target, double score, String reason) {

        ForeignKey from(Column column) {
            return ForeignKey.inferred(
                    List.of(column.name()),
                    target.table().name(),
                    List.of(target.key().name()),
                    Math.round(score * 100) / 100.0,
                    reason);
        }
    }

    private final ReferenceTargets targets = new ReferenceTargets();
    private final Map<String, List<SourceTable>> compositeParents = new LinkedHashMap<>();
    private final Map<TableName, String> prefixes = new HashMap<>();
    private final Map<TableName, String> subjects = new HashMap<>();

    private final PeopleTables people;
    private final String schemaPrefix;

    /** The columns that make keys by their names, of tables that declare none. */
    private final Map<TableName, Column> guessedKeys = new HashMap<>();

    InferredReferences(SourceSchema schema) {
        schemaPrefix = NameParts.schemaPrefix(
                schema.tables().stream().map(table -> table.name().table()).toList());
        schema.tables().forEach(table -> subjects.put(table.name(), String.join("", subjectWords(table))));
        people = new PeopleTables(subjects);
        Set<String> all = Set.copyOf(subjects.values());
        for (SourceTable table : schema.tables()) {
            if (table.primaryKey().isEmpty()) {
                GuessedKeys.primary(table, all).ifPresent(column -> guessedKeys.put(table.name(), column));
            }
        }
        for (int position = 0; position < schema.tables().size(); position++) {
            add(schema.tables().get(position), position);
        }
    }

    private List<String> subjectWords(SourceTable table) {
        return NameParts.subjectWords(table.name().table(), schemaPrefix);
    }

    private void add(SourceTable table, int position) {
        String prefix = NameParts.columnPrefix(table);
        prefixes.put(table.name(), prefix);
        String subject = subjects.getOrDefault(table.name(), "");
        if (table.primaryKey().size() > 1) {
            compositeParents
                    .computeIfAbsent(NameParts.bare(table.primaryKey().getFirst(), prefix), key -> new ArrayList<>())
                    .add(table);
        }
        for (List<String> key : keys(table)) {
            if (key.size() == 1) {
                boolean primary =
                        key.equals(table.primaryKey()) || table.primaryKey().isEmpty();
                table.column(key.getFirst())
                        .ifPresent(column -> targets.add(new ReferenceTarget(
                                table,
                                column,
                                subject,
                                subjectWords(table),
                                NameParts.bare(column.name(), prefix),
                                primary,
                                position)));
            }
        }
    }

    /** Declared keys, and for a table without a primary key the column that its name makes one. */
    private List<List<String>> keys(SourceTable table) {
        List<List<String>> keys = new ArrayList<>();
        Column guessed = guessedKeys.get(table.name());
        if (guessed != null) {
            keys.add(List.of(guessed.name()));
        } else if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        keys.addAll(table.unique());
        return keys;
    }

    List<ForeignKey> of(SourceTable child, Set<String> covered) {
        List<ForeignKey> guesses = new ArrayList<>(composites(child, covered));
        Set<String> taken = new HashSet<>(covered);
        guesses.forEach(guess -> taken.addAll(guess.columns()));
        for (Column column : child.columns()) {
            if (!taken.contains(column.name()) && mayRefer(column)) {
                ranked(child, column).stream().findFirst().ifPresent(best -> guesses.add(best.from(column)));
            }
        }
        return guesses;
    }

    /** References to keys of several columns; no column takes part in two. */
    List<ForeignKey> composites(SourceTable child, Set<String> covered) {
        List<ForeignKey> guesses = new ArrayList<>();
        Set<String> taken = new HashSet<>(covered);
        String prefix = prefixes.getOrDefault(child.name(), "");
        for (Column column : child.columns()) {
            for (SourceTable parent : compositeParents.getOrDefault(NameParts.bare(column.name(), prefix), List.of())) {
                composite(child, parent, taken).ifPresent(guess -> {
                    guesses.add(guess);
                    taken.addAll(guess.columns());
                });
            }
        }
        return guesses;
    }

    static boolean mayRefer(Column column) {
        return !column.generated()
                && (column.lakeType().isInteger()
                        || column.lakeType().base() == LakeType.Base.STRING
                        || column.type().equals("uuid")
                        || column.type().startsWith("numeric"));
    }

    /** What a column may refer to by its name, the most likely first; its type and figures do not speak against it. */
    List<Scored> ranked(SourceTable child, Column column) {
        Comparator<Scored> order = Comparator.comparingDouble(Scored::score)
                .thenComparing(s -> s.target().primary())
                .thenComparing(s ->
                        s.target().table().name().schema().equals(child.name().schema()))
                .thenComparing(s -> sharedStart(child, s.target().table()))
                .thenComparing(s -> -s.target().table().name().text().length())
                .thenComparing(s -> s.target().table().name().text(), Comparator.reverseOrder());
        Candidate candidate = candidate(child, column);
        return near(candidate).stream()
                .map(target -> score(candidate, target))
                .flatMap(Optional::stream)
                .filter(scored -> scored.score() >= THRESHOLD)
                .sorted(order.reversed())
                .toList();
    }

    private Set<ReferenceTarget> near(Candidate candidate) {
        Set<ReferenceTarget> near = targets.near(candidate.child().name(), candidate.subject(), candidate.bare());
        if (candidate.isIdentifier()) {
            List<String> words = RoleMatch.withoutEnding(candidate.words());
            near.addAll(targets.byRole(candidate.subject(), words));
            if (RoleMatch.playsPerson(words)) {
                people.meant(words).map(targets::of).ifPresent(near::addAll);
            }
        }
        return near;
    }

    /** Other tables whose key has the same name as the column, whatever the tables are called. */
    List<ReferenceTarget> sameKey(SourceTable child, Column column) {
        Candidate candidate = candidate(child, column);
        return targets.near(child.name(), candidate.subject(), candidate.bare()).stream()
                .filter(target -> target.bareKey().equals(candidate.bare()))
                .filter(target -> !target.table().name().equals(child.name()))
                .filter(target -> typeScore(column, target.key()) > 0)
                .toList();
    }

    /** Every key of one column. */
    List<ReferenceTarget> keys() {
        return targets.all();
    }

    private Candidate candidate(SourceTable child, Column column) {
        boolean ownKey =
                child.primaryKey().equals(List.of(column.name())) || column.equals(guessedKeys.get(child.name()));
        String bare = NameParts.bare(column.name(), prefixes.getOrDefault(child.name(), ""));
        List<String> words = NameParts.bareWords(column.name(), prefixes.getOrDefault(child.name(), ""));
        return new Candidate(child, column, subjects.getOrDefault(child.name(), ""), bare, words, ownKey);
    }

    /** With how many words both names begin: tables of one part of a system are named alike. */
    private static int sharedStart(SourceTable one, SourceTable other) {
        List<String> first = Names.words(one.name().table());
        List<String> second = Names.words(other.name().table());
        int shared = 0;
        while (shared < Math.min(first.size(), second.size())
                && first.get(shared).equals(second.get(shared))) {
            shared++;
        }
        return shared;
    }

    private Optional<Scored> score(Candidate candidate, ReferenceTarget target) {
        Column column = candidate.column();
        boolean self = candidate.child().name().equals(target.table().name());
        if (self && column.name().equals(target.key().name())) {
            return Optional.empty();
        }
        double type = typeScore(column, target.key());
        if (type == 0) {
            return Optional.empty();
        }
        Optional<TableName> meant = people.meant(RoleMatch.withoutEnding(candidate.words()));
        boolean here = meant.filter(target.table().name()::equals).isPresent();
        Optional<NameMatch> name = NameMatch.of(new NameMatch.Question(
                candidate.subject(),
                candidate.bare(),
                target.subject(),
                target.bareKey(),
                self,
                candidate.ownKey(),
                target.primary(),
                candidate.words(),
                target.words(),
                type == 1 && candidate.isIdentifier(),
                here,
                meant.isPresent() && !here && RoleMatch.playsPerson(RoleMatch.withoutEnding(candidate.words()))));
        if (name.isEmpty() || contradicted(column, target)) {
            return Optional.empty();
        }
        double score = Math.min(0.95, 0.75 * name.get().score() + 0.2 * type + (target.primary() ? 0.05 : 0));
        String reason = name.get().words() + ", "
                + (type == 1
                        ? "same type " + column.type()
                        : "types " + column.type() + " and " + target.key().type())
                + ", " + target.table().name() + "." + target.key().name() + " is a key";
        return Optional.of(new Scored(target, score, reason));
    }

    static double typeScore(Column column, Column key) {
        if (column.type().equals(key.type())) {
            return 1;
        }
        boolean integers = column.lakeType().isInteger() && key.lakeType().isInteger();
        boolean same = column.lakeType().base() == key.lakeType().base();
        boolean uuids = column.type().equals("uuid") != key.type().equals("uuid");
        return integers ? 0.8 : same && !uuids ? 0.6 : 0;
    }

    /** More different values than the target has rows cannot all be found there. */
    private static boolean contradicted(Column column, ReferenceTarget target) {
        Optional<Long> distinct = column.profile().flatMap(ColumnProfile::distinctCount);
        Optional<Long> rows = target.table().rowCount();
        return distinct.isPresent() && rows.isPresent() && rows.get() > 0 && distinct.get() > rows.get() * 1.05 + 1;
    }

    /**
     * A reference to a key of several columns: the child has them all under the same names, and the parent's name is made
     * of what they point to, as {@code partsupp} of part and supplier.
     */
    private Optional<ForeignKey> composite(SourceTable child, SourceTable parent, Set<String> covered) {
        List<String> key = parent.primaryKey();
        if (key.size() < 2 || parent.name().equals(child.name()) || child.isKey(key)) {
            return Optional.empty();
        }
        String parentPrefix = prefixes.getOrDefault(parent.name(), "");
        String childPrefix = prefixes.getOrDefault(child.name(), "");
        String parentName = NameParts.flat(parent.name().table());
        List<String> own = new ArrayList<>();
        for (String keyColumn : key) {
            String bare = NameParts.bare(keyColumn, parentPrefix);
            String stem = NameParts.stem(bare);
            Optional<Column> match = child.columns().stream()
                    .filter(column -> NameParts.bare(column.name(), childPrefix).equals(bare))
                    .filter(column -> parent.column(keyColumn)
                            .filter(other -> typeScore(column, other) == 1)
                            .isPresent())
                    .filter(column -> !covered.contains(column.name()))
                    .findFirst();
            if (match.isEmpty() || !parentName.contains(stem)) {
                return Optional.empty();
            }
            own.add(match.get().name());
        }
        String evidence = "the columns " + own.stream().collect(Collectors.joining(", "))
                + " have the names and types of the key of " + parent.name();
        return Optional.of(ForeignKey.inferred(own, parent.name(), key, 0.85, evidence));
    }
}
