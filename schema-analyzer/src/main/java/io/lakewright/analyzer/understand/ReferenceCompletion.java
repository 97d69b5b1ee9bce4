package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.InferredReferences.Scored;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a schema the references that it does not declare and that its rows bear out (modeling.md 4.3 step 1): what names
 * suggest must hold for at least {@value #INCLUDED} of the values of a sample; among keys of one name the one with the
 * fewest rows that holds all values is meant; and without any help of names only what cannot be chance counts. Where rows
 * say nothing, names decide as they do without rows.
 */
public final class ReferenceCompletion {

    static final double INCLUDED = 0.98;
    private static final int MOST_VALUES = 500;
    private static final int MOST_CANDIDATES = 12;

    private final SourceSchema schema;
    private final InferredReferences inferred;
    private final KeyValues values;
    private final ReferencesByValue byValue;

    private ReferenceCompletion(SourceSchema schema, SourceRows rows, RowBudget budget) {
        this.schema = schema;
        this.inferred = new InferredReferences(schema);
        this.values = new KeyValues(rows, budget);
        this.byValue = new ReferencesByValue(inferred.keys(), values);
    }

    /**
     * The schema with the references that hold, marked as completed. At most 1,000 rows of each table are read; what was not
     * reached within the budget is decided by names.
     */
    public static SourceSchema complete(SourceSchema schema, SourceRows rows, RowBudget budget) {
        return schema.completed() ? schema : new ReferenceCompletion(schema, rows, budget).all();
    }

    private SourceSchema all() {
        List<SourceTable> tables = new ArrayList<>();
        for (SourceTable table : schema.tables()) {
            List<ForeignKey> all = new ArrayList<>(table.foreignKeys());
            Set<String> taken = new HashSet<>();
            all.forEach(key -> taken.addAll(key.columns()));
            for (ForeignKey composite : inferred.composites(table, taken)) {
                checked(table, composite).ifPresent(key -> {
                    all.add(key);
                    taken.addAll(key.columns());
                });
            }
            for (Column column : table.columns()) {
                if (!taken.contains(column.name()) && InferredReferences.mayRefer(column)) {
                    reference(table, column).ifPresent(all::add);
                }
            }
            tables.add(table.withForeignKeys(all));
        }
        return schema.withTables(tables).asCompleted();
    }

    private Optional<ForeignKey> checked(SourceTable child, ForeignKey guess) {
        Set<List<String>> keys = some(values.distinct(child, guess.columns()));
        SourceTable parent = schema.table(guess.references()).orElseThrow();
        Optional<Double> share = values.found(parent, guess.referencedColumns(), keys);
        if (share.isEmpty()) {
            return Optional.of(guess);
        }
        return share.filter(found -> found >= INCLUDED).map(found -> withEvidence(guess, keys.size(), found));
    }

    private Optional<ForeignKey> reference(SourceTable child, Column column) {
        List<Scored> ranked = inferred.ranked(child, column);
        // Rows are read only of tables with a column that looks like a reference: reading costs, for the source too.
        if (ranked.isEmpty() && !NameParts.hasKeyEnding(NameParts.flat(column.name()))) {
            return Optional.empty();
        }
        Set<List<String>> keys = some(values.distinct(child, List.of(column.name())));
        if (keys.isEmpty()) {
            return ranked.stream().findFirst().map(best -> best.from(column));
        }
        Optional<ForeignKey> named = byName(child, column, ranked, keys);
        return named.isPresent()
                ? named.filter(key -> !isOneOfSeveral(child, column, key))
                : byValue.of(child, column, keys);
    }

    /**
     * Whether other tables have a key of the same name, which means the same, none that can be read is closer, and the rows
     * of one of them cannot be read: it may be the closer one, so nothing is claimed.
     */
    private boolean isOneOfSeveral(SourceTable child, Column column, ForeignKey key) {
        if (!key.referencedColumns().getFirst().equalsIgnoreCase(column.name())) {
            return false;
        }
        List<ReferenceTarget> same = inferred.sameKey(child, column).stream()
                .filter(target -> !target.table().name().equals(key.references()))
                .toList();
        long chosen = rows(schema.table(key.references()).orElseThrow());
        boolean largest =
                same.stream().filter(target -> !isEmpty(target)).allMatch(target -> rows(target.table()) <= chosen);
        return largest && same.stream().anyMatch(this::isEmpty);
    }

    private boolean isEmpty(ReferenceTarget target) {
        return values.distinct(target.table(), List.of(target.key().name())).isEmpty();
    }

    private Optional<ForeignKey> byName(SourceTable child, Column column, List<Scored> ranked, Set<List<String>> keys) {
        for (Scored candidate : ranked.subList(0, Math.min(MOST_CANDIDATES, ranked.size()))) {
            ReferenceTarget target = candidate.target();
            Optional<Double> share =
                    values.found(target.table(), List.of(target.key().name()), keys);
            if (share.isEmpty()) {
                return Optional.of(candidate.from(column));
            }
            if (share.get() >= INCLUDED) {
                return Optional.of(tightest(child, column, keys, candidate)
                        .orElseGet(() -> withEvidence(candidate.from(column), keys.size(), share.get())));
            }
        }
        return Optional.empty();
    }

    /** A subtype has the key of its supertype under the same name: the nearest one that holds all values is meant. */
    private Optional<ForeignKey> tightest(SourceTable child, Column column, Set<List<String>> keys, Scored candidate) {
        if (!candidate.target().key().name().equalsIgnoreCase(column.name())) {
            return Optional.empty();
        }
        long most = rows(candidate.target().table());
        boolean ownKey = child.isKey(List.of(column.name()));
        return inferred.sameKey(child, column).stream()
                .filter(target -> rows(target.table()) < most)
                .filter(target -> !ownKey || rows(target.table()) > rows(child))
                .sorted(Comparator.comparingLong(target -> rows(target.table())))
                .filter(target -> values.found(
                                target.table(), List.of(target.key().name()), keys)
                        .filter(share -> share == 1)
                        .isPresent())
                .findFirst()
                .map(target -> withEvidence(
                        new Scored(target, candidate.score(), "the column has the name of the key").from(column),
                        keys.size(),
                        1));
    }

    private long rows(SourceTable table) {
        int sampled = values.distinct(table, table.primaryKey()).size();
        return Math.max(sampled, values.isWhole(table) ? 0 : table.rowCount().orElse(Long.MAX_VALUE));
    }

    private static Set<List<String>> some(Set<List<String>> keys) {
        if (keys.size() <= MOST_VALUES) {
            return keys;
        }
        // Spread over all that were read: the first rows of a table often belong together.
        List<List<String>> all = List.copyOf(keys);
        Set<List<String>> some = new HashSet<>();
        for (int i = 0; i < MOST_VALUES; i++) {
            some.add(all.get((int) ((long) i * all.size() / MOST_VALUES)));
        }
        return some;
    }

    static ForeignKey withEvidence(ForeignKey guess, int checked, double share) {
        String words = (share == 1
                        ? checked == 1 ? "the only value" : "all " + checked
                        : Math.round(share * checked) + " of " + checked)
                + (checked == 1 && share == 1 ? "" : " different values")
                + " of a sample " + (checked == 1 ? "is" : "are") + " there";
        double confidence = Math.min(0.99, 0.6 * guess.confidence() + 0.4 * share);
        return ForeignKey.inferred(
                guess.columns(),
                guess.references(),
                guess.referencedColumns(),
                Math.round(confidence * 100) / 100.0,
                guess.evidence().orElse("") + ", " + words);
    }
}
