package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.H1;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Foreign keys found by natural key: the version valid at the event, the current one, or the unknown member. */
final class Lookups {

    private final ModelTables tables;
    private final LoadRelations relations;
    private final Map<String, Load.Lookup> byColumn = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    Lookups(ModelTables tables, Load load, LoadRelations relations) {
        this.tables = tables;
        this.relations = relations;
        for (Load.Lookup lookup : load.lookups()) {
            byColumn.put(lookup.column(), lookup);
            aliases.put(lookup.column(), "lookup_" + (aliases.size() + 1));
        }
    }

    boolean fills(String column) {
        return byColumn.containsKey(column);
    }

    void join(SelectBuilder select, List<String> columns) {
        byColumn.forEach((column, lookup) -> {
            if (columns.contains(column)) {
                join(select, lookup, alias(column));
            }
        });
    }

    Expression value(String column) {
        ModelColumn key = ModelTables.key(dimension(column));
        return Expressions.call(Function.COALESCE, Expressions.column(alias(column), key.name()), unknown(key.type()));
    }

    /** The key of the unknown member in the type of the key. */
    static Expression unknown(LakeType type) {
        return type.isInteger() ? Expressions.number(-1) : Expressions.text(H1.ZERO_KEY);
    }

    private String alias(String column) {
        return Objects.requireNonNull(aliases.get(column));
    }

    private TableSpec dimension(String column) {
        return tables.table(Objects.requireNonNull(byColumn.get(column)).dimension());
    }

    private void join(SelectBuilder select, Load.Lookup lookup, String alias) {
        TableSpec table = tables.table(lookup.dimension());
        List<Expression> on = new ArrayList<>();
        for (int i = 0; i < lookup.naturalKey().size(); i++) {
            ColumnRef source = lookup.naturalKey().get(i);
            ModelColumn target = ModelTables.column(table, table.businessKey().get(i));
            on.add(Expressions.equal(
                    Expressions.column(alias, target.name()),
                    Expressions.as(relations.column(source), relations.type(source), target.type())));
        }
        Query.Relation relation = SelectBuilder.table(tables.name(table), alias);
        Optional<History> history = table instanceof TableSpec.Dimension d ? d.history() : Optional.empty();
        if (history.isPresent() && table instanceof TableSpec.Dimension dimension) {
            on.addAll(version(lookup, alias, dimension, history.get()));
            relation = lookup.asOf().isPresent() && startsWithTime(table)
                    ? openAtTheStart(dimension, history.get(), alias)
                    : relation;
        }
        select.join(Query.Join.Kind.LEFT, relation, on);
    }

    private List<Expression> version(Load.Lookup lookup, String alias, TableSpec.Dimension dimension, History history) {
        if (lookup.asOf().isEmpty()) {
            return List.of(Expressions.column(alias, history.current()));
        }
        LakeType type = ModelTables.column(dimension, history.validFrom()).type();
        Expression event = event(lookup.asOf().get(), type);
        return List.of(
                Expressions.binary(Expressions.column(alias, history.validFrom()), Operator.AT_MOST, event),
                Expressions.binary(Expressions.column(alias, history.validTo()), Operator.MORE, event));
    }

    /** When the event happened; an event whose time is not known yet finds what holds now. */
    private Expression event(ColumnRef asOf, LakeType type) {
        LakeType stored = relations.type(asOf);
        Expression column = relations.column(asOf);
        Expression time = stored.isInteger() ? day(column, stored, type) : Expressions.as(column, stored, type);
        return relations.nullable(asOf) || stored.isInteger()
                ? Expressions.call(Function.COALESCE, time, LoadSource.batch())
                : time;
    }

    /** The start of a day that is kept as the number yyyymmdd; NULL for a number that is no day. */
    private static Expression day(Expression number, LakeType stored, LakeType type) {
        Expression text = Expressions.as(number, stored, LakeType.STRING);
        Expression day = Expressions.call(Function.TRY_TO_TIMESTAMP, text, Expressions.text("yyyyMMdd"));
        return Expressions.as(day, LakeType.TIMESTAMP, type);
    }

    private static boolean startsWithTime(TableSpec table) {
        return table.loads().stream().anyMatch(load -> load.strategy() == LoadStrategy.SCD2_TIMELINE);
    }

    /** A rebuilt timeline keeps true times, so its first version is opened to the past here (K15). */
    private Query.Relation openAtTheStart(TableSpec.Dimension dimension, History history, String alias) {
        String key = ModelTables.key(dimension).name();
        List<Expression> natural = Expressions.columns("d", dimension.businessKey());
        Expression from = Expressions.column("d", history.validFrom());
        Expression first = Expressions.first(natural, List.of(Expressions.ascending(from)));
        List<String> columns = new ArrayList<>(List.of(key));
        dimension.businessKey().stream().filter(name -> !name.equals(key)).forEach(columns::add);
        columns.add(history.validTo());
        Query.Select versions = SelectBuilder.from(SelectBuilder.table(tables.name(dimension), "d"))
                .select("d", columns)
                .select(Expressions.when(first, Validity.BEGINNING, from), history.validFrom())
                .build();
        return SelectBuilder.inner(versions, alias);
    }
}
