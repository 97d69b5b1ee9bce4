package io.lakewright.sql.internal;

import io.lakewright.core.Problem;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expression.Operator;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A calendar: one row for every day of its range, added where it is missing.
 *
 * <p>Columns are known by name: date_key, date, year, quarter, month, month_name, day_of_month, day_of_year, day_of_week
 * (1 Monday to 7 Sunday), day_name, week_of_year (ISO), is_weekend; month_key, year_month and year_quarter. Any other
 * column stays NULL and must allow it.
 */
final class DateSeries {

    private static final String DAY = "day";
    private static final Expression DATE = Expressions.column("d", DAY);

    private final ModelTables tables;

    DateSeries(ModelTables tables) {
        this.tables = tables;
    }

    Statement print(TableSpec.DateDimension dates) {
        String key = ModelTables.key(dates).name();
        SelectBuilder select = SelectBuilder.from(SelectBuilder.inner(days(dates), "d"));
        Map<Identifier, Expression> values = new LinkedHashMap<>();
        for (ModelColumn column : dates.columns()) {
            select.select(value(dates, column, key), column.name());
            values.put(Identifier.of(column.name()), Expressions.column(KeyedMerge.INCOMING, column.name()));
        }
        return Statement.of(
                "Add the days from " + dates.calendar().start() + " to "
                        + dates.calendar().end() + " that are missing.",
                new SqlNode.Merge(
                        tables.name(dates),
                        Identifier.of(KeyedMerge.TARGET),
                        SelectBuilder.inner(select.build(), KeyedMerge.INCOMING),
                        Expressions.equalColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, List.of(key)),
                        List.of(new SqlNode.MergeClause.Insert(Optional.empty(), values))));
    }

    /** Every day of the range as {@code day}. */
    static Query days(TableSpec.DateDimension dates) {
        Expression all = Expressions.call(
                Function.SEQUENCE,
                new Expression.DateLiteral(dates.calendar().start()),
                new Expression.DateLiteral(dates.calendar().end()));
        return SelectBuilder.row()
                .select(Expressions.call(Function.EXPLODE, all), DAY)
                .build();
    }

    /** The key of a day: yyyymmdd, or the day itself where the key is a date. */
    static Expression dayKey(Expression day, LakeType type) {
        return type.base() == LakeType.Base.DATE ? day : Expressions.cast(format(day, "yyyyMMdd"), type);
    }

    private static Expression value(TableSpec.DateDimension dates, ModelColumn column, String key) {
        if (column.name().equals(key)) {
            return dayKey(DATE, column.type());
        }
        if (column.type().base() == LakeType.Base.DATE) {
            return DATE;
        }
        return known(column.name())
                .map(value -> Expressions.as(value, natural(value), column.type()))
                .orElseGet(() -> unknown(dates, column));
    }

    private static Optional<Expression> known(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "year" -> part(Function.YEAR);
                    case "quarter" -> part(Function.QUARTER);
                    case "month", "month_number", "month_of_year" -> part(Function.MONTH);
                    case "month_name" -> format(DATE, "MMMM");
                    case "month_key" -> format(DATE, "yyyyMM");
                    case "year_month" -> format(DATE, "yyyy-MM");
                    case "year_quarter" ->
                        Expressions.call(
                                Function.CONCAT,
                                Expressions.cast(part(Function.YEAR), LakeType.STRING),
                                Expressions.text("-Q"),
                                Expressions.cast(part(Function.QUARTER), LakeType.STRING));
                    case "day", "day_of_month" -> part(Function.DAYOFMONTH);
                    case "day_of_year" -> part(Function.DAYOFYEAR);
                    case "day_of_week" -> isoDay();
                    case "day_name" -> format(DATE, "EEEE");
                    case "week", "week_of_year", "iso_week" -> part(Function.WEEKOFYEAR);
                    case "is_weekend" -> Expressions.binary(isoDay(), Operator.MORE, Expressions.number(5));
                    default -> null;
                });
    }

    /** The type a calendar expression has by itself. */
    private static LakeType natural(Expression value) {
        if (value instanceof Expression.Call call) {
            boolean text = call.function() == Function.DATE_FORMAT || call.function() == Function.CONCAT;
            return text ? LakeType.STRING : LakeType.INT;
        }
        boolean flag = value instanceof Expression.Binary binary && binary.operator() == Operator.MORE;
        return flag ? LakeType.BOOLEAN : LakeType.INT;
    }

    private static Expression unknown(TableSpec.DateDimension dates, ModelColumn column) {
        if (column.nullable()) {
            return Expressions.cast(new Expression.Null(), column.type());
        }
        throw Problem.invalid(
                        "LW-1214",
                        "Nobody knows how to fill \"" + column.name() + "\" of the calendar " + dates.name() + ".",
                        "Use a known calendar column, or let it be NULL.")
                .exception();
    }

    private static Expression part(Function function) {
        return Expressions.call(function, DATE);
    }

    private static Expression format(Expression day, String pattern) {
        return Expressions.call(Function.DATE_FORMAT, day, Expressions.text(pattern));
    }

    private static Expression isoDay() {
        return Expressions.binary(part(Function.WEEKDAY), Operator.PLUS, Expressions.number(1));
    }
}
