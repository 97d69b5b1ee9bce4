package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unit of work: the hubs that one row of a table joins. It becomes one link.
 *
 * @param name of the link
 * @param childKey source columns that tell rows apart beside the hubs
 * @param hierarchical whether it joins a hub with itself by a self-reference
 * @param keyless whether nothing tells the table's rows apart
 */
record Unit(
        TableName table,
        String name,
        List<HubReference> references,
        List<String> childKey,
        Relations from,
        boolean hierarchical,
        boolean keyless) {

    /** The columns that enter the link's hash key, in order: every business key, then the child key. */
    List<ColumnRef> hashed() {
        return Stream.concat(
                        references.stream().flatMap(reference -> reference.columns().stream()),
                        childKey.stream().map(from::column))
                .toList();
    }

    /** Without its own key a row is nothing to the vault; a root of a hierarchy has no parent to be linked with. */
    List<ColumnRef> present(SourceTable source) {
        Stream<String> own = references.stream()
                .filter(reference -> reference.role().isEmpty() || hierarchical)
                .flatMap(reference -> reference.written().stream());
        return Stream.concat(own, childKey.stream())
                .filter(column -> VaultPlan.anyNullable(source, List.of(column)))
                .map(from::column)
                .toList();
    }

    /** One column name for each reference, told apart by the role where a hub comes more than once. */
    List<String> hashKeyNames(VaultNames names) {
        Set<String> used = new HashSet<>(Set.of(name + "_hk"));
        List<String> found = new ArrayList<>();
        for (HubReference reference : references) {
            String wanted = prefix(reference, names);
            String free = wanted + "_hk";
            for (int number = 2; !used.add(free); number++) {
                free = wanted + "_" + number + "_hk";
            }
            found.add(free);
        }
        return found;
    }

    /** Whether the hub plays more than one part in this unit. */
    boolean severalTimes(HubReference reference) {
        return references.stream().filter(r -> r.hub().equals(reference.hub())).count() > 1;
    }

    private String prefix(HubReference reference, VaultNames names) {
        String entity = names.entity(reference.hub());
        if (!severalTimes(reference)) {
            return entity;
        }
        if (reference.role().isEmpty()) {
            return table.equals(reference.hub()) ? entity : names.entity(table) + "_" + entity;
        }
        boolean says = Names.words(reference.role()).containsAll(Names.words(entity))
                || reference.role().replace("_", "").contains(entity.replace("_", ""));
        return says ? reference.role() : reference.role() + "_" + entity;
    }
}
