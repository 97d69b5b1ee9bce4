package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.profile.AggregateDialect;
import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import java.util.Optional;

/** Aggregates of PostgreSQL. Whatever is no number and no time is compared as text, byte by byte. */
final class PostgresAggregates implements AggregateDialect {

    @Override
    public String column(Column column) {
        String quoted = PostgresNames.quoted(column.name());
        return column.lakeType().base() == LakeType.Base.STRING ? "(" + quoted + "::text COLLATE \"C\")" : quoted;
    }

    @Override
    public String text(String expression) {
        return expression + "::text";
    }

    @Override
    public String length(String text) {
        return "char_length(" + text + ")";
    }

    @Override
    public Optional<String> quantiles(String value) {
        return Optional.of(
                "array_to_string((percentile_disc(ARRAY[0.05, 0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY " + value
                        + "))::text[], chr(" + (int) AggregateQuery.BETWEEN + "))");
    }
}
