package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.profile.ValueOrder;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.PostgresTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the planner's figures of a column into a profile. They are estimates over a sample, and marked so. */
final class PostgresStatistics {

    private PostgresStatistics() {}

    /**
     * @param distinct as in {@code pg_stats}: a number of values, or minus the share of rows that are distinct
     * @param histogram text of an array in ascending order, the most common values left out
     * @param common text of an array of the most common values
     */
    static ColumnProfile profile(
            String type,
            Optional<Long> rowCount,
            double nullShare,
            double distinct,
            Optional<String> histogram,
            Optional<String> common) {
        Optional<Long> values = distinct > 0
                ? Optional.of(Math.round(distinct))
                : rowCount.filter(rows -> distinct < 0).map(rows -> Math.round(-distinct * rows));
        LakeType lakeType = PostgresTypes.toLakeType(type);
        List<String> seen = new ArrayList<>();
        if (lakeType.isNumeric() || lakeType.isTemporal()) {
            histogram.ifPresent(text -> seen.addAll(simpleArray(text)));
            common.ifPresent(text -> seen.addAll(simpleArray(text)));
        }
        ValueOrder order = ValueOrder.of(lakeType);
        return new ColumnProfile(
                ColumnProfile.Basis.CATALOG_STATISTICS,
                Optional.of(Math.clamp(nullShare, 0.0, 1.0)),
                values,
                seen.stream().min(order),
                seen.stream().max(order));
    }

    /** The elements of an array of numbers or dates; these hold neither commas nor escapes. */
    private static List<String> simpleArray(String text) {
        String inner = text.startsWith("{") ? text.substring(1) : text;
        // A text that was cut off ends in a part of a value, which is left out.
        int end = inner.endsWith("}") ? inner.length() - 1 : Math.max(0, inner.lastIndexOf(','));
        List<String> values = new ArrayList<>();
        for (String part : inner.substring(0, end).split(",", -1)) {
            String value = part.replace("\"", "").strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }
}
