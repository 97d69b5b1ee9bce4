package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.H1;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Surrogate keys that are hashes. Identity keys never stand in a column list (databricks.md I-04). */
final class SurrogateKeys {

    record Computed(Identifier column, Expression value) {}

    private SurrogateKeys() {}

    /**
     * The hash key of an incoming row.
     *
     * @param more what tells versions of one natural key apart
     */
    static Optional<Computed> hash(LoadSource source, List<String> more) {
        TableSpec table = source.table();
        Optional<ModelColumn> key = ModelTables.first(table, ColumnRole.SURROGATE_KEY);
        boolean wanted = table.common().surrogate() == SurrogateKind.HASH
                && !table.businessKey().isEmpty()
                && key.isPresent()
                && (!more.isEmpty() || !source.columns().contains(key.get().name()));
        return wanted ? key.map(column -> computed(table, column, more)) : Optional.empty();
    }

    private static Computed computed(TableSpec table, ModelColumn key, List<String> more) {
        List<String> names =
                Stream.concat(table.businessKey().stream(), more.stream()).toList();
        List<H1.Input> inputs = new ArrayList<>();
        for (String name : names) {
            inputs.add(new H1.Input(
                    Expressions.column(KeyedMerge.INCOMING, name),
                    ModelTables.column(table, name).type()));
        }
        Expression value = key.type().isInteger()
                ? Expressions.call(
                        Function.XXHASH64, inputs.stream().map(H1.Input::value).toList())
                : H1.key(inputs);
        return new Computed(Identifier.of(key.name()), value);
    }
}
