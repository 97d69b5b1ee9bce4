package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relations of one load while it is put together: the driving table and what has to be joined to it. */
final class Relations {

    private final TableName driving;
    private final String alias;
    private final List<Load.Join> joins = new ArrayList<>();

    Relations(TableName driving) {
        this.driving = driving;
        this.alias = Names.snake(driving.table());
    }

    String alias() {
        return alias;
    }

    ColumnRef column(String name) {
        return new ColumnRef(alias, name);
    }

    /** The alias of a table joined on these columns; the same join is made once. */
    String join(TableName table, List<ColumnRef> left, List<String> right) {
        List<Load.JoinPair> via = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            via.add(new Load.JoinPair(left.get(i), right.get(i)));
        }
        for (Load.Join join : joins) {
            if (join.table().equals(table.text()) && join.via().equals(via)) {
                return join.alias();
            }
        }
        String name = free(Names.snake(table.table()));
        // Outer, so that a row whose parent is missing is not lost: it gets the zero key.
        joins.add(new Load.Join(name, table.text(), via, JoinType.LEFT));
        return name;
    }

    /** The relations for a load that keeps the rows where all these columns have a value. */
    Load.LoadFrom from(List<ColumnRef> present) {
        List<Load.Condition> where = present.stream()
                .distinct()
                .map(column -> new Load.Condition(column, Load.Condition.Operator.IS_NOT_NULL, Optional.empty()))
                .toList();
        return new Load.LoadFrom(alias, driving.text(), joins, where);
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; isTaken(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return alias.equals(name)
                || joins.stream().anyMatch(join -> join.alias().equals(name));
    }
}
