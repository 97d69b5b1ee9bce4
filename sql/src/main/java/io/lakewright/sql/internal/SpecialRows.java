package io.lakewright.sql.internal;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.H1;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that stand for the absence of a member, so that no foreign key is ever NULL (dim.unknown_rows, ghosts). */
final class SpecialRows {

    private static final SpecialRow GHOST = new SpecialRow(-1, "(unknown)");

    private final ModelTables tables;

    SpecialRows(ModelTables tables) {
        this.tables = tables;
    }

    /** The rows that a table must have. */
    static List<SpecialRow> of(TableSpec table) {
        return switch (table) {
            case TableSpec.Dimension dimension -> dimension.specialRows();
            case TableSpec.DateDimension dates -> dates.specialRows();
            case TableSpec.Hub hub -> List.of(GHOST);
            case TableSpec.Fact fact -> List.of();
            case TableSpec.Link link -> List.of();
            case TableSpec.Satellite satellite -> List.of();
        };
    }

    Optional<Statement> print(TableSpec table) {
        List<SpecialRow> rows = of(table);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String key = ModelTables.key(table).name();
        List<Query> selects = new ArrayList<>();
        for (SpecialRow row : rows) {
            SelectBuilder select = SelectBuilder.row();
            table.columns().forEach(column -> select.select(value(table, column, row), column.name()));
            selects.add(select.build());
        }
        Map<Identifier, Expression> values = new LinkedHashMap<>();
        table.columns()
                .forEach(column -> values.put(
                        Identifier.of(column.name()), Expressions.column(KeyedMerge.INCOMING, column.name())));
        return Optional.of(Statement.of(
                "Add the rows that stand for a missing member, once.",
                new SqlNode.Merge(
                        tables.name(table),
                        Identifier.of(KeyedMerge.TARGET),
                        SelectBuilder.inner(new Query.UnionAll(selects), KeyedMerge.INCOMING),
                        Expressions.equalColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, List.of(key)),
                        List.of(new SqlNode.MergeClause.Insert(Optional.empty(), values)))));
    }

    /** The key of a special row of that table. */
    static Expression key(TableSpec table, SpecialRow row) {
        return Validity.specialKey(row.key(), ModelTables.key(table).type());
    }

    private Expression value(TableSpec table, ModelColumn column, SpecialRow row) {
        if (column.name().equals(ModelTables.key(table).name())) {
            return typed(key(table, row), column.type());
        }
        LakeType type = column.type();
        return switch (column.role()) {
            case VALID_FROM, LOAD_DATE -> typed(Validity.BEGINNING, type);
            case VALID_TO -> typed(Validity.END, type);
            case IS_CURRENT -> new Expression.BooleanLiteral(true);
            case RECORD_SOURCE -> Expressions.text("SYSTEM");
            case HASH_KEY, HASH_DIFF -> Expressions.text(H1.ZERO_KEY);
            case FOREIGN_KEY -> typed(Lookups.unknown(type), type);
            case SURROGATE_KEY, BUSINESS_KEY, DEGENERATE, MEASURE, ATTRIBUTE, EVENT_TIME -> plain(column, row);
        };
    }

    private static Expression plain(ModelColumn column, SpecialRow row) {
        LakeType type = column.type();
        boolean natural = column.role() == ColumnRole.BUSINESS_KEY && !column.nullable();
        if (type.base() == LakeType.Base.STRING) {
            return Expressions.text(row.meaning());
        }
        if (column.nullable()) {
            return Expressions.cast(new Expression.Null(), type);
        }
        return natural && type.isNumeric() ? typed(Expressions.number(row.key()), type) : neutral(type);
    }

    private static Expression neutral(LakeType type) {
        return switch (type.base()) {
            case TINYINT, SMALLINT, INT, BIGINT, DECIMAL, FLOAT, DOUBLE -> typed(Expressions.number(0), type);
            case BOOLEAN -> new Expression.BooleanLiteral(false);
            case DATE, TIMESTAMP, TIMESTAMP_NTZ -> typed(new Expression.DateLiteral(LocalDate.of(1900, 1, 1)), type);
            case STRING -> Expressions.text("");
            case BINARY -> Expressions.call(Function.UNHEX, Expressions.text(""));
            case ARRAY -> Expressions.call(Function.FROM_JSON, Expressions.text("[]"), Expressions.text(type.text()));
        };
    }

    private static Expression typed(Expression value, LakeType type) {
        return type.base() == LakeType.Base.STRING
                        || type.base() == LakeType.Base.TIMESTAMP && value instanceof Expression.TimestampLiteral
                ? value
                : Expressions.cast(value, type);
    }
}
