package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Traces the references of a row to the hubs behind them.
 *
 * <p>A reference to a subtype leads on to its parent, one to a link's table to that link's hubs. Where the row itself
 * does not carry a business key, the parent is joined to fetch it.
 */
final class HubPaths {

    private static final Set<String> KEY_WORDS = Set.of("id", "key", "no", "number", "code", "sk", "fk", "pk");
    private static final int DEEPEST = 12;

    private final VaultPlan plan;

    HubPaths(VaultPlan plan) {
        this.plan = plan;
    }

    /** The hub that a row of this table belongs to itself; only for hubs and subtypes. */
    Optional<HubReference> own(TableName table, Relations from) {
        List<Found> found = expand(table, column -> from.column(column), from, 0);
        return found.stream()
                .findFirst()
                .map(f -> new HubReference(f.hub(), f.columns(), "", false, List.copyOf(plan.needed(table))));
    }

    /** What a row of this table refers to by one foreign key. */
    List<HubReference> by(TableName table, ForeignKey key, Relations from) {
        List<ColumnRef> left = key.columns().stream().map(from::column).toList();
        SourceTable source = plan.scope().table(table);
        boolean optional = VaultPlan.anyNullable(source, key.columns());
        List<HubReference> references = new ArrayList<>();
        List<Found> found = reach(key.references(), left, key.referencedColumns(), from, 0);
        for (Found each : found) {
            boolean direct = each.columns().stream().allMatch(c -> c.alias().equals(from.alias()));
            String role = direct && found.size() > 1
                    ? role(each.columns().getLast().column())
                    : role(key.columns().getLast());
            references.add(new HubReference(each.hub(), each.columns(), role, optional, key.columns()));
        }
        return references;
    }

    /** Every hub that a row of a link's table joins, each once, in the order of the foreign keys. */
    List<HubReference> ofLinkTable(TableName table, Relations from) {
        List<HubReference> references = new ArrayList<>();
        for (ForeignKey key : plan.scope().references(table)) {
            addNew(references, by(table, key, from));
        }
        return references;
    }

    /** The unit of work of a table with a hub: the own hub, then all others that its row refers to. */
    List<HubReference> ofHubTable(TableName table, Relations from) {
        List<HubReference> references = new ArrayList<>();
        own(table, from).ifPresent(references::add);
        for (ForeignKey key : plan.scope().outward(table)) {
            addNew(references, by(table, key, from));
        }
        return references;
    }

    private static void addNew(List<HubReference> references, List<HubReference> more) {
        for (HubReference reference : more) {
            boolean known = references.stream()
                    .anyMatch(
                            r -> r.hub().equals(reference.hub()) && r.columns().equals(reference.columns()));
            if (!known) {
                references.add(reference);
            }
        }
    }

    private record Found(TableName hub, List<ColumnRef> columns) {}

    /** Where the value of a column is found. */
    private interface Carrier {
        ColumnRef of(String column);
    }

    /** The hubs behind the row of the target whose columns {@code right} equal the columns {@code left}. */
    private List<Found> reach(TableName target, List<ColumnRef> left, List<String> right, Relations from, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        Map<String, ColumnRef> carried = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            carried.put(right.get(i).toLowerCase(Locale.ROOT), left.get(i));
        }
        boolean enough =
                plan.needed(target).stream().allMatch(column -> carried.containsKey(column.toLowerCase(Locale.ROOT)));
        if (enough) {
            return expand(
                    target,
                    column -> carried.getOrDefault(column.toLowerCase(Locale.ROOT), left.getFirst()),
                    from,
                    depth);
        }
        String alias = from.join(target, left, right);
        return expand(target, column -> new ColumnRef(alias, column), from, depth);
    }

    private List<Found> expand(TableName table, Carrier carrier, Relations from, int depth) {
        return switch (plan.place(table)) {
            case Place.OwnHub(List<String> key) ->
                List.of(new Found(table, key.stream().map(carrier::of).toList()));
            case Place.Subtype(ForeignKey parent) -> follow(parent, carrier, from, depth);
            case Place.Relation relation -> {
                List<Found> found = new ArrayList<>();
                for (ForeignKey key : plan.keyReferences(table, relation)) {
                    found.addAll(follow(key, carrier, from, depth));
                }
                yield found;
            }
            case Place.LeftOut _ -> List.of();
        };
    }

    private List<Found> follow(ForeignKey key, Carrier carrier, Relations from, int depth) {
        List<ColumnRef> left = key.columns().stream().map(carrier::of).toList();
        return reach(key.references(), left, key.referencedColumns(), from, depth + 1);
    }

    /** The part a parent plays, read from the column that refers to it: {@code bill_to_address_id} gives its stem. */
    static String role(String column) {
        List<String> words = new ArrayList<>(Names.words(column));
        while (words.size() > 1 && KEY_WORDS.contains(words.getLast())) {
            words.removeLast();
        }
        String last = words.isEmpty() ? "x" : words.getLast();
        if (last.length() > 4 && last.endsWith("id")) {
            words.set(words.size() - 1, last.substring(0, last.length() - 2));
        }
        return words.isEmpty() ? "x" : Names.snake(String.join("_", words));
    }
}
