package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the tables that describe a thing whose own table does not, such as the person and the store behind a customer: a
 * dimension without a word in it is of no use to anyone (K27 of modeling.md).
 */
final class Descriptions {

    private static final int LONGEST_CHAIN = 3;

    private final Scope scope;
    private final Set<TableName> apart;
    private final Set<TableName> found = new LinkedHashSet<>();

    private Descriptions(Scope scope, Set<TableName> apart) {
        this.scope = scope;
        this.apart = apart;
    }

    /**
     * The tables to take into a dimension besides those that were asked for; none when its table says something itself.
     *
     * @param apart tables that stand for themselves in the model
     */
    static Set<TableName> of(
            Scope scope, Notes notes, TableName driving, Collection<TableName> taken, Set<TableName> apart) {
        Descriptions descriptions = new Descriptions(scope, apart);
        if (!descriptions.speaks(driving)) {
            descriptions.search(driving, 0);
        }
        descriptions.found.removeAll(taken);
        if (!descriptions.found.isEmpty()) {
            List<String> names =
                    descriptions.found.stream().map(TableName::text).toList();
            notes.warn(driving.text() + " says nothing about a "
                    + scope.entity(driving).replace('_', ' ') + " in words, so it is described by "
                    + String.join(" and ", names) + ".");
        }
        return descriptions.found;
    }

    /** Whether something was found; what lies between it and the thing is taken as well, or nothing would lead there. */
    private boolean search(TableName table, int depth) {
        if (depth == LONGEST_CHAIN) {
            return false;
        }
        boolean any = false;
        for (SourceRelationship reference : scope.references(table)) {
            boolean same = reference.type() == SourceRelationship.Cardinality.ONE_TO_ONE;
            TableName parent = reference.to();
            boolean open = same || depth == 0 && isThing(parent);
            if (open && !apart.contains(parent) && !found.contains(parent)) {
                boolean words = speaks(parent);
                boolean beyond = (same || !words) && search(parent, depth + 1);
                if (words || beyond) {
                    found.add(parent);
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean isThing(TableName table) {
        return switch (scope.classOf(table).kind()) {
            case DIMENSION, REFERENCE, SUBTYPE -> true;
            case FACT, BRIDGE, HISTORY, TECHNICAL -> false;
        };
    }

    /** Whether a column of the table is text that is no key and no reference. */
    private boolean speaks(TableName table) {
        Set<String> references = scope.referenceColumns(table);
        return scope.table(table).columns().stream()
                .filter(c -> c.lakeType().base() == LakeType.Base.STRING)
                .filter(c -> LeftOut.technical(c).isEmpty())
                .map(Column::name)
                .anyMatch(name -> !scope.table(table).isPrimaryKeyColumn(name) && !references.contains(name));
    }
}
