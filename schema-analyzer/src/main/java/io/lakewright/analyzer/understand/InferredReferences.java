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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses references of columns that no declared foreign key covers. Evidence: the name of the column against the key and
 * the name of every table, equality of type, and, where figures are known, that there are not more different values than
 * the target has rows. Each column gets at most one target, the best one of the whole schema.
 */
final class InferredReferences {

    private static final double THRESHOLD = 0.62;

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
    private final SchemaNames names;
    private final CompositeReferences composites;

    InferredReferences(SourceSchema schema) {
        names = new SchemaNames(schema);
        composites = new CompositeReferences(schema, names);
        for (int position = 0; position < schema.tables().size(); position++) {
            add(schema.tables().get(position), position);
        }
    }

    private void add(SourceTable table, int position) {
        for (List<String> key : keys(table)) {
            if (key.size() == 1) {
                boolean primary =
                        key.equals(table.primaryKey()) || table.primaryKey().isEmpty();
                table.column(key.getFirst())
                        .ifPresent(column -> targets.add(new ReferenceTarget(
                                table,
                                column,
                                names.subject(table),
                                names.subjectWords(table),
                                NameParts.bare(column.name(), names.prefix(table)),
                                primary,
                                position)));
            }
        }
    }

    /** Declared keys, and for a table without a primary key the column that its name makes one. */
    private List<List<String>> keys(SourceTable table) {
        List<List<String>> keys = new ArrayList<>();
        names.guessedKey(table)
                .map(column -> List.of(column.name()))
                .or(() -> Optional.of(table.primaryKey()).filter(key -> !key.isEmpty()))
                .ifPresent(keys::add);
        keys.addAll(table.unique());
        return keys;
    }

    List<ForeignKey> of(SourceTable child, Set<String> covered) {
        List<ForeignKey> guesses = new ArrayList<>(composites.of(child, covered));
        Set<String> taken = new HashSet<>(covered);
        guesses.forEach(guess -> taken.addAll(guess.columns()));
        for (Column column : child.columns()) {
            if (!taken.contains(column.name()) && mayRefer(column)) {
                ranked(child, column).stream().findFirst().ifPresent(best -> guesses.add(best.from(column)));
            }
        }
        return guesses;
    }

    /** References to keys of several columns. */
    List<ForeignKey> composites(SourceTable child, Set<String> covered) {
        return composites.of(child, covered);
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
        ReferringColumn candidate = names.referring(child, column);
        return near(candidate).stream()
                .map(target -> score(candidate, target))
                .flatMap(Optional::stream)
                .filter(scored -> scored.score() >= THRESHOLD)
                .sorted(order.reversed())
                .toList();
    }

    private Set<ReferenceTarget> near(ReferringColumn candidate) {
        Set<ReferenceTarget> near = targets.near(candidate.child().name(), candidate.subject(), candidate.bare());
        if (candidate.isIdentifier()) {
            near.addAll(targets.byRole(candidate.subject(), RoleMatch.withoutEnding(candidate.words())));
            names.people(candidate).map(targets::of).ifPresent(near::addAll);
        }
        return near;
    }

    /** Other tables whose key has the same name as the column, whatever the tables are called. */
    List<ReferenceTarget> sameKey(SourceTable child, Column column) {
        ReferringColumn candidate = names.referring(child, column);
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

    private Optional<Scored> score(ReferringColumn candidate, ReferenceTarget target) {
        Column column = candidate.column();
        boolean self = candidate.child().name().equals(target.table().name());
        if (self && column.name().equals(target.key().name())) {
            return Optional.empty();
        }
        double type = typeScore(column, target.key());
        if (type == 0) {
            return Optional.empty();
        }
        Optional<TableName> people = names.people(candidate);
        boolean here = people.filter(target.table().name()::equals).isPresent();
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
                people.isPresent() && !here));
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
}
