package io.lakewright.generator.vault;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Traces references that lead out of scope to what the row itself can still say: the tables behind a junction, or the
 * business key of the parent, for which a hub is made that holds keys only (dv.hub, dv.link).
 *
 * <p>No table out of scope is read. A reference whose parent's key the row does not carry, or that names an entry of a
 * code list (D28), stays an attribute and is told with its reason.
 */
final class OutwardReferences {

    private static final int DEEPEST = 6;

    private final SourceSchema schema;
    private final Map<TableName, SourceTable> scope;
    private final Surroundings surroundings;
    private final Set<TableName> mentioned = new HashSet<>();

    OutwardReferences(Surroundings surroundings, Map<TableName, SourceTable> scope) {
        this.schema = surroundings.schema();
        this.surroundings = surroundings;
        this.scope = scope;
        scope.values().forEach(this::mention);
    }

    /** A table whose own key is the reference is a subtype with a hub of its own: it mentions no hub above it. */
    private void mention(SourceTable table) {
        List<String> identity = surroundings.identity(table).orElse(List.of());
        table.foreignKeys().stream()
                .filter(key -> !KeyColumns.same(key.columns(), identity))
                .forEach(key -> mentioned.add(key.references()));
    }

    /** Columns of a reference that no hub stands for. */
    record Kept(List<String> columns, TableName parent, String rule, String because) {}

    /**
     * @param references to tables in scope and to tables of which only the key is known
     * @param kept what stays an attribute
     */
    record Resolved(List<ForeignKey> references, List<Kept> kept) {}

    /** What the references of a table lead to, each set of columns and parent once. */
    Resolved of(SourceTable table) {
        List<ForeignKey> found = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        List<String> identity = surroundings.identity(table).orElse(List.of());
        for (ForeignKey key : table.foreignKeys()) {
            for (ForeignKey reached : reach(key, 0)) {
                boolean own = !scope.containsKey(reached.references()) && KeyColumns.same(reached.columns(), identity);
                if (isCode(reached, identity)) {
                    kept.add(new Kept(
                            reached.columns(),
                            reached.references(),
                            "dv.ref_table",
                            reached.references() + " is a short list of codes, to be looked up rather than related"
                                    + " to, and a hub for every code list would only add joins"));
                } else if (!own && found.stream().noneMatch(f -> sameReference(f, reached))) {
                    found.add(reached);
                }
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            unreached(key).ifPresent(kept::add);
        }
        kept.removeIf(k -> KeyColumns.contains(
                found.stream().flatMap(f -> f.columns().stream()).toList(), k.columns()));
        return new Resolved(found, kept.stream().distinct().toList());
    }

    private Optional<Kept> unreached(ForeignKey key) {
        if (!reach(key, 0).isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> identity = schema.table(key.references()).flatMap(surroundings::identity);
        String because = surroundings.isLeftOut(key.references())
                ? key.references() + " was left out on request"
                : why(key, identity);
        return Optional.of(new Kept(key.columns(), key.references(), "dv.link", because));
    }

    private static String why(ForeignKey key, Optional<List<String>> identity) {
        return !key.declared()
                ? "the source does not declare the reference to " + key.references() + ", which is not in scope"
                : identity.isEmpty()
                        ? key.references() + " is not in scope and has no key"
                        : key.references() + " is not in scope, and the row does not carry "
                                + String.join(", ", identity.get()) + ", by which it is known";
    }

    private List<ForeignKey> reach(ForeignKey key, int depth) {
        if (scope.containsKey(key.references())) {
            return List.of(key);
        }
        Optional<SourceTable> parent = schema.table(key.references());
        List<String> identity = parent.flatMap(surroundings::identity).orElse(List.of());
        boolean carried = !identity.isEmpty() && KeyColumns.contains(key.referencedColumns(), identity);
        if (!key.declared() || !carried || depth > DEEPEST) {
            return List.of();
        }
        List<ForeignKey> ofKey = parent.orElseThrow().foreignKeys().stream()
                .filter(k -> !k.references().equals(key.references()) && KeyColumns.contains(identity, k.columns()))
                .toList();
        Optional<ForeignKey> supertype = ofKey.stream()
                .filter(k -> KeyColumns.same(k.columns(), identity))
                .findFirst();
        if (supertype.isPresent()) {
            List<ForeignKey> above = reach(composed(key, supertype.get()), depth + 1);
            boolean known = above.stream()
                    .anyMatch(k -> scope.containsKey(k.references()) || mentioned.contains(k.references()));
            return known ? above : self(key);
        }
        return isJunction(identity, ofKey)
                ? ofKey.stream()
                        .flatMap(k -> reach(composed(key, k), depth + 1).stream())
                        .toList()
                : self(key);
    }

    /** A table that the user left out gets no hub, not even one of keys. */
    private List<ForeignKey> self(ForeignKey key) {
        return surroundings.isLeftOut(key.references()) ? List.of() : List.of(key);
    }

    private static boolean isJunction(List<String> identity, List<ForeignKey> ofKey) {
        List<String> referring =
                ofKey.stream().flatMap(k -> k.columns().stream()).toList();
        return ofKey.size() > 1 && KeyColumns.contains(referring, identity);
    }

    /** The reference that a row makes by way of the table in between, whose key it carries. */
    private static ForeignKey composed(ForeignKey first, ForeignKey second) {
        List<String> columns = second.columns().stream()
                .map(column -> first.columns().get(KeyColumns.position(first.referencedColumns(), column)))
                .toList();
        return new ForeignKey(
                columns,
                second.references(),
                second.referencedColumns(),
                first.declared() && second.declared(),
                Math.min(first.confidence(), second.confidence()),
                first.evidence().or(second::evidence));
    }

    /** A code is an attribute unless it is part of the row's key, which a link must be able to hash. */
    private boolean isCode(ForeignKey key, List<String> identity) {
        boolean ofKey = key.columns().stream().anyMatch(column -> KeyColumns.contains(identity, List.of(column)));
        return !ofKey && !scope.containsKey(key.references()) && surroundings.isCodeList(key.references());
    }

    private static boolean sameReference(ForeignKey one, ForeignKey other) {
        return one.references().equals(other.references()) && one.columns().equals(other.columns());
    }
}
