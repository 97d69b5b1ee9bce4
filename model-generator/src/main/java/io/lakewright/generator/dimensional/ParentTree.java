package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a table's parents around it, level by level: the relations of a dimension's load.
 *
 * <p>A table is taken on the level where it is met first; several references on that level make it play roles. No join
 * drops a row, because a parent may arrive later than its children.
 */
final class ParentTree {

    private static final int MOST_LEVELS = 5;
    private static final int MOST_TABLES = 16;

    private final Scope scope;
    private final Notes notes;
    private final List<JoinedTable> tables = new ArrayList<>();
    private final Set<String> aliases = new HashSet<>();

    private ParentTree(Scope scope, Notes notes) {
        this.scope = scope;
        this.notes = notes;
    }

    /**
     * @param flattened parents that may be taken in
     * @param subtypes tables that share the driving table's key and are merged into it
     */
    static List<JoinedTable> around(
            Scope scope, Notes notes, TableName driving, Set<TableName> flattened, List<TableName> subtypes) {
        ParentTree tree = new ParentTree(scope, notes);
        tree.tables.add(JoinedTable.driving(tree.alias(scope.entity(driving)), scope.table(driving)));
        tree.addSubtypes(driving, subtypes);
        tree.addParents(driving, flattened);
        tree.addSelf(driving);
        return List.copyOf(tree.tables);
    }

    private void addSubtypes(TableName driving, List<TableName> subtypes) {
        for (TableName subtype : subtypes) {
            scope.references(subtype).stream()
                    .filter(r -> r.to().equals(driving) && r.type() == SourceRelationship.Cardinality.ONE_TO_ONE)
                    .findFirst()
                    .ifPresent(reference -> {
                        notes.joined(reference);
                        tables.add(new JoinedTable(
                                alias(scope.entity(subtype)),
                                scope.table(subtype),
                                false,
                                Optional.of(
                                        new JoinedTable.Reach(tables.getFirst().alias(), reference, true)),
                                false));
                    });
        }
    }

    private void addParents(TableName driving, Set<TableName> flattened) {
        Set<TableName> placed = new HashSet<>(Set.of(driving));
        List<JoinedTable> level = List.copyOf(tables);
        for (int depth = 0; depth < MOST_LEVELS && !level.isEmpty(); depth++) {
            List<JoinedTable> next = new ArrayList<>();
            for (JoinedTable child : level) {
                for (SourceRelationship reference :
                        scope.references(child.table().name())) {
                    boolean wanted = flattened.contains(reference.to()) && !placed.contains(reference.to());
                    if (wanted && tables.size() < MOST_TABLES) {
                        next.add(add(child, reference, isRole(level, reference)));
                    }
                }
            }
            next.forEach(added -> placed.add(added.table().name()));
            level = next;
        }
    }

    /** Whether the parent is met more than once on this level. */
    private boolean isRole(List<JoinedTable> level, SourceRelationship reference) {
        long times = level.stream()
                .flatMap(child -> scope.references(child.table().name()).stream())
                .filter(other -> other.to().equals(reference.to()))
                .count();
        return times > 1;
    }

    private JoinedTable add(JoinedTable child, SourceRelationship reference, boolean several) {
        notes.joined(reference);
        String entity = scope.entity(reference.to());
        boolean nearby = child.reach().isEmpty();
        boolean same = reference.type() == SourceRelationship.Cardinality.ONE_TO_ONE;
        Optional<String> role = same ? Optional.empty() : Roles.of(scope, reference);
        String wanted = role.orElse(several && !nearby ? child.alias() + "_" + entity : entity);
        JoinedTable added = new JoinedTable(
                alias(wanted),
                scope.table(reference.to()),
                role.isPresent() || several && !nearby,
                Optional.of(new JoinedTable.Reach(child.alias(), reference, false)),
                false);
        tables.add(added);
        return added;
    }

    private void addSelf(TableName driving) {
        List<SourceRelationship> references = scope.selfReferences(driving);
        for (SourceRelationship reference : references) {
            String role = Roles.of(scope, reference).orElse("parent");
            String wanted = references.size() == 1 ? "parent" : role;
            notes.joined(reference);
            tables.add(new JoinedTable(
                    alias(wanted),
                    scope.table(driving),
                    true,
                    Optional.of(new JoinedTable.Reach(tables.getFirst().alias(), reference, false)),
                    true));
        }
    }

    private String alias(String wanted) {
        String alias = wanted;
        for (int number = 2; !aliases.add(alias); number++) {
            alias = wanted + "_" + number;
        }
        return alias;
    }
}
