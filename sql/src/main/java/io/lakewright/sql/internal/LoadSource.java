package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.H1;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one load brings for each target column, typed as the target. */
final class LoadSource {

    /** Name of the column that orders the versions of a key within a load. */
    static final String SEQUENCE = "_sequence";

    private final ModelTables tables;
    private final TableSpec table;
    private final Load load;
    private final LoadRelations relations;
    private final Map<String, Load.LoadColumn> filled = new LinkedHashMap<>();
    private final Lookups lookups;

    LoadSource(ModelTables tables, TableSpec table, Load load) {
        this.tables = tables;
        this.table = table;
        this.load = load;
        this.relations = new LoadRelations(tables, load);
        this.lookups = new Lookups(tables, load, relations);
        load.columns()
                .forEach(column ->
                        filled.put(ModelTables.column(table, column.name()).name(), column));
    }

    TableSpec table() {
        return table;
    }

    Load load() {
        return load;
    }

    /** The target columns that the load fills, in table order. */
    List<String> columns() {
        return table.columns().stream()
                .map(ModelColumn::name)
                .filter(name -> filled.containsKey(name) || lookups.fills(name))
                .toList();
    }

    boolean stamped(String column) {
        Load.LoadColumn found = filled.get(column);
        return found != null
                && (found.transform() instanceof Transform.BatchTimestamp
                        || found.transform() instanceof Transform.RecordSource);
    }

    /** The timestamp of the batch. */
    static Expression batch() {
        return new Expression.Parameter(Identifier.of("batch_timestamp"), LakeType.TIMESTAMP);
    }

    /** What orders versions of one key: the load's sequence column, else the batch itself. */
    Optional<Expression> sequence() {
        return load.sequenceBy()
                .map(reference ->
                        Expressions.as(relations.column(reference), relations.type(reference), LakeType.TIMESTAMP));
    }

    /** Reads the columns; rows without a mandatory key are left out. */
    Query.Select read(List<String> columns, List<String> mandatory, boolean withSequence) {
        SelectBuilder select = relations.from();
        lookups.join(select, columns);
        columns.forEach(name -> select.select(value(name), name));
        if (withSequence) {
            select.select(sequence().orElseGet(LoadSource::batch), SEQUENCE);
        }
        mandatory.forEach(name -> present(name).forEach(select::where));
        return select.build();
    }

    /** Conditions under which a mandatory key column has a value. */
    private List<Expression> present(String name) {
        Load.LoadColumn column = filled.get(name);
        if (column == null) {
            return List.of();
        }
        List<ColumnRef> nullable =
                column.sources().stream().filter(relations::nullable).toList();
        if (nullable.size() < column.sources().size() && column.transform() instanceof Transform.HashKey) {
            return List.of();
        }
        List<Expression> present = nullable.stream()
                .map(reference -> Expressions.isNotNull(relations.column(reference)))
                .toList();
        return column.transform() instanceof Transform.HashKey && !present.isEmpty()
                ? List.of(Expressions.any(present))
                : present;
    }

    private Expression value(String name) {
        Load.LoadColumn column = filled.get(name);
        return column == null ? lookups.value(name) : value(column, ModelTables.column(table, name));
    }

    private Expression value(Load.LoadColumn column, ModelColumn target) {
        return switch (column.transform()) {
            case Transform.Copy copy -> {
                ColumnRef source = single(column);
                yield Expressions.as(relations.column(source), relations.type(source), target.type());
            }
            case Transform.HashKey hash -> hashKey(column);
            case Transform.HashDiff hash -> H1.diff(diffInputs(column));
            case Transform.BatchTimestamp batch -> batch();
            case Transform.RecordSource source ->
                Expressions.text(load.recordSource().orElse(load.from().table()));
            case Transform.DateKey date -> dateKey(relations.column(single(column)), target.type());
            case Transform.Literal literal ->
                Expressions.as(Expressions.text(literal.value()), LakeType.STRING, target.type());
            case Transform.Product product -> product(column, product.complementLast(), target.type());
        };
    }

    private ColumnRef single(Load.LoadColumn column) {
        if (column.sources().size() != 1) {
            throw Problem.invalid(
                            "LW-1211",
                            "Column \"" + column.name() + "\" of " + table.name() + " needs exactly one source column.",
                            "Name one source column for it.")
                    .exception();
        }
        return column.sources().getFirst();
    }

    private Expression hashKey(Load.LoadColumn column) {
        List<LakeType> wanted =
                tables.parent(table, column.name()).map(tables::keyTypes).orElseGet(() -> tables.keyTypes(table));
        List<H1.Input> inputs = inputs(column, wanted);
        boolean always = column.sources().stream().anyMatch(source -> !relations.nullable(source));
        return always ? H1.key(inputs) : H1.keyOrZero(inputs);
    }

    private List<H1.Input> diffInputs(Load.LoadColumn column) {
        List<String> names = switch (table) {
            case TableSpec.Satellite satellite -> satellite.hash().inputs();
            case TableSpec.Hub hub -> List.<String>of();
            case TableSpec.Link link -> List.<String>of();
            case TableSpec.Dimension dimension -> List.<String>of();
            case TableSpec.DateDimension dates -> List.<String>of();
            case TableSpec.Fact fact -> List.<String>of();
        };
        return inputs(
                column,
                names.stream()
                        .map(name -> ModelTables.column(table, name).type())
                        .toList());
    }

    /** The sources in the types in which they are stored, so that a hash can be made again from what is stored. */
    private List<H1.Input> inputs(Load.LoadColumn column, List<LakeType> wanted) {
        List<ColumnRef> sources = column.sources();
        List<H1.Input> inputs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            ColumnRef source = sources.get(i);
            LakeType type = wanted.size() == sources.size() ? wanted.get(i) : relations.type(source);
            inputs.add(new H1.Input(Expressions.as(relations.column(source), relations.type(source), type), type));
        }
        return inputs;
    }

    private static Expression dateKey(Expression date, LakeType type) {
        Expression day =
                Expressions.cast(Expressions.call(Function.DATE_FORMAT, date, Expressions.text("yyyyMMdd")), type);
        return Expressions.call(Function.COALESCE, day, Expressions.number(-1));
    }

    private Expression product(Load.LoadColumn column, boolean complementLast, LakeType type) {
        Expression product = null;
        int last = column.sources().size() - 1;
        for (int i = 0; i <= last; i++) {
            Expression factor = relations.column(column.sources().get(i));
            if (complementLast && i == last) {
                factor = Expressions.binary(
                        new Expression.NumberLiteral(BigDecimal.ONE), Expression.Operator.MINUS, factor);
            }
            product = product == null ? factor : Expressions.binary(product, Expression.Operator.TIMES, factor);
        }
        if (product == null) {
            throw Problem.invalid(
                            "LW-1211",
                            "Column \"" + column.name() + "\" of " + table.name() + " has no source columns.",
                            "Name the columns whose product it is.")
                    .exception();
        }
        return Expressions.cast(product, type);
    }
}
