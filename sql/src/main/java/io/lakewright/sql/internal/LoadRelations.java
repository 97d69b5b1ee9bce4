package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.SourceTables;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The relations that a load reads, by alias: their names, their columns' types, and the FROM clause. */
final class LoadRelations {

    /** @param optional joined so that its columns may be missing */
    private record Place(QualifiedName name, Map<String, Known> columns, boolean optional) {}

    /** A column by its lower-case name. */
    private record Known(Identifier name, LakeType type, boolean nullable) {}

    private final ModelTables tables;
    private final Load load;
    private final Map<String, Place> places = new HashMap<>();

    LoadRelations(ModelTables tables, Load load) {
        this.tables = tables;
        this.load = load;
        places.put(load.from().alias(), place(load.from().table(), false));
        for (Load.Join join : load.from().joins()) {
            places.put(join.alias(), place(join.table(), join.type() == JoinType.LEFT));
        }
    }

    Expression column(ColumnRef reference) {
        return Expressions.column(reference.alias(), known(reference).name().name());
    }

    LakeType type(ColumnRef reference) {
        return known(reference).type();
    }

    boolean nullable(ColumnRef reference) {
        return place(reference).optional() || known(reference).nullable();
    }

    /** FROM, JOIN and WHERE of the load. */
    SelectBuilder from() {
        Load.LoadFrom from = load.from();
        SelectBuilder select = SelectBuilder.from(relation(from.alias()));
        for (Load.Join join : from.joins()) {
            List<Expression> on = new ArrayList<>();
            for (Load.JoinPair pair : join.via()) {
                ColumnRef right = new ColumnRef(join.alias(), pair.right());
                Expression left =
                        Expressions.as(column(pair.left()), type(pair.left()), comparable(pair.left(), right));
                on.add(Expressions.equal(left, column(right)));
            }
            select.join(
                    join.type() == JoinType.LEFT ? Query.Join.Kind.LEFT : Query.Join.Kind.INNER,
                    relation(join.alias()),
                    on);
        }
        from.where().forEach(condition -> select.where(condition(condition)));
        return select;
    }

    /** Numbers compare across their types by themselves; other types are compared in the right one's. */
    private LakeType comparable(ColumnRef left, ColumnRef right) {
        boolean numbers = type(left).isNumeric() && type(right).isNumeric();
        return numbers ? type(left) : type(right);
    }

    private Expression condition(Load.Condition condition) {
        Expression column = column(condition.column());
        return switch (condition.operator()) {
            case IS_NULL -> Expressions.isNull(column);
            case IS_NOT_NULL -> Expressions.isNotNull(column);
            case EQUALS ->
                Expressions.equal(
                        column,
                        Expressions.as(
                                Expressions.text(condition.value().orElse("")),
                                LakeType.STRING,
                                type(condition.column())));
        };
    }

    private Query.Relation relation(String alias) {
        return SelectBuilder.table(Objects.requireNonNull(places.get(alias)).name(), alias);
    }

    private Place place(ColumnRef reference) {
        Place place = places.get(reference.alias());
        if (place == null) {
            throw unknown(reference);
        }
        return place;
    }

    private Known known(ColumnRef reference) {
        Known known = place(reference).columns().get(lower(reference.column()));
        if (known == null) {
            throw unknown(reference);
        }
        return known;
    }

    private RuntimeException unknown(ColumnRef reference) {
        return Problem.notFound(
                        "LW-1209",
                        "Load \"" + load.name() + "\" reads " + reference.alias() + "." + reference.column()
                                + ", which does not exist.",
                        "Use aliases of the load and columns of their tables.")
                .exception();
    }

    private Place place(String table, boolean optional) {
        return table.indexOf('.') >= 0 ? sourcePlace(TableName.parse(table), optional) : modelPlace(table, optional);
    }

    private Place sourcePlace(TableName name, boolean optional) {
        SourceTable source = tables.model()
                .source()
                .table(name)
                .orElseThrow(() -> Problem.notFound(
                                "LW-1210",
                                "Load \"" + load.name() + "\" reads " + name.text()
                                        + ", which is not among the model's sources.",
                                "Add the table to the model's source.")
                        .exception());
        Map<String, Identifier> names = SourceTables.columnNames(source);
        Map<String, Known> columns = new HashMap<>();
        for (Column column : source.columns()) {
            Identifier landed = Objects.requireNonNull(names.get(column.name()));
            columns.put(lower(column.name()), new Known(landed, column.lakeType(), column.nullable()));
        }
        return new Place(SourceTables.landing(tables.model(), name), columns, optional);
    }

    private Place modelPlace(String id, boolean optional) {
        TableSpec table = tables.table(id);
        Map<String, Known> columns = new HashMap<>();
        for (ModelColumn column : table.columns()) {
            columns.put(
                    lower(column.name()), new Known(Identifier.of(column.name()), column.type(), column.nullable()));
        }
        return new Place(tables.name(table), columns, optional);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
