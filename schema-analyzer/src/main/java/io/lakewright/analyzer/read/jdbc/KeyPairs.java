package io.lakewright.analyzer.read.jdbc;

import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pairs of columns of one foreign key; drivers give them one by one, and not every one names the key. */
final class KeyPairs {

    private final String constraint;
    private final TableName target;
    private final SortedMap<Integer, String> columns = new TreeMap<>();
    private final SortedMap<Integer, String> targetColumns = new TreeMap<>();

    KeyPairs(String constraint, TableName target) {
        this.constraint = constraint;
        this.target = target;
    }

    /** Whether the pair at this position belongs here: same key, and the position still free. */
    boolean takes(String otherConstraint, TableName otherTarget, int position) {
        return constraint.equals(otherConstraint) && target.equals(otherTarget) && !columns.containsKey(position);
    }

    void add(int position, String column, @Nullable String targetColumn) {
        columns.put(position, column);
        if (targetColumn != null && !targetColumn.isEmpty()) {
            targetColumns.put(position, targetColumn);
        }
    }

    /** Without columns of the target its primary key is meant. */
    TableDraft.Reference reference(String place) {
        List<String> named = targetColumns.size() == columns.size() ? List.copyOf(targetColumns.values()) : List.of();
        return new TableDraft.Reference(List.copyOf(columns.values()), target, named, place);
    }
}
