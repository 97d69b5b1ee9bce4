package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source table in its place in a load.
 *
 * @param alias unique in the load, and the word its columns are told apart by
 * @param alwaysPrefixed whether its columns carry the alias in any case, because it plays a role
 * @param reach how it is joined; empty for the driving table
 * @param labelsOnly whether only columns that name a row are carried
 */
record JoinedTable(String alias, SourceTable table, boolean alwaysPrefixed, Optional<Reach> reach, boolean labelsOnly) {

    /**
     * A join.
     *
     * @param from alias of the relation that stands before
     * @param via the reference that is followed
     * @param downward whether it is followed from the referenced side, as to a subtype
     */
    record Reach(String from, SourceRelationship via, boolean downward) {}

    static JoinedTable driving(String alias, SourceTable table) {
        return new JoinedTable(alias, table, false, Optional.empty(), false);
    }

    /** Columns whose value stands in the relation before as well. */
    List<String> sharedColumns() {
        return reach.map(r -> r.downward() ? r.via().fromColumns() : r.via().toColumns())
                .orElse(List.of());
    }

    static Load.LoadFrom from(List<JoinedTable> tables) {
        JoinedTable driving = tables.getFirst();
        List<Load.Join> joins = new ArrayList<>();
        for (JoinedTable joined : tables) {
            joined.reach().ifPresent(reach -> joins.add(joined.join(reach)));
        }
        return new Load.LoadFrom(driving.alias(), driving.table().name().text(), joins, List.of());
    }

    private Load.Join join(Reach reach) {
        List<String> left =
                reach.downward() ? reach.via().toColumns() : reach.via().fromColumns();
        List<String> right =
                reach.downward() ? reach.via().fromColumns() : reach.via().toColumns();
        List<Load.JoinPair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(new Load.JoinPair(new ColumnRef(reach.from(), left.get(i)), right.get(i)));
        }
        return new Load.Join(alias, table.name().text(), pairs, JoinType.LEFT);
    }
}
