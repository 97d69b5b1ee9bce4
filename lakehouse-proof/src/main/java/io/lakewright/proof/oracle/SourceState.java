package io.lakewright.proof.oracle;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.schema.TableName;
import io.lakewright.proof.rows.Row;
import io.lakewright.proof.rows.TableRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of all source tables at one delivery, and what a load reads of them. */
final class SourceState {

    private final Map<TableName, TableRows> tables;

    SourceState(Map<TableName, TableRows> tables) {
        this.tables = tables;
    }

    /** Whether the load reads source tables only; loads from tables of the model are outside this oracle. */
    boolean covers(Load load) {
        return isSource(load.from().table()) && load.from().joins().stream().allMatch(join -> isSource(join.table()));
    }

    private boolean isSource(String table) {
        return table.indexOf('.') > 0 && tables.containsKey(TableName.parse(table));
    }

    /** One entry per joined source row. */
    List<Joined> read(Load load) {
        List<Joined> rows = new ArrayList<>();
        TableRows driving = rowsOf(load.from().table());
        driving.rows().forEach(row -> rows.add(new Joined(Map.of(load.from().alias(), new Bound(driving, row)))));
        List<Joined> current = rows;
        for (Load.Join join : load.from().joins()) {
            current = joined(current, join);
        }
        return current.stream()
                .filter(row -> load.from().where().stream().allMatch(condition -> holds(row, condition)))
                .toList();
    }

    private TableRows rowsOf(String table) {
        return Optional.ofNullable(tables.get(TableName.parse(table))).orElseThrow();
    }

    private List<Joined> joined(List<Joined> left, Load.Join join) {
        TableRows right = rowsOf(join.table());
        List<String> columns = join.via().stream().map(Load.JoinPair::right).toList();
        Map<Row, List<Row>> index = new HashMap<>();
        for (Row row : right.rows()) {
            Row key = right.values(row, columns);
            if (!key.containsNull()) {
                index.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        List<Joined> result = new ArrayList<>();
        for (Joined row : left) {
            Row key = row.values(join.via().stream().map(Load.JoinPair::left).toList());
            List<Row> matches = index.getOrDefault(key, List.of());
            matches.forEach(match -> result.add(row.with(join.alias(), new Bound(right, match))));
            if (matches.isEmpty() && join.type() == JoinType.LEFT) {
                result.add(row);
            }
        }
        return result;
    }

    private static boolean holds(Joined row, Load.Condition condition) {
        String value = row.value(condition.column());
        return switch (condition.operator()) {
            case IS_NULL -> value == null;
            case IS_NOT_NULL -> value != null;
            case EQUALS -> value != null && value.equals(condition.value().orElse(""));
        };
    }

    /** A row of one table. */
    private record Bound(TableRows table, Row row) {}

    /** The rows that stand behind one row of a load, by alias; a relation that a LEFT join missed is absent. */
    static final class Joined {
        private final Map<String, Bound> rows;

        private Joined(Map<String, Bound> rows) {
            this.rows = rows;
        }

        private Joined with(String alias, Bound bound) {
            Map<String, Bound> more = new HashMap<>(rows);
            more.put(alias, bound);
            return new Joined(more);
        }

        @Nullable
        String value(ColumnRef reference) {
            Bound bound = rows.get(reference.alias());
            return bound == null ? null : bound.row().get(bound.table().position(reference.column()));
        }

        Row values(List<ColumnRef> references) {
            List<@Nullable String> values = new ArrayList<>();
            for (ColumnRef reference : references) {
                values.add(value(reference));
            }
            return new Row(values);
        }
    }
}
