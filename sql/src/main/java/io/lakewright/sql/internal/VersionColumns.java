package io.lakewright.sql.internal;

import io.lakewright.core.model.History;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a versioned dimension are for in its load.
 *
 * @param tracked a change of these makes a version
 * @param overwritten type 1: the newest value stands in every version
 * @param original type 0: the first value stands in every version
 */
record VersionColumns(
        List<String> key, History history, List<String> tracked, List<String> overwritten, List<String> original) {

    static VersionColumns of(TableSpec.Dimension dimension, LoadSource source) {
        History history = Validity.history(dimension);
        String surrogate = ModelTables.key(dimension).name();
        List<String> key = dimension.businessKey();
        List<String> attributes = source.columns().stream()
                .filter(name -> !key.contains(name) && !name.equals(surrogate) && !source.stamped(name))
                .filter(name -> !List.of(history.validFrom(), history.validTo(), history.current())
                        .contains(name))
                .toList();
        return new VersionColumns(
                key,
                history,
                of(dimension, attributes, ScdType.TYPE_2),
                of(dimension, attributes, ScdType.TYPE_1),
                of(dimension, attributes, ScdType.TYPE_0));
    }

    private static List<String> of(TableSpec.Dimension dimension, List<String> names, ScdType type) {
        return names.stream()
                .filter(name -> {
                    ModelColumn column = ModelTables.column(dimension, name);
                    return column.scdType().orElse(ScdType.TYPE_2) == type;
                })
                .toList();
    }

    Expression differs(String left, String right) {
        return Expressions.not(Expressions.sameColumns(left, right, tracked));
    }

    /** What a new version holds, in the columns' order. */
    Map<Identifier, Expression> insert(LoadSource source, Expression validTo, Expression current) {
        Map<Identifier, Expression> values = new LinkedHashMap<>();
        SurrogateKeys.hash(source, List.of(history.validFrom()))
                .ifPresent(key -> values.put(key.column(), key.value()));
        source.columns()
                .forEach(
                        name -> values.putIfAbsent(Identifier.of(name), Expressions.column(KeyedMerge.INCOMING, name)));
        values.put(Identifier.of(history.validFrom()), Expressions.column(KeyedMerge.INCOMING, history.validFrom()));
        values.put(Identifier.of(history.validTo()), validTo);
        values.put(Identifier.of(history.current()), current);
        return values;
    }
}
