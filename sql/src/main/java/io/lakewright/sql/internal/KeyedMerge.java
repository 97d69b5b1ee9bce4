package io.lakewright.sql.internal;

import io.lakewright.core.model.ModelColumn;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row for every key: inserts keys that are new and overwrites what changed. Running it again on the same batch
 * finds nothing to change.
 */
final class KeyedMerge {

    static final String TARGET = "t";
    static final String INCOMING = "s";

    private final ModelTables tables;
    private final List<String> mandatory;

    KeyedMerge(ModelTables tables) {
        this(tables, List.of());
    }

    /** @param mandatory columns besides the keys without which a row is left out */
    KeyedMerge(ModelTables tables, List<String> mandatory) {
        this.tables = tables;
        this.mandatory = mandatory;
    }

    /**
     * @param keys by which a row is found
     * @param tracked columns whose change is overwritten; none means that rows are only added
     */
    Statement print(LoadSource source, String purpose, List<String> keys, List<String> tracked) {
        List<SqlNode.MergeClause> clauses = new ArrayList<>();
        if (!tracked.isEmpty()) {
            clauses.add(update(source, tracked));
        }
        clauses.add(new SqlNode.MergeClause.Insert(Optional.empty(), values(source)));
        List<String> needed = Stream.concat(notNull(source, keys), mandatory.stream())
                .distinct()
                .toList();
        Query.With incoming =
                new Query.With(List.of(SourceParts.source(source, needed)), SourceParts.onePerKey(source, keys));
        return Statement.of(
                purpose,
                new SqlNode.Merge(
                        tables.name(source.table()),
                        Identifier.of(TARGET),
                        SelectBuilder.inner(incoming, INCOMING),
                        matching(source, keys),
                        clauses));
    }

    private static Stream<String> notNull(LoadSource source, List<String> keys) {
        return keys.stream()
                .filter(name -> !ModelTables.column(source.table(), name).nullable());
    }

    /** Equality of the keys, null-safe only where the target may hold NULL. */
    static List<Expression> matching(LoadSource source, List<String> keys) {
        return keys.stream()
                .map(name -> {
                    ModelColumn column = ModelTables.column(source.table(), name);
                    Expression left = Expressions.column(TARGET, name);
                    Expression right = Expressions.column(INCOMING, name);
                    return column.nullable() ? Expressions.same(left, right) : Expressions.equal(left, right);
                })
                .toList();
    }

    private static SqlNode.MergeClause update(LoadSource source, List<String> tracked) {
        Map<Identifier, Expression> set = new LinkedHashMap<>();
        source.columns().stream()
                .filter(name -> tracked.contains(name) || source.stamped(name))
                .forEach(name -> set.put(Identifier.of(name), Expressions.column(INCOMING, name)));
        return new SqlNode.MergeClause.Update(
                Optional.of(Expressions.not(Expressions.sameColumns(TARGET, INCOMING, tracked))), set);
    }

    private static Map<Identifier, Expression> values(LoadSource source) {
        Map<Identifier, Expression> values = new LinkedHashMap<>();
        SurrogateKeys.hash(source, List.of()).ifPresent(key -> values.put(key.column(), key.value()));
        source.columns().forEach(name -> values.putIfAbsent(Identifier.of(name), Expressions.column(INCOMING, name)));
        return values;
    }
}
