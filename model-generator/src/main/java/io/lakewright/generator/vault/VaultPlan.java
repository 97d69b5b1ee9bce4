package io.lakewright.generator.vault;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every table in scope its {@link Place} (modeling.md 4.3 step 14).
 *
 * <p>Rules: a key of its own makes a hub; a key that is one reference makes a subtype; a key of references makes a
 * link, with what is left of the key as dependent child key. A link that would join fewer than two hubs (D04), or to
 * whose rows others refer by more than its references, becomes a hub instead.
 */
final class VaultPlan {

    private final VaultScope scope;
    private final Map<TableName, Place> places = new LinkedHashMap<>();

    VaultPlan(VaultScope scope) {
        this.scope = scope;
        scope.keysOnly().forEach((table, key) -> places.put(table, new Place.OwnHub(key)));
        scope.tables().forEach(table -> places.put(table.name(), firstPlace(table)));
        scope.tables().forEach(table -> settleSubtype(table.name()));
        boolean promoted = true;
        while (promoted) {
            promoted = scope.tables().stream().map(SourceTable::name).anyMatch(this::promote);
        }
    }

    VaultScope scope() {
        return scope;
    }

    Place place(TableName table) {
        Place place = places.get(table);
        if (place == null) {
            throw new IllegalStateException("not in scope: " + table);
        }
        return place;
    }

    /** The references that make up the key of a link's table. */
    List<ForeignKey> keyReferences(TableName table, Place.Relation place) {
        return scope.outward(table).stream()
                .filter(key -> KeyColumns.contains(place.key(), key.columns()))
                .toList();
    }

    /** The columns by which the hubs behind a table are found from one of its rows. */
    Set<String> needed(TableName table) {
        return switch (place(table)) {
            case Place.OwnHub(List<String> key) -> new LinkedHashSet<>(key);
            case Place.Subtype(ForeignKey parent) -> new LinkedHashSet<>(parent.columns());
            case Place.Relation relation -> {
                Set<String> columns = new LinkedHashSet<>();
                keyReferences(table, relation).forEach(key -> columns.addAll(key.columns()));
                yield columns;
            }
            case Place.LeftOut _ -> Set.of();
        };
    }

    /** The table's key: the primary key, else the first unique key that is never empty. */
    static Optional<List<String>> identity(SourceTable table) {
        if (!table.primaryKey().isEmpty()) {
            return Optional.of(table.primaryKey());
        }
        return table.unique().stream()
                .filter(key -> key.stream()
                        .allMatch(column ->
                                table.column(column).map(c -> !c.nullable()).orElse(false)))
                .findFirst();
    }

    private Place firstPlace(SourceTable table) {
        Optional<List<String>> named = scope.businessKey(table.name());
        if (named.isPresent()) {
            return new Place.OwnHub(named.get());
        }
        List<ForeignKey> references = scope.outward(table.name());
        Optional<List<String>> identity = identity(table);
        if (identity.isEmpty()) {
            return references.size() > 1
                    ? new Place.Relation(List.of(), List.of())
                    : new Place.LeftOut("no key is known by which its rows are told apart");
        }
        List<String> key = identity.get();
        List<String> own = key.stream()
                .filter(column -> references.stream().noneMatch(r -> KeyColumns.contains(r.columns(), List.of(column))))
                .toList();
        if (own.isEmpty()) {
            return references.stream()
                    .filter(r -> KeyColumns.same(r.columns(), key))
                    .findFirst()
                    .<Place>map(Place.Subtype::new)
                    .orElseGet(() -> new Place.Relation(key, List.of()));
        }
        boolean referredTo = scope.referencedBy(table.name()) > 0
                || !scope.inward(table.name()).isEmpty();
        Optional<List<String>> pair = numberedJunction(table, key, references);
        if (pair.isPresent() && !referredTo) {
            return new Place.Relation(pair.get(), List.of());
        }
        return own.size() == key.size() || referredTo ? new Place.OwnHub(key) : new Place.Relation(key, own);
    }

    /** The references that are the real key of a junction whose rows a number of its own counts. */
    private static Optional<List<String>> numberedJunction(
            SourceTable table, List<String> key, List<ForeignKey> references) {
        boolean number = key.size() == 1
                && table.column(key.getFirst())
                        .map(column -> column.identity() || column.lakeType().isInteger())
                        .orElse(false);
        return table.unique().stream()
                .filter(unique -> number && references.stream().anyMatch(r -> KeyColumns.contains(unique, r.columns())))
                .filter(unique -> unique.stream()
                        .allMatch(column -> references.stream()
                                .anyMatch(r -> KeyColumns.contains(r.columns(), List.of(column))
                                        && KeyColumns.contains(unique, r.columns()))))
                .filter(unique -> !VaultPlan.anyNullable(table, unique))
                .filter(unique -> references.stream()
                                .filter(r -> KeyColumns.contains(unique, r.columns()))
                                .map(ForeignKey::references)
                                .count()
                        > 1)
                .findFirst();
    }

    /** A subtype must end at a hub: a chain that comes back to itself, or ends at a link, gets a place of its own. */
    private void settleSubtype(TableName table) {
        Set<TableName> seen = new LinkedHashSet<>();
        TableName current = table;
        while (place(current) instanceof Place.Subtype(ForeignKey parent)) {
            if (!seen.add(current)) {
                break;
            }
            current = parent.references();
        }
        if (place(table) instanceof Place.Subtype(ForeignKey parent) && !(place(current) instanceof Place.OwnHub)) {
            boolean circular = place(current) instanceof Place.Subtype;
            places.put(
                    table,
                    circular || place(current) instanceof Place.LeftOut
                            ? new Place.OwnHub(parent.columns())
                            : new Place.Relation(parent.columns(), List.of()));
        }
    }

    private boolean promote(TableName table) {
        if (!(place(table) instanceof Place.Relation(List<String> key, List<String> childKey))) {
            return false;
        }
        HubPaths paths = new HubPaths(this);
        int hubs = paths.ofLinkTable(table, new Relations(table)).size();
        boolean lost =
                !key.isEmpty() && childKey.isEmpty() && scope.inward(table).size() > 0;
        if (hubs > 1 && !lost) {
            return false;
        }
        places.put(
                table,
                key.isEmpty()
                        ? new Place.LeftOut("no key is known by which its rows are told apart")
                        : new Place.OwnHub(key));
        return true;
    }

    /** Whether any of the named columns may be empty. */
    static boolean anyNullable(SourceTable table, List<String> columns) {
        return columns.stream()
                .anyMatch(column -> table.column(column).map(Column::nullable).orElse(true));
    }
}
