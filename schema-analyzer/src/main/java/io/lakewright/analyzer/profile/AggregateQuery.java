package io.lakewright.analyzer.profile;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import io.lakewright.core.schema.TableFigures.Lengths;
import io.lakewright.core.type.LakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One query that computes the figures of columns where the rows are; its answer is one row.
 *
 * @param columns whose figures
 * @param expressions what is selected, in order
 */
public record AggregateQuery(List<Column> columns, AggregateDialect dialect, List<String> expressions) {

    /** Between the values at the quantiles, which come as one text. */
    public static final char BETWEEN = '\u001f';

    private static final int QUANTILES = 5;
    private static final int MOST_COLUMNS = 200;

    public AggregateQuery {
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }

    /** Asks one query at a time, because databases limit how much one may select; few tables need more than one. */
    public interface Asking<E extends Exception> {

        /** The one row that answers, as texts. */
        List<@Nullable String> answer(AggregateQuery query) throws E;
    }

    /** Figures of a table of any width: one query for every {@value #MOST_COLUMNS} columns. */
    public static <E extends Exception> TableFigures measure(
            SourceTable table, AggregateDialect dialect, Asking<E> asking) throws E {
        List<ColumnFigures> columns = new ArrayList<>();
        long rows = 0;
        for (int from = 0; from < table.columns().size(); from += MOST_COLUMNS) {
            int to = Math.min(table.columns().size(), from + MOST_COLUMNS);
            AggregateQuery query = of(table.columns().subList(from, to), dialect);
            TableFigures part = query.figures(asking.answer(query));
            columns.addAll(part.columns());
            rows = part.rows();
        }
        return new TableFigures(ColumnProfile.Basis.EXACT, rows, columns);
    }

    static AggregateQuery of(List<Column> columns, AggregateDialect dialect) {
        List<String> expressions = new ArrayList<>();
        expressions.add("count(*)");
        for (Column column : columns) {
            Form form = Form.of(column);
            String value = dialect.column(column);
            expressions.add("count(" + value + ")");
            if (form.isCompared()) {
                expressions.add(dialect.distinct(value));
                expressions.add(dialect.text("min(" + value + ")"));
                expressions.add(dialect.text("max(" + value + ")"));
            }
            if (form == Form.TEXT) {
                String length = dialect.length(value);
                expressions.add("min(" + length + ")");
                expressions.add("max(" + length + ")");
                // Some databases take the average of whole numbers for a whole number.
                expressions.add("avg(1.0 * " + length + ")");
            }
            if (form == Form.ORDERED) {
                dialect.quantiles(value).ifPresent(expressions::add);
            }
        }
        return new AggregateQuery(columns, dialect, expressions);
    }

    /** What is asked of a column: of bytes and nested values only whether they are there. */
    private enum Form {
        ORDERED,
        TEXT,
        PLAIN,
        OPAQUE;

        static Form of(Column column) {
            LakeType type = column.lakeType();
            if (type.isNumeric() || type.isTemporal()) {
                return ORDERED;
            }
            return switch (type.base()) {
                case STRING -> TEXT;
                case BOOLEAN -> PLAIN;
                default -> OPAQUE;
            };
        }

        boolean isCompared() {
            return this == ORDERED || this == TEXT;
        }
    }

    /** The SELECT over a relation that the caller has quoted. */
    public String over(String relation) {
        return "SELECT " + String.join(", ", expressions) + " FROM " + relation;
    }

    /** The figures in an answer: as many texts as there are expressions. */
    TableFigures figures(List<@Nullable String> answer) {
        Iterator<@Nullable String> values = answer.iterator();
        long rows = number(values.next());
        List<ColumnFigures> found = new ArrayList<>();
        columns.forEach(column -> found.add(column(column, rows, values)));
        return new TableFigures(ColumnProfile.Basis.EXACT, rows, found);
    }

    private ColumnFigures column(Column column, long rows, Iterator<@Nullable String> values) {
        Form form = Form.of(column);
        long present = number(values.next());
        Optional<Long> distinct = Optional.empty();
        Optional<String> minimum = Optional.empty();
        Optional<String> maximum = Optional.empty();
        Optional<Lengths> lengths = Optional.empty();
        List<String> quantiles = List.of();
        if (form.isCompared()) {
            distinct = Optional.of(number(values.next()));
            minimum = Optional.ofNullable(values.next());
            maximum = Optional.ofNullable(values.next());
        }
        if (form == Form.TEXT) {
            lengths = lengths(values.next(), values.next(), values.next());
        }
        if (form == Form.ORDERED && dialect.quantiles("").isPresent()) {
            quantiles = quantiles(values.next());
        }
        ColumnProfile profile = new ColumnProfile(
                ColumnProfile.Basis.EXACT,
                rows == 0 ? Optional.empty() : Optional.of((rows - present) / (double) rows),
                distinct,
                minimum,
                maximum);
        return new ColumnFigures(
                column.name(), profile, dialect.estimatesDistinct(), lengths, quantiles, List.of(), List.of());
    }

    private static Optional<Lengths> lengths(
            @Nullable String shortest, @Nullable String longest, @Nullable String average) {
        return shortest == null || longest == null || average == null
                ? Optional.empty()
                : Optional.of(new Lengths(number(shortest), number(longest), new BigDecimal(average).doubleValue()));
    }

    private static List<String> quantiles(@Nullable String text) {
        List<String> all = text == null ? List.of() : List.of(text.split(String.valueOf(BETWEEN), -1));
        return all.size() == QUANTILES ? all : List.of();
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : new BigDecimal(text).longValue();
    }
}
