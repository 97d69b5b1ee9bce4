package io.lakewright.analyzer.profile;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import io.lakewright.core.schema.TableFigures.Counted;
import io.lakewright.core.schema.TableFigures.Lengths;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Figures of a table computed from rows of it. */
public final class RowFigures {

    private static final int TOP = 10;
    private static final int SHAPES = 3;
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private RowFigures() {}

    /** @param all whether these are all rows of the table, so that the figures are exact */
    public static TableFigures of(SourceTable table, SourceRows.Rows rows, boolean all) {
        List<ColumnFigures> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            int position = rows.columns().indexOf(column.name());
            if (position >= 0 && !rows.values().isEmpty()) {
                List<@Nullable String> values = new ArrayList<>();
                rows.values().forEach(row -> values.add(row.get(position)));
                columns.add(column(column, values, all));
            }
        }
        return new TableFigures(
                all ? ColumnProfile.Basis.EXACT : ColumnProfile.Basis.SAMPLE,
                rows.values().size(),
                columns);
    }

    private static ColumnFigures column(Column column, List<@Nullable String> values, boolean all) {
        List<String> present = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        ValueOrder order = ValueOrder.of(column.lakeType());
        List<String> sorted = present.stream().sorted(order).toList();
        boolean ordered = column.lakeType().isNumeric() || column.lakeType().isTemporal();
        boolean text = column.lakeType().base() == LakeType.Base.STRING;
        ColumnProfile profile = new ColumnProfile(
                all ? ColumnProfile.Basis.EXACT : ColumnProfile.Basis.SAMPLE,
                Optional.of((values.size() - present.size()) / (double) values.size()),
                Optional.of(present.stream().distinct().count()),
                sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getFirst()),
                sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast()));
        return new ColumnFigures(
                column.name(),
                profile,
                false,
                text && !present.isEmpty() ? Optional.of(lengths(present)) : Optional.empty(),
                ordered && !present.isEmpty() ? quantiles(sorted) : List.of(),
                counted(present, UnaryOperator.identity(), TOP).stream()
                        .filter(counted -> counted.count() > 1)
                        .toList(),
                text ? counted(present, ValueShape::of, SHAPES) : List.of());
    }

    private static Lengths lengths(List<String> values) {
        LongSummaryStatistics lengths = values.stream()
                .mapToLong(value -> value.codePointCount(0, value.length()))
                .summaryStatistics();
        return new Lengths(lengths.getMin(), lengths.getMax(), lengths.getAverage());
    }

    /** The smallest value that at least the share of all values does not exceed, as percentile_disc of SQL. */
    private static List<String> quantiles(List<String> sorted) {
        return DoubleStream.of(QUANTILES)
                .mapToObj(share -> sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)))
                .toList();
    }

    private static List<Counted> counted(List<String> values, UnaryOperator<String> form, int most) {
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(form.apply(value), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(entry -> new Counted(entry.getKey(), entry.getValue(), entry.getValue() / (double) values.size()))
                .toList();
    }
}
